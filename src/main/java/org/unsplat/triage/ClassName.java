package org.unsplat.triage;

import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Lock;

/**
 * The name of a lock class in a form that does not change with a rebuild: {@code &ctx->wqh#2} becomes {@code &ctx->wqh}. A class
 * without a name is printed by its key, {@code __key.62345}, whose number the compiler chooses; an address is no name. Rust
 * names a lock by the line that creates it, {@code drivers/android/binder/process.rs:437}, and the number changes.
 */
public final class ClassName {

    private static final Regex OFFSET = new Regex("\\+0x[0-9a-f]+(?:/0x[0-9a-f]+)?$");
    private static final Regex KEY_NUMBER = new Regex("^([A-Za-z_]\\w*)\\.\\d+$");
    private static final Regex PLACE = new Regex("([^\\s():]+\\.(?:rs|c|h)):\\d+");
    /** Text of the class's print function ({@code lock_set_cmp_fn}) directly after the name of a held lock: {@code objid=42}. */
    private static final Regex PRINTED = new Regex("=(?:0x[0-9a-f]+|\\d+)\\b");

    private static final Regex ADDRESS = new Regex("(?:0x)?[0-9a-f]{8,16}|\\(_*ptrval_*\\)|\\(null\\)");

    private ClassName() {}

    /** The stable name, null if there is none. */
    public static String of(Lock lock) {
        if (lock == null || lock.name() == null || lock.name().isBlank()) {
            return null;
        }
        return of(lock.name());
    }

    /** The stable form of a name without version and subclass; null if the name says nothing. */
    static String of(String printed) {
        var name = withoutNumbers(printed);
        return ADDRESS.matches(name)
                ? null
                : name.indexOf('=') < 0 ? name : PRINTED.matcher(name).replaceAll("=");
    }

    private static String withoutNumbers(String text) {
        var name = text.indexOf('+') < 0 ? text : OFFSET.matcher(text).replaceFirst("");
        if (name.indexOf('.') < 0) {
            return name;
        }
        var place = PLACE.matcher(name);
        return place.matches()
                ? SourcePath.relative(place.group(1))
                : KEY_NUMBER.matcher(name).replaceFirst("$1");
    }
}

package org.unsplat.triage;

import org.unsplat.classify.Regex;
import org.unsplat.model.Lock;

/**
 * The name of a lock class such that it outlives a rebuild: {@code &ctx->wqh#2} is {@code &ctx->wqh}. A class without
 * a name goes by its key, {@code __key.62345}, whose number the compiler chose; one by an address has no name at all.
 * Rust names a lock after the line that makes it, {@code drivers/android/binder/process.rs:437}, which moves.
 */
public final class ClassName {

    private static final Regex OFFSET = new Regex("\\+0x[0-9a-f]+(?:/0x[0-9a-f]+)?$");
    private static final Regex KEY_NUMBER = new Regex("^([A-Za-z_]\\w*)\\.\\d+$");
    private static final Regex PLACE = new Regex("([^\\s():]+\\.(?:rs|c|h)):\\d+");
    /** What the class prints of a lock that is held ({@code lock_set_cmp_fn}), right behind its name: {@code objid=42}. */
    private static final Regex PRINTED = new Regex("=(?:0x[0-9a-f]+|\\d+)\\b");

    private static final Regex ADDRESS = new Regex("(?:0x)?[0-9a-f]{8,16}|\\(_*ptrval_*\\)|\\(null\\)");

    private ClassName() {}

    /** Null where there is none. */
    public static String of(Lock lock) {
        if (lock == null || lock.name() == null || lock.name().isBlank()) {
            return null;
        }
        return of(lock.name());
    }

    /** Of a name without the numbers of the class; null where it says nothing. */
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

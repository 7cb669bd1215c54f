package org.unsplat.triage;

import org.unsplat.classify.Regex;
import org.unsplat.model.Lock;

/**
 * The name of a lock class such that it outlives a rebuild: {@code &ctx->wqh#2} is {@code &ctx->wqh}. A class without
 * a name goes by its key, {@code __key.62345}, whose number the compiler chose; one by an address has no name at all.
 */
final class ClassName {

    private static final Regex OFFSET = new Regex("\\+0x[0-9a-f]+(?:/0x[0-9a-f]+)?$");
    private static final Regex KEY_NUMBER = new Regex("^([A-Za-z_]\\w*)\\.\\d+$");
    private static final Regex ADDRESS = new Regex("(?:0x)?[0-9a-f]{8,16}|\\(_*ptrval_*\\)|\\(null\\)");

    private ClassName() {}

    /** Null where there is none. */
    static String of(Lock lock) {
        if (lock == null || lock.name() == null || lock.name().isBlank()) {
            return null;
        }
        var name = withoutNumbers(lock.name());
        return ADDRESS.matches(name) ? null : name;
    }

    private static String withoutNumbers(String text) {
        var name = text.indexOf('+') < 0 ? text : OFFSET.matcher(text).replaceFirst("");
        return name.indexOf('.') < 0 ? name : KEY_NUMBER.matcher(name).replaceFirst("$1");
    }
}

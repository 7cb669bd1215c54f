package org.unsplat.model;

/** "BUG: MAX_LOCK_DEPTH too low!", with {@code depth: 48  max: 48!} where printed. */
public record Limit(String name, Integer depth, Integer max) {

    /** A limit for which the kernel prints only the name. */
    public Limit(String name) {
        this(name, null, null);
    }
}

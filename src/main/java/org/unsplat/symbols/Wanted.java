package org.unsplat.symbols;

/**
 * Which debug file is wanted.
 *
 * @param module null for the kernel
 * @param buildId as the log prints it, null where it does not
 * @param release of the kernel as the log prints it, {@code 6.12.0-rc1+}; null where it does not
 */
record Wanted(String module, String buildId, String release) {

    private static final String KERNEL = "vmlinux";

    String name() {
        return module == null ? KERNEL : module;
    }

    String fileName() {
        return module == null ? KERNEL : module + ".ko";
    }
}

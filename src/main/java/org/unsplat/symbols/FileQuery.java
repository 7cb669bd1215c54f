package org.unsplat.symbols;

/**
 * A debug file that is searched.
 *
 * @param module null for the kernel
 * @param buildId as printed in the log, null if it was not
 * @param release of the kernel as printed in the log, {@code 6.12.0-rc1+}; null if it was not
 */
record FileQuery(String module, String buildId, String release) {

    private static final String KERNEL = "vmlinux";

    String name() {
        return module == null ? KERNEL : module;
    }

    String fileName() {
        return module == null ? KERNEL : module + ".ko";
    }
}

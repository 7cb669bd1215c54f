/**
 * Layers for console prefixes: printk times, levels and callers, syslog, kmsg records, CI systems, vendors, and prefixes that
 * no rule knows ({@link org.unsplat.input.console.PrefixEvidence}).
 */
package org.unsplat.input.console;

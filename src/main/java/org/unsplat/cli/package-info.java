/**
 * The command line: one file per command, shared options as mixins, streams injected, the exit in {@code Main}. The
 * only package that knows picocli.
 */
package org.unsplat.cli;

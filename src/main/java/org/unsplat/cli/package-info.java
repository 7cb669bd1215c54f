/**
 * The command line: one file per command, one for the options that several share, streams injected, the exit in
 * {@code Main}. The only package that knows picocli.
 */
package org.unsplat.cli;

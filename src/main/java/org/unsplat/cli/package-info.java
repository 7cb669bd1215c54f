/**
 * The command line: one file for each command, and one for each group of shared options. Streams are passed in, and only
 * {@code Main} exits. Only this package uses picocli.
 */
package org.unsplat.cli;

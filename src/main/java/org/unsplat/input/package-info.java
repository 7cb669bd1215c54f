/**
 * From bytes to clean, numbered lines. This package knows consoles, mail and compression, and nothing about reports. It imports
 * only {@code model}.
 *
 * <p>{@link org.unsplat.input.Source} reads raw lines, {@link org.unsplat.input.CleanLines} removes what surrounds the kernel's
 * text. Its layers, one class each, in their order, the outermost first:
 * <pre>
 * MailLayer        mails: headers, MIME parts, quoted-printable, base64, flowed text, HTML
 * WebPages         pages saved from a browser
 * JournalExport    journald's export format
 * JsonRecords      dmesg --json, journalctl -o json, LAVA
 * ControlCharacters  colours, carriage returns, unusual blanks, HTML entities, tags, Markdown escapes
 * AngleQuoting     &gt; quoting
 * BarQuoting     | and + quoting, by evidence
 * PstoreParts      parts of a crash dump, which are stored newest first
 * DiffHunks        patches, which are not kernel text
 * SuffixEvidence   ends of strings and of rows, marks where a line ends: whatever is behind a headline and the lines near it
 * PrefixEvidence   comment signs, line numbers, unusual times: whatever is before a headline and the lines near it
 * Indentation      the indentation of a whole text
 * ConsoleLines     CI times, syslog heads, levels, printk times, callers, kmsg records, two records on one line
 * PrefixEvidence   the same again for the text after the time: marks of unknown vendors
 * ReplayedLines    lines that the console repeats
 * Messages         the mail, commit or paste that contains a line, and its origin
 * </pre>
 *
 * <p>Nearly all lines of a console log need none of this. While no report is open, {@link org.unsplat.input.quiet.Prefilter}
 * skips lines without decoding them. When all layers before the console's are transparent, a plain record goes directly to
 * that layer, and its prefix is parsed from bytes ({@link org.unsplat.input.console.PlainRecord}) instead of text
 * ({@link org.unsplat.input.console.ConsolePrefix}). Tests compare the fast paths with the full ones.
 *
 * <p>A layer that cannot decide by one line holds back a bounded number of lines, and removes nothing that only looks like a
 * wrapping. Lines wrapped by mailers are not rejoined here but in {@code join}, which knows what they should be.
 */
package org.unsplat.input;

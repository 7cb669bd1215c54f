/**
 * From bytes to clean, numbered lines. Knows consoles, mail and compression, and nothing about reports; imports
 * only {@code model}.
 *
 * <p>{@link org.unsplat.input.Source} gives raw lines, {@link org.unsplat.input.CleanLines} takes off them what was put
 * around the kernel's text. Its layers, the outermost wrapping first, each in a class of its own:
 * <pre>
 * MailLayer        mails: headers, MIME parts, quoted-printable, base64, flowed text, HTML
 * WebPages         pages saved from a browser
 * JournalExport    journald's export format
 * JsonRecords      dmesg --json, journalctl -o json, LAVA
 * ControlCharacters  colours, carriage returns, blanks that are none, HTML entities, tags, Markdown's escapes
 * AngleQuoting     &gt; quoting
 * BarQuoting     | and + quoting, by evidence
 * PstoreParts      parts of a crash dump, the newest of which comes first
 * DiffHunks        patches, which are no kernel text
 * PrefixEvidence   comment signs, line numbers, unusual times: what stands in front of a headline and its neighbours
 * Indentation      what a whole text is indented by
 * ConsoleLines     CI times, syslog heads, levels, printk times, callers, kmsg records, two records on one line
 * PrefixEvidence   the same once more: the marks of unknown vendors behind the time
 * ReplayedLines    lines that the console repeats
 * Messages         which mail, commit or paste a line stands in, and its origin
 * </pre>
 *
 * <p>Nearly all lines of a console log need none of this. Where no report is open, {@link org.unsplat.input.quiet.Prefilter}
 * passes over them unread; and once all layers before the console's let everything through, a plain record goes
 * straight to that one, its prefix read in its bytes ({@link org.unsplat.input.console.PlainRecord}) and not in its text
 * ({@link org.unsplat.input.console.ConsolePrefix}). Tests compare the fast paths with the full ones.
 *
 * <p>A layer that cannot tell from one line holds a bounded number of lines back; what only looks like a wrapping
 * stays. Lines that a mailer has wrapped are rejoined by {@code join}, which knows what they should be, and not here.
 */
package org.unsplat.input;

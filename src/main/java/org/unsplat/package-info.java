/**
 * Takes KCSAN and lockdep reports out of logs. {@link org.unsplat.Reports} is the entry point; this is the data flow:
 *
 * <pre>
 * bytes --input--&gt; lines --classify, join--&gt; typed lines --demux--&gt; spans
 *       numbered,             with a type,           one for each report,
 *       clean text            rejoined               closed
 *
 * spans --kinds/grammar--&gt; reports --check--&gt; reports --render--&gt; JSON
 *       immutable records,         with more problems,  one writer
 *       with problems              or complete          for each format
 * </pre>
 *
 * <ol>
 * <li>A line is cleaned once (prefix, quoting, wrapping). Later stages see no prefix, but every line keeps its number.
 * </li>
 * <li>A report is parsed from a closed span, so a parser cannot read lines of the next report when parts are missing.</li>
 * <li>Parsing never throws because of content. It returns a report and its problems; lines that no piece reads are kept, with
 * their numbers.</li>
 * <li>Each piece of kernel text is described in one file, which reads it and writes it. Pieces share the line types that
 * occur in many of them: frames, locks, CPU lines.</li>
 * </ol>
 *
 * <p>The engine has four stages ({@link org.unsplat.demux.Engine} puts the first three together):
 * <ul>
 * <li>{@code classify} finds the type of a line in a table of all types. The result stays with the line, and the pieces use
 * it later: a frame or a lock is parsed only here.</li>
 * <li>{@code join} completes a line that was printed or mailed in parts, for all types in one place.</li>
 * <li>{@code demux} assigns lines to the open reports. A kind is an ordered list of pieces, a piece a list of line types. A line
 * goes to the report that expects its type soonest, which separates the reports of several CPUs even without caller ids.
 * The closed span records which piece got which lines, and is read piece by piece. A line of a report that has a type, but
 * that no piece expects, is unparsed; other lines within a report are foreign.</li>
 * <li>{@code check} adds the problems that concern several pieces; a report without problems is complete.</li>
 * </ul>
 *
 * <p>Some kinds show only at the end of a report: a warning, a hung task or a sleeping function opens a candidate, which
 * becomes a report if it lists held locks or proves to be one of lockdep's ({@code lockdep.HeldLocksReport}).
 *
 * <p>{@link org.unsplat.scan.Scan} passes the lines of {@code input} to the engine one by one and returns the reports of the
 * spans that the engine closes, so a log needs only the memory of its open reports.
 *
 * <p>{@link org.unsplat.symbols.Symbols} adds source files and lines to finished reports if the user has the kernel's debug
 * files. No stage of the engine depends on it.
 *
 * <p><b>Import rule.</b> In the list {@code model, input, classify, demangle, join, grammar, kcsan | lockdep, demux, check, triage,
 * symbols, render, scan, <root>, cli} a package imports only packages to its left; {@code kcsan} and {@code lockdep} do not
 * import each other; {@code demux} and {@code check} import neither; {@code model} imports no package of this project, {@code input} only
 * {@code model}.
 * Only {@code render} and {@code symbols} use Jackson, only {@code cli} uses picocli, and only {@code Main} uses the streams of the
 * process and exits. {@code ArchitectureTest} checks this. Other modules see only the root and {@code model}.
 */
package org.unsplat;

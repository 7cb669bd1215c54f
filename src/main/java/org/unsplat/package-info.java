/**
 * Takes KCSAN and lockdep reports out of logs. {@link org.unsplat.Reports} is the entry point; this is the data flow:
 *
 * <pre>
 * bytes --input--&gt; lines --classify, join--&gt; typed lines --demux--&gt; spans
 *       numbered,              what each is,            one per report,
 *       clean text             whole again              closed
 *
 * spans --kinds/grammar--&gt; reports --check--&gt; reports --render--&gt; JSON
 *       immutable records,         more problems,     one writer
 *       problems inside            or complete        per form
 * </pre>
 *
 * <ol>
 * <li>A line is cleaned once (prefix, quoting, wrapping); afterwards nobody sees a prefix, but every line knows its
 * number.</li>
 * <li>A report is parsed from a closed span; a parser cannot run into its neighbour, whatever is missing.</li>
 * <li>Parsing never throws for content: it returns a report and its problems; what is not understood is kept, with
 * its line.</li>
 * <li>Each piece of kernel text is described in one file, in both directions: read it, write it. Pieces share the types
 * of lines that many have: frames, locks, CPU lines.</li>
 * </ol>
 *
 * <p>The engine has four stages ({@link org.unsplat.demux.Engine} puts the first three together):
 * <ul>
 * <li>{@code classify}: a table of all types of lines says what a text is. The answer goes along with the line, and is
 * what the pieces read later: a frame or a lock is parsed here.</li>
 * <li>{@code join}: a line of which only the beginning is there waits for the rest of it, for all types in one
 * place.</li>
 * <li>{@code demux}: a kind is an ordered list of pieces, a piece a list of types. While reports are open, a line goes to
 * the one that expects its type soonest, so that reports of several cpus come apart without callers too; the closed span
 * keeps which piece took which lines, and is read piece by piece. A line that has a type, but that nobody expects, is
 * unparsed; others within a report are foreign.</li>
 * <li>{@code check}: a report is complete if its pieces met no problem and no rule objects to it.</li>
 * </ul>
 *
 * <p>The kind may show only at the end: a warning, a hung task or a sleeping function opens a candidate, which
 * becomes a report if it lists held locks or turns out to be lockdep's own ({@code lockdep.HeldLocksReport}).
 *
 * <p>{@link org.unsplat.scan.Scan} takes lines from {@code input}, hands them to the engine one by one, and gives out the
 * reports of the spans that it closes: a log needs the memory of its open reports only.
 *
 * <p>{@link org.unsplat.symbols.Symbols} gives finished reports the lines of the source, where a user has the kernel's debug
 * files. No stage of the engine knows of it.
 *
 * <p><b>Import rule.</b> Read {@code model, input, classify, demangle, join, grammar, kcsan | lockdep, demux, check, triage,
 * symbols, render, scan, <root>, cli} from left to right: a package imports only from its left; {@code kcsan} and {@code lockdep}
 * never meet; {@code demux} and {@code check} know neither; {@code model} imports nothing of ours, {@code input} only
 * {@code model}.
 * Jackson occurs in {@code render} and {@code symbols} only, picocli in {@code cli} only, the process's streams and exit in {@code Main}
 * only. {@code ArchitectureTest} checks it. Other modules see the root and {@code model} alone.
 */
package org.unsplat;

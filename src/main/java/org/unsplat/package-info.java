/**
 * Takes KCSAN and lockdep reports out of logs. {@link org.unsplat.Reports} is the front door; this is the way through:
 *
 * <pre>
 * bytes --input--&gt; lines --demux--&gt; spans --kinds/grammar--&gt; reports --render--&gt; JSON
 *       numbered,         one per report,   immutable records,        one writer
 *       clean text        closed            problems inside           per form
 * </pre>
 *
 * <ol>
 * <li>A line is cleaned once (prefix, quoting, wrapping); afterwards nobody sees a prefix, but every line knows its
 * number.</li>
 * <li>A report is parsed from a closed span; a parser cannot run into its neighbour, whatever is missing.</li>
 * <li>Parsing never throws for content: it returns a report and its problems; what is not understood is kept, with
 * its line.</li>
 * <li>Each piece of kernel text is described in exactly one file, in both directions: read it, write it.</li>
 * </ol>
 *
 * <p>A kind is an ordered list of pieces. While a report is open, a line goes to the piece of the open report that is
 * nearest to expecting it ({@link org.unsplat.grammar.Demux}), so that reports of several cpus come apart without
 * callers too; the closed span keeps which piece took which lines, and is read piece by piece. Wrapped lines are
 * rejoined there and not before: only the piece knows whether a line is whole ({@code Unwrapper}).
 *
 * <p>What a splat is may show at its end only: a warning, a hung task or a sleeping function opens a candidate, which
 * becomes a report if it lists held locks or turns out to be lockdep's own ({@code lockdep.Splat}).
 *
 * <p>Every stage is an iterator over the stage before it: a log needs the memory of its open reports only.
 *
 * <p><b>Import rule.</b> Read {@code model, input, grammar, kcsan | lockdep, triage, render, scan, <root>, cli} from
 * left to right: a package imports only from its left; {@code kcsan} and {@code lockdep} never meet; {@code model} and
 * {@code input} import nothing of ours. Jackson occurs in {@code render} only, picocli in {@code cli} only, the
 * process's streams and exit in {@code Main} only. {@code ArchitectureTest} holds us to it. Other modules see the root
 * and {@code model} alone.
 */
package org.unsplat;

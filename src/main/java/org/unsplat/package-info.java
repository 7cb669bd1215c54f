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
 * <p>Every stage is an iterator over the stage before it: a log needs the memory of its open reports only.
 *
 * <p><b>Import rule.</b> Read {@code model, input, grammar, kcsan | lockdep, triage, render, <root>, cli} from left to
 * right: a package imports only from its left; {@code kcsan} and {@code lockdep} never meet; {@code model} and
 * {@code input} import nothing of ours. Jackson occurs in {@code render} only, picocli in {@code cli} only, the
 * process's streams and exit in {@code Main} only. {@code ArchitectureTest} holds us to it.
 */
package org.unsplat;

/**
 * The JSON of {@code unsplat parse} as records: component order is JSON order, component names in snake_case are the
 * JSON names. A part that the kernel did not print is {@code null}; a list is never {@code null}, and where it may
 * be absent altogether it is wrapped in a record ({@link org.unsplat.model.Backtrace},
 * {@link org.unsplat.model.Chain}). Imports nothing of ours.
 *
 * <p>Vocabulary, as the kernel uses it:
 * <dl>
 * <dt>lock class</dt><dd>all locks that follow the same rules; lockdep works on classes, not on instances</dd>
 * <dt>subclass</dt><dd>the nesting level within a class, printed as {@code /n}</dd>
 * <dt>version</dt><dd>the number of a class among those of one name, printed as {@code #n}</dd>
 * <dt>usage</dt><dd>in which irq contexts a class was taken, one character for each {@link UsageState}</dd>
 * <dt>usage state</dt><dd>one such fact by name, {@code IN-HARDIRQ-W} or {@code SOFTIRQ-ON-R}</dd>
 * <dt>wait type</dt><dd>what a lock demands of its surroundings (outer) and imposes on what it encloses (inner)</dd>
 * <dt>dependency chain</dt><dd>the locks, each taken while the one above it was held, that close the cycle</dd>
 * <dt>access</dt><dd>one side of a data race: what an instruction did to memory, and the stack that led there</dd>
 * <dt>frame</dt><dd>one line of a stack trace</dd>
 * <dt>span</dt><dd>the lines of the input, from the first to the last, that a report stands in</dd>
 * <dt>foreign line</dt><dd>a line within a span that belongs to something else</dd>
 * </dl>
 */
package org.unsplat.model;

/**
 * The JSON of {@code unsplat parse} as records. The order of the components is the order in JSON, and their names in
 * snake_case are the names in JSON. A part that the kernel did not print is {@code null}. A list is never {@code null};
 * where it may be absent, a record wraps it ({@link org.unsplat.model.Backtrace}, {@link org.unsplat.model.Chain}). This
 * package imports no other of this project.
 *
 * <p>Vocabulary:
 * <dl>
 * <dt>lock class</dt><dd>all locks that follow the same rules; lockdep works on classes, not on instances</dd>
 * <dt>subclass</dt><dd>the nesting level within a class, printed as {@code /n}</dd>
 * <dt>version</dt><dd>the number of a class among the classes of one name, printed as {@code #n}</dd>
 * <dt>usage</dt><dd>the irq contexts in which a class was taken, one character for each {@link UsageState}</dd>
 * <dt>usage state</dt><dd>one such fact by name, {@code IN-HARDIRQ-W} or {@code SOFTIRQ-ON-R}</dd>
 * <dt>wait type</dt><dd>what a lock requires of its context (outer), and what it requires of locks taken inside it (inner)</dd>
 * <dt>dependency chain</dt><dd>the locks, each taken while the one above it was held, that close the cycle</dd>
 * <dt>access</dt><dd>one side of a data race: a memory operation, and the stack that led to it</dd>
 * <dt>frame</dt><dd>one line of a stack trace</dd>
 * <dt>span</dt><dd>the lines of the input from the first to the last of a report</dd>
 * <dt>foreign line</dt><dd>a line within a span that belongs to something else</dd>
 * </dl>
 */
package org.unsplat.model;

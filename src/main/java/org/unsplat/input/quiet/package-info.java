/**
 * The fast path over lines of which no report is made. {@link org.unsplat.input.quiet.Prefilter} is its one entry point:
 * it stops before each line that may begin a report or a container of one.
 */
package org.unsplat.input.quiet;

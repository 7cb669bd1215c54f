/**
 * The fast path over lines of which no report is made. Its only entry point is {@link org.unsplat.input.quiet.Prefilter},
 * which stops before each line that may begin a report or a container of one.
 */
package org.unsplat.input.quiet;

/** {@code parse --format csv}: one row for each report. */
package org.unsplat.render.csv;

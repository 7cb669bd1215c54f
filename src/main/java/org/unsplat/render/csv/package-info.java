/** {@code parse --format csv}: a row for each report. */
package org.unsplat.render.csv;

/**
 * The third stage of the engine finds the report that a line belongs to. {@link org.unsplat.demux.Demux} gives each joined
 * line to the open report that expects it soonest, and returns closed {@link org.unsplat.demux.Span}s. Imports
 * {@code grammar}, which describes the pieces of reports.
 */
package org.unsplat.demux;

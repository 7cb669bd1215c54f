/**
 * The third stage of the engine: which report a line belongs to. {@link org.unsplat.demux.Demux} gives each joined line
 * to the open report that expects it soonest, and hands out closed {@link org.unsplat.demux.Span}s. Imports {@code
 * grammar} for what reports are made of.
 */
package org.unsplat.demux;

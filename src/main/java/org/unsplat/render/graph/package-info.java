/**
 * The lock order over many reports as a graph for Graphviz and Mermaid.
 */
package org.unsplat.render.graph;

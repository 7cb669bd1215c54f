/**
 * The order of locks over many reports, as a graph for Graphviz and Mermaid.
 */
package org.unsplat.render.graph;

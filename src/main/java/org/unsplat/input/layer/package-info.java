/**
 * The base of all layers: a line in progress, the interface of a layer, and the limits of an input. The neighbouring packages
 * contain the layers, grouped by what adds the thing they remove.
 */
package org.unsplat.input.layer;

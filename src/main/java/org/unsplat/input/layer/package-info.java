/**
 * What all layers share: a line in progress, the interface of a layer, and the limits of an input. A layer takes off
 * one thing that was put around kernel text; the packages beside this one hold the layers, by what put it there.
 */
package org.unsplat.input.layer;

/**
 * The formats in which {@code check} and {@code diff} report to people and to CI systems.
 */
package org.unsplat.render.ci;

/**
 * From bytes to clean, numbered lines. Knows consoles, mail and compression, and nothing about reports; imports
 * nothing of ours.
 */
package org.unsplat.input;

/**
 * The second stage of the engine: lines that printk, a console or a mailer broke become whole again
 * ({@link org.unsplat.join.LineJoiner}), for all types of lines in one place. Imports {@code input, classify}.
 */
package org.unsplat.join;

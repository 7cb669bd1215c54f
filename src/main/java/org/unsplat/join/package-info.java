/**
 * The second stage of the engine joins lines that printk, a console or a mailer broke
 * ({@link org.unsplat.join.LineJoiner}), for all line types in one place. Imports {@code input, classify}.
 */
package org.unsplat.join;

/**
 * One HTML page for a whole team: a single file that needs no server, no network and no other files.
 *
 * <p>{@link org.unsplat.render.html.HtmlPage} writes it. Classes here turn reports into small records, and the templates in
 * {@code src/main/jte} turn these into HTML. At build time jte compiles the templates to Java, and knows how text must be
 * escaped at each place. The style sheet and the script are in {@code src/main/resources}; the page's content security policy
 * names them by hash and allows nothing else.
 */
package org.unsplat.render.html;

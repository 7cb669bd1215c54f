/**
 * One page of HTML that a whole team can read: a file without a server, a network or other files.
 *
 * <p>{@link org.unsplat.render.html.HtmlPage} writes it. Classes here turn reports into small records, and the templates in
 * {@code src/main/jte} turn these into HTML: jte makes Java of a template when this is built, and knows at each place of it
 * how text is escaped there. The style and the script are in {@code src/main/resources}; the page's content security policy
 * names them by their hashes and allows nothing else.
 */
package org.unsplat.render.html;

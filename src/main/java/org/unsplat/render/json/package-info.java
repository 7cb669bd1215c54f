/**
 * The JSON of {@code parse}, written and read, and the file of a baseline. The only package that uses Jackson, of which it
 * uses the streaming API alone: {@link org.unsplat.render.json.ReportJson} follows the schema, member by member.
 */
package org.unsplat.render.json;

/**
 * Writes and reads the JSON of {@code parse} and the file of a baseline. Only this package uses Jackson, and only its streaming
 * API: {@link org.unsplat.render.json.ReportJson} follows the schema member by member.
 */
package org.unsplat.render.json;

/**
 * Layers for logs that are records: the journal's export format, JSON and YAML, and pstore's parts.
 */
package org.unsplat.input.records;

/**
 * Layers for logs made of records: the journal's export format, JSON and YAML, and the parts of pstore.
 */
package org.unsplat.input.records;

/**
 * The way through, put together: one input scanned by all kinds, its reports completed. Imports all but {@code cli}.
 */
package org.unsplat.scan;

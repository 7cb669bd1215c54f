/**
 * The data flow, put together: scans one input for all kinds of reports and completes them. Imports all but {@code cli}.
 */
package org.unsplat.scan;

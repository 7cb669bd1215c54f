/**
 * Puts the data flow together: scans one input for all kinds of reports, and completes them.
 */
package org.unsplat.scan;

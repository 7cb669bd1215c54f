/**
 * Layers for mails: headers, MIME parts and their encodings, and the mail, commit or pasted text that contains a line.
 */
package org.unsplat.input.mail;

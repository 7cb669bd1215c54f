/**
 * Layers for mails: headers, MIME parts and their encodings; and which mail, commit or pasted text a line stands in.
 */
package org.unsplat.input.mail;

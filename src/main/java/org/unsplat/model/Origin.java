package org.unsplat.model;

import java.util.List;

/**
 * The mail or commit that a report stands in.
 *
 * @param syzbotId the hash of {@code syzbot+HASH@...}, or null
 * @param messageId of the mail, without angle brackets, or null
 * @param subject of the mail or commit, or null
 * @param links what {@code Link:} and {@code Closes:} and syzbot's dashboard lines point to
 * @param fixes what {@code Fixes:} names
 */
public record Origin(String syzbotId, String messageId, String subject, List<String> links, List<String> fixes) {}

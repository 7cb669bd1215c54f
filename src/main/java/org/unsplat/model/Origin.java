package org.unsplat.model;

import java.util.List;

/**
 * What a mail or a commit says about the report that stands in it.
 *
 * <pre>{@code
 * Message-ID: <1@example.org>
 * Subject: [PATCH] x: fix a race
 *
 * Reported-by: syzbot+0123456789abcdef0123@syzkaller.appspotmail.com
 * Closes: https://syzkaller.appspot.com/bug?extid=0123456789abcdef0123
 * Fixes: 0123456789ab ("x: add y")
 * }</pre>
 *
 * @param syzbotId the hash of {@code syzbot+HASH@...}, or null
 * @param messageId of the mail, without angle brackets, or null
 * @param subject of the mail or commit, or null
 * @param links what {@code Link:} and {@code Closes:} and syzbot's dashboard lines point to
 * @param fixes what {@code Fixes:} names
 */
public record Origin(String syzbotId, String messageId, String subject, List<String> links, List<String> fixes) {}

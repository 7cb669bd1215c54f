package org.unsplat.model;

import java.util.List;

/**
 * What a mail or a commit message says about the report in it.
 *
 * <pre>{@code
 * Message-ID: <1@example.org>
 * Subject: [PATCH] x: fix a race
 * Date: Tue, 25 Jun 2024 12:00:00 +0200
 * X-Mailing-List: linux-kernel@vger.kernel.org
 *
 * Reported-by: syzbot+0123456789abcdef0123@syzkaller.appspotmail.com
 * Closes: https://syzkaller.appspot.com/bug?extid=0123456789abcdef0123
 * Fixes: 0123456789ab ("x: add y")
 *
 * HEAD commit:    0123456789ab x: add z
 * git tree:       upstream
 * }</pre>
 *
 * @param syzbotId the hash of {@code syzbot+HASH@...}; null if there is none or more than one
 * @param messageId of the mail, without angle brackets, or null
 * @param subject of the mail or commit, or null
 * @param date of the mail or commit in the form of ISO 8601, or null
 * @param list the address of the mailing list that the mail came through, or null
 * @param links the addresses in {@code Link:}, {@code Closes:} and syzbot's dashboard lines
 * @param fixes the texts of the {@code Fixes:} trailers
 * @param commit the hash of the kernel that syzbot ran, or null
 * @param tree the git tree of that commit, by syzbot's name or by address, or null
 * @param config the address of that kernel's configuration, or null
 * @param log the address of the console log, or null
 * @param reproducers the addresses of the programs that reproduce the report
 */
public record Origin(
        String syzbotId,
        String messageId,
        String subject,
        String date,
        String list,
        List<String> links,
        List<String> fixes,
        String commit,
        String tree,
        String config,
        String log,
        List<String> reproducers) {}

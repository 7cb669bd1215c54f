package org.unsplat.scan;

import java.util.ArrayDeque;
import org.unsplat.input.Line;
import org.unsplat.input.bytes.Regex;

/**
 * The banners that kernels print when they boot ({@code linux_banner}). Reports before 6.15 show CONFIG_PREEMPT_RT rarely, and
 * many not at all; then the banner of the boot does.
 *
 * <pre>{@code
 * Linux version 6.12.1 (lab@lab) (gcc 12.2.0, GNU ld 2.40) #1 SMP PREEMPT_RT Sun Nov 29 07:41:03 UTC 2026
 * }</pre>
 *
 * <p>{@code clean} writes such a banner directly above each report that needs it. There it has no time and counts for that
 * report only, because the next one may be from another kernel.
 */
final class BootBanners {

    private static final String START = "Linux version ";
    /** The text of {@code UTS_VERSION}; patches for kernels before 5.4 print no underscore. */
    private static final Regex REAL_TIME = new Regex(".* #\\S+ (?:SMP )?PREEMPT(?:[_ ]|_\\{)RT\\b.*");

    /** A banner behind a prefix that no rule knows. */
    private static final Regex PREFIXED = new Regex(".*\\W(Linux version \\S+ \\([^\\s()@]+@[^\\s()]+\\) \\(.*)");

    private static final Regex YEAR = new Regex(".* \\d{4}");

    /** The largest number of pieces of a wrapped banner, and of boots during which a report may stay open. */
    private static final int FEW = 4;

    private final ArrayDeque<Banner> banners = new ArrayDeque<>();
    private boolean goesOn;

    /** The width of most terminals, which break words. */
    private static final int TERMINAL = 80;

    /** One boot; {@code text} is the banner. */
    private static final class Banner {

        private final int first;
        private final boolean isTimed;
        private int last;
        private int pieces = 1;
        private String text;
        private boolean isRealTime;
        private boolean isOfOneReport;
        private boolean isFull;

        Banner(Line line, String text) {
            this.first = line.number();
            this.isTimed = line.time() != null;
            goOn(line, text);
        }

        private void goOn(Line line, String more) {
            text = text == null ? more : isFull ? text + line.text() : text + ' ' + more;
            isRealTime = REAL_TIME.matches(text);
            isFull = line.width() == TERMINAL;
            text += isFull ? line.blanksAfter() : "";
            last = line.lastNumber();
        }
    }

    /** Notes a line of the log. */
    void see(Line line) {
        var text = line.stripped();
        // Behind a time there is no other prefix
        var start = line.time() != null ? text.startsWith(START) ? 0 : -1 : text.indexOf(START);
        var prefixed = start > 0 ? PREFIXED.matcher(text) : null;
        if (start == 0 || prefixed != null && prefixed.matches()) {
            var banner = new Banner(line, start == 0 ? text : prefixed.group(1));
            banners.addLast(banner);
            if (banners.size() > FEW) {
                banners.removeFirst();
            }
            goesOn = !YEAR.matches(text);
        } else if (goesOn) {
            var banner = banners.getLast();
            goesOn = !text.isEmpty()
                    && text.charAt(0) != '='
                    && line.number() == banner.last + 1
                    && !(banner.isTimed && line.time() != null);
            if (goesOn) {
                banner.goOn(line, text);
                goesOn = ++banner.pieces < FEW && !YEAR.matches(text);
            }
        }
    }

    /** Forgets all banners, because another message begins. */
    void forget() {
        banners.clear();
        goesOn = false;
    }

    /** Whether the last banner shows PREEMPT_RT. */
    boolean isRealTime() {
        return !banners.isEmpty() && banners.getLast().isRealTime;
    }

    /** The banner of the kernel that printed a report from this line on, if it shows PREEMPT_RT; else null. */
    String realTimeBefore(int line) {
        Banner before = null;
        for (var banner : banners) {
            before = banner.first < line ? banner : before;
        }
        if (before == null || !before.isRealTime) {
            return null;
        }
        var isRightAbove = !before.isTimed && before.last + 1 == line;
        before.isOfOneReport |= isRightAbove;
        return before.isOfOneReport && !isRightAbove ? null : before.text;
    }
}

package org.unsplat.render.html;

import java.util.List;

/**
 * One side of a race on the page.
 *
 * @param how {@code plain } or {@code marked }
 * @param notes what the task held, and where KCSAN delayed the access to
 */
record AccessColumn(
        String how, String type, String details, boolean isMarked, String who, List<String> notes, StackBlock stack) {}

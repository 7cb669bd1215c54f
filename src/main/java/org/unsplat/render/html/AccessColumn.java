package org.unsplat.render.html;

import java.util.List;

/**
 * One side of a race.
 *
 * @param how {@code plain } or {@code marked }
 * @param notes what the task held, and where the access really happened
 */
record AccessColumn(
        String how, String type, String details, boolean isMarked, String who, List<String> notes, StackBlock stack) {}

package org.unsplat.input.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.input.console.Caller;
import org.unsplat.input.console.PrintkTime;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;

/**
 * Reads log records in JSON or YAML with one object on a line, or one member on a line.
 *
 * <pre>{@code
 * - {"dt": "2024-01-01T00:00:00.000000", "lvl": "target", "msg": "[   12.345678] text"}      LAVA
 * {"_TRANSPORT":"kernel","_SOURCE_MONOTONIC_TIMESTAMP":"12345678","MESSAGE":"text"}        journalctl -o json
 *       {                                                                                  dmesg --json
 *          "pri": 4,
 *          "time":    12.345678,
 *          "msg": "text"
 *       },{
 * data: {"_TRANSPORT":"kernel","MESSAGE":"text"}                                           journalctl -o json-sse
 * }</pre>
 *
 * <p>Lines of a LAVA log that do not come from the target are left out, as are brackets.
 */
public final class JsonRecords extends Layer {

    /** The possible names of the member with the text. */
    private static final List<String> MESSAGES = List.of("MESSAGE", "msg", "message", "log", "line", "textPayload");

    /** The possible names of the member with the date and time; in dmesg, one of them has the seconds since boot. */
    private static final List<String> DATES = List.of("dt", "time", "@timestamp", "timestamp");

    /** The beginning of a server-sent event, which an empty line ends. */
    private static final String EVENT = "data: {";

    /** The number of members kept of an object that spans lines. */
    private static final int MEMBER_LIMIT = 200;

    /** The length up to which lines of such an object are kept. */
    private static final int LINE_LIMIT = 1 << 16;

    private static final String LEFT_OUT = "a JSON record of many lines has more than " + MEMBER_LIMIT
            + " members, or its message is longer than " + LINE_LIMIT + " characters: the message was left out";

    private final Limits limits;
    private final Map<String, String> openMembers = new HashMap<>();
    private PartialLine message;
    private PartialLine opener;
    private boolean open;
    private boolean afterEvent;

    public JsonRecords(Limits limits, Layer next) {
        super(next);
        this.limits = limits;
    }

    @Override
    public void take(PartialLine line) {
        var text = line.text();
        var start = start(text);
        var first = start < text.length() ? text.charAt(start) : 0;
        if (open && continues(line, start, first) || afterEvent && text.isEmpty()) {
            afterEvent = false;
            return;
        }
        afterEvent = text.startsWith(EVENT);
        if (first == '[' && text.startsWith("[{", start) && isRecord(LenientObject.read(text, start + 1))) {
            objects(line, text);
        } else if (first != '{') {
            next.take(line);
        } else if (start + 1 == text.stripTrailing().length()) {
            // Possibly an object that spans lines; blocks of C code begin the same way
            open = true;
            opener = line;
        } else {
            whole(line, start);
        }
    }

    /**
     * The index after what may precede an object: indentation, the record separator of JSON sequences, YAML's dash, the name of an
     * event's data, or the time and the stream that container runtimes print.
     */
    private static int start(String text) {
        var stream = text.indexOf(" F {");
        if (stream > 0 && (text.startsWith("stdout", stream - 6) || text.startsWith("stderr", stream - 6))) {
            return stream + 3;
        }
        var at = 0;
        while (at < text.length()
                && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\u001e')) {
            at++;
        }
        if (text.startsWith(EVENT, at)) {
            return at + EVENT.length() - 1;
        }
        return text.startsWith("- {", at) ? at + 2 : at;
    }

    private void whole(PartialLine line, int start) {
        var text = line.text();
        var object = LenientObject.read(text, start);
        var nested = object.members().get("dmesg");
        if (nested != null) {
            objects(line, nested);
        } else if (isRecord(object)) {
            emit(line, object.members());
        } else {
            next.take(line);
        }
    }

    /** Passes on the messages of a list of objects. */
    private void objects(PartialLine line, String list) {
        for (var at = list.indexOf('{'); at >= 0; ) {
            var object = LenientObject.read(list, at);
            emit(line, object.members());
            at = list.indexOf('{', object.end());
        }
    }

    /** Whether it has a message, and no log in another member. */
    private static boolean isRecord(LenientObject object) {
        return hasMessage(object)
                && object.members().entrySet().stream()
                        .noneMatch(each -> !MESSAGES.contains(each.getKey()) && EmbeddedLogs.isLog(each.getValue()));
    }

    private static boolean hasMessage(LenientObject object) {
        return object.members().keySet().stream().anyMatch(MESSAGES::contains);
    }

    /** Handles a line of an object that spans lines; false if the line shows that it is no object. */
    private boolean continues(PartialLine line, int start, char first) {
        var text = line.text();
        if (first == '"' && member(line, start)) {
            return true;
        }
        var bracket = (first == '}' || first == '{' || first == ']')
                && start + 3 >= text.stripTrailing().length();
        if (!bracket || opener != null) {
            flush();
            return false;
        }
        close();
        open = first != ']';
        return true;
    }

    private boolean member(PartialLine line, int start) {
        var object = LenientObject.read(line.text(), start - 1);
        if (object.members().isEmpty()) {
            return false;
        }
        opener = null;
        var isMessage = hasMessage(object);
        if ((!isMessage || line.text().length() >= LINE_LIMIT) && EmbeddedLogs.mayHaveLog(line.text())) {
            next.take(line);
        } else if (openMembers.size() < MEMBER_LIMIT && line.text().length() < LINE_LIMIT) {
            message = isMessage ? line : message;
            openMembers.putAll(object.members());
        } else if (isMessage) {
            limits.met(LEFT_OUT, line.number());
        }
        return true;
    }

    @Override
    protected void flush() {
        open = false;
        close();
        if (opener != null) {
            next.take(opener);
            opener = null;
        }
    }

    private void close() {
        if (message != null) {
            emit(message, openMembers);
        }
        message = null;
        openMembers.clear();
    }

    private void emit(PartialLine line, Map<String, String> members) {
        var level = members.containsKey("dt") ? members.get("lvl") : null;
        if (level != null && !level.equals("target") && !level.equals("feedback")) {
            return;
        }
        var text = MESSAGES.stream()
                .filter(members::containsKey)
                .findFirst()
                .map(members::get)
                .map(LenientObject::text)
                .orElse("");
        var caller = Caller.read(members.getOrDefault("caller", ""));
        JournalEntry.give(members, text, line.with("", time(members), caller).at(wall(members)), next);
    }

    private static String wall(Map<String, String> members) {
        var journal = JournalEntry.wall(members);
        return journal != null
                ? journal
                : DATES.stream()
                        .map(name -> members.getOrDefault(name, ""))
                        .filter(value -> value.indexOf(':') > 0)
                        .findFirst()
                        .orElse(null);
    }

    private static Double time(Map<String, String> members) {
        var time = members.get("time");
        return time == null ? JournalEntry.time(members) : PrintkTime.seconds(time);
    }

    @Override
    public boolean isTransparent() {
        return !open && !afterEvent && next.isTransparent();
    }
}

package org.unsplat.input.mail;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;

/**
 * Finds the mails in an input and passes on their decoded text; their headers go to {@link Messages}.
 *
 * <pre>{@code
 * From bob@example.org Mon Jan  1 00:00:00 2024
 * Message-ID: <1@example.org>
 * Subject: a race
 *
 * [   12.345678] the text
 * }</pre>
 *
 * <p>A header block is recognized at the start of the input and after an mbox line. Elsewhere it must follow an empty line and
 * contain headers that only a delivered mail has. Everything else is text, also a patch with headers within a delivered mail.
 */
public final class MailLayer extends Layer {

    /** The number of lines that are held back until they prove to be headers of a mail. */
    private static final int HEADER_LIMIT = 2000;

    /** The same for a block with the usual headers of a mail, which may list many recipients. */
    private static final int MAIL_HEADER_LIMIT = 100_000;

    /** The number of characters held back, because lines may be long; no header of a mail is of this size. */
    private static final int HELD_CHARACTERS_LIMIT = 1 << 24;

    private final Messages messages;
    private final Limits limits;
    private final List<PartialLine> held = new ArrayList<>();
    private int heldCharacters;
    private HeaderBlock headers;
    private MimeBody body;
    private int message;
    private boolean delivered;
    private boolean atStart = true;
    private boolean afterBlank = true;

    public MailLayer(Layer next, Messages messages, Limits limits) {
        super(next);
        this.limits = limits;
        this.messages = messages;
        this.message = messages.begin();
    }

    @Override
    public void take(PartialLine line) {
        if (headers == null && afterBlank && begins(line.text())) {
            headers = new HeaderBlock();
        }
        if (headers == null) {
            pass(line);
        } else {
            collect(line);
        }
    }

    private boolean begins(String text) {
        return HeaderBlock.isMboxLine(text)
                || (atStart ? HeaderBlock.isHeader(text) : HeaderBlock.isTransport(text) && !insidePart());
    }

    private boolean insidePart() {
        return body != null && body.insidePart();
    }

    private void collect(PartialLine line) {
        if (mayGoOn() && headers.add(line.text())) {
            held.add(line);
            heldCharacters += line.text().length();
        } else if (line.text().isBlank() && headers.isMail(atStart) && (headers.isDelivered() || !delivered)) {
            begin(line.number());
        } else {
            giveUp();
            take(line);
        }
    }

    private boolean mayGoOn() {
        return heldCharacters < HELD_CHARACTERS_LIMIT
                && (held.size() < HEADER_LIMIT || held.size() < MAIL_HEADER_LIMIT && headers.isMail(atStart));
    }

    private void begin(int line) {
        closeBody();
        // No layer may carry text of one mail over to the next
        next.end();
        if (headers.isCut()) {
            limits.met(HeaderBlock.CUT, line);
        }
        message = messages.begin(headers);
        body = new MimeBody(next, headers, limits);
        delivered = headers.isDelivered();
        forgetHeaders();
        atStart = false;
        afterBlank = true;
    }

    private void giveUp() {
        var lines = List.copyOf(held);
        forgetHeaders();
        lines.forEach(this::pass);
        // The line that disproved the block cannot begin another one
        afterBlank = false;
    }

    private void forgetHeaders() {
        headers = null;
        held.clear();
        heldCharacters = 0;
    }

    private void pass(PartialLine line) {
        afterBlank = line.text().isEmpty();
        atStart &= afterBlank;
        var mine = message == line.message() ? line : new PartialLine(line.number(), line.raw(), message);
        if (body == null) {
            next.take(mine);
        } else {
            body.take(mine);
        }
    }

    private void closeBody() {
        if (body != null) {
            body.end();
        }
    }

    @Override
    public boolean isTransparent() {
        return message == 0 && headers == null && body == null && !afterBlank && !atStart && next.isTransparent();
    }

    @Override
    protected void flush() {
        if (headers != null) {
            giveUp();
        }
        closeBody();
    }
}

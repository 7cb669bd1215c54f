package org.unsplat.input.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.markup.HtmlText;

/**
 * Decodes the body of a mail: the text of its parts, one after the other. The HTML alternative of a text is left out, and so
 * are images, signatures and archives.
 *
 * <pre>{@code
 * --boundary
 * Content-Type: text/plain; charset=utf-8
 * Content-Transfer-Encoding: quoted-printable
 *
 * Hello=20world
 * --boundary--
 * }</pre>
 */
final class MimeBody extends Layer {

    /** The largest depth of nested parts; deeper ones are read as text. */
    private static final int DEPTH_LIMIT = 16;

    private final Deque<Multipart> open = new ArrayDeque<>();
    private HeaderBlock headers;
    private Layer part;
    private final Limits limits;

    private static final class Multipart {
        private final String delimiter;
        private final boolean alternative;
        private boolean hasText;

        private Multipart(ContentType type) {
            this.delimiter = "--" + type.parameter("boundary");
            this.alternative = type.is("multipart/alternative");
        }
    }

    MimeBody(Layer next, HeaderBlock headers, Limits limits) {
        super(next);
        this.limits = limits;
        this.part = begin(headers, 0);
    }

    boolean insidePart() {
        return !open.isEmpty();
    }

    @Override
    public void take(PartialLine line) {
        if (!open.isEmpty()
                && line.text().startsWith("--")
                && delimits(line.text().stripTrailing())) {
            return;
        }
        if (headers == null) {
            part.take(line);
        } else if (!headers.add(line.text())) {
            part = begin(headers, line.number());
            headers = null;
            if (!line.text().isBlank()) {
                part.take(line);
            }
        }
    }

    private boolean delimits(String text) {
        for (var multipart : open) {
            var closes = text.equals(multipart.delimiter + "--");
            if (closes || text.equals(multipart.delimiter)) {
                delimit(multipart, closes);
                return true;
            }
        }
        return false;
    }

    private void delimit(Multipart multipart, boolean closes) {
        part.end();
        while (open.peek() != multipart) {
            open.pop();
        }
        if (closes) {
            open.pop();
        }
        part = new PartSink(next);
        headers = closes ? null : new HeaderBlock();
    }

    private Layer begin(HeaderBlock partHeaders, int line) {
        var type = ContentType.of(partHeaders.get("content-type", "text/plain"));
        if (type.isMultipart() && open.size() < DEPTH_LIMIT) {
            open.push(new Multipart(type));
            return new PartSink(next);
        }
        if (type.isMultipart()) {
            limits.met(
                    "a mail has more than " + DEPTH_LIMIT
                            + " parts within parts: what is nested deeper was read as text",
                    line);
        }
        var parent = open.peek();
        var twin = parent != null && parent.alternative && parent.hasText && type.is("text/html");
        if (twin || !type.isReadable()) {
            return new PartSink(null);
        }
        if (parent != null) {
            parent.hasText |= type.is("text/plain");
        }
        return decoder(partHeaders.get("content-transfer-encoding", ""), type);
    }

    private Layer decoder(String encoding, ContentType type) {
        Layer text = new PartSink(next);
        if (type.is("text/html")) {
            text = new HtmlText(text);
        } else if ("flowed".equalsIgnoreCase(type.parameter("format"))) {
            text = new FlowedText(text, "yes".equalsIgnoreCase(type.parameter("delsp")));
        }
        if (encoding.equalsIgnoreCase("quoted-printable")) {
            return new QuotedPrintable(text, type.charset());
        }
        return encoding.equalsIgnoreCase("base64") ? new Base64Text(text, type.charset()) : text;
    }

    @Override
    public void end() {
        part.end();
    }

    /** The target of a part, whose end is not the end of the input. */
    private static final class PartSink extends Layer {

        PartSink(Layer next) {
            super(next);
        }

        @Override
        public void take(PartialLine line) {
            if (next != null) {
                next.take(line);
            }
        }

        @Override
        public void end() {}
    }
}

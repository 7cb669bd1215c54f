package org.unsplat.input.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Keeps what a layer hands on. */
public class RecordingLayer extends Layer {

    private final List<PartialLine> lines = new ArrayList<>();
    private boolean ended;

    public RecordingLayer() {
        super(null);
    }

    @Override
    public void take(PartialLine line) {
        lines.add(line);
    }

    @Override
    public boolean isTransparent() {
        return true;
    }

    @Override
    public void end() {
        ended = true;
    }

    /** The lines as they came. */
    public List<PartialLine> lines() {
        return lines;
    }

    public List<String> texts() {
        return lines.stream().map(PartialLine::text).toList();
    }

    public static PartialLine line(String text) {
        return new PartialLine(1, text, 0);
    }

    /** What a layer makes of a whole text. */
    public static RecordingLayer through(Function<Layer, Layer> made, String... lines) {
        var out = new RecordingLayer();
        var layer = made.apply(out);
        for (var at = 0; at < lines.length; at++) {
            layer.take(new PartialLine(at + 1, lines[at], 0));
        }
        layer.end();
        if (!out.ended) {
            throw new AssertionError("the end was not handed on");
        }
        return out;
    }
}

package org.unsplat.input.quoting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/** Keeps what a layer hands on. */
final class RecordingLayer extends Layer {

    private final List<PartialLine> lines = new ArrayList<>();
    private boolean ended;

    RecordingLayer() {
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
    List<PartialLine> lines() {
        return lines;
    }

    List<String> texts() {
        return lines.stream().map(PartialLine::text).toList();
    }

    static PartialLine line(String text) {
        return new PartialLine(1, text, 0);
    }

    /** What a layer makes of a whole text. */
    static RecordingLayer through(Function<Layer, Layer> made, String... lines) {
        var out = new RecordingLayer();
        var layer = made.apply(out);
        Stream.of(lines).map(RecordingLayer::line).forEach(layer::take);
        layer.end();
        if (!out.ended) {
            throw new AssertionError("the end was not handed on");
        }
        return out;
    }
}

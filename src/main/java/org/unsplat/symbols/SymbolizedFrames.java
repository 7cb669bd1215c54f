package org.unsplat.symbols;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.demangle.Demangler;
import org.unsplat.model.StackFrame;
import org.unsplat.model.StackFrameBuilder;
import org.unsplat.symbols.tool.SourceLine;

/**
 * Makes frames as syzkaller's symbolizer prints them: the inlined functions first, the innermost at the top. The text before the
 * symbol, such as an address, is repeated for each.
 */
final class SymbolizedFrames {

    private SymbolizedFrames() {}

    /** @param lines the innermost function first, at least one */
    static List<StackFrame> of(StackFrame frame, List<SourceLine> lines, SourceRoot root) {
        var frames = new ArrayList<StackFrame>(lines.size());
        int last = lines.size() - 1;
        for (var line : lines.subList(0, last)) {
            if (line.function() != null && line.file() != null) {
                frames.add(inlined(frame, line, root));
            }
        }
        frames.add(
                frame.at(root.relative(lines.get(last).file()), lines.get(last).line()));
        return frames;
    }

    private static StackFrame inlined(StackFrame frame, SourceLine line, SourceRoot root) {
        return StackFrameBuilder.builder()
                .function(line.function())
                .demangled(Demangler.demangle(line.function()))
                .module(frame.module())
                .file(root.relative(line.file()))
                .line(line.line())
                .inline(true)
                .reliable(frame.reliable())
                .address(frame.address())
                .addressText(frame.addressText())
                .sp(frame.sp())
                .context(frame.context())
                .flags(List.of())
                .inlinedAt(List.of())
                .after(List.of())
                .build();
    }
}

package org.unsplat.grammar.oops;

import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;

/** {@code Modules linked in: lkt(O+) kct [last unloaded: x]} ({@code print_modules}). */
public final class ModulesPiece extends Piece {

    private static final String START = "Modules linked in:";
    /** The match is the list, empty if there are no modules. */
    static final LineType<String> LINE = new LineType<>("list of modules", List.of(START)) {
        @Override
        public String read(String text) {
            return text.startsWith(START) ? text.substring(START.length()).strip() : null;
        }

        @Override
        public boolean goesOn(String text, String tail) {
            return tail.startsWith("[last unloaded:");
        }

        @Override
        public boolean isStrict(String text) {
            return false;
        }
    };

    public ModulesPiece() {
        super("list of modules", List.of(LINE));
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var modules = lines.accept(LINE);
        if (modules != null) {
            builder.noModules = modules.isEmpty();
            builder.modules = builder.noModules ? null : modules;
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        var modules = report.lockdep().modules();
        if (modules != null || report.lockdep().noModules()) {
            out.line(modules == null ? START : START + " " + modules);
        }
    }
}

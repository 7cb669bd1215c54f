package org.unsplat.grammar;

import org.unsplat.model.Report;

/** {@code Modules linked in: lkt(O+) kct [last unloaded: x]} ({@code print_modules}). */
public final class ModulesLine implements Piece {

    private static final String START = "Modules linked in:";

    @Override
    public String name() {
        return "list of modules";
    }

    @Override
    public boolean starts(String line) {
        return matches(line);
    }

    static boolean matches(String line) {
        return line.startsWith(START);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var modules = lines.next().substring(START.length()).strip();
        draft.noModules = modules.isEmpty();
        draft.modules = draft.noModules ? null : modules;
    }

    @Override
    public void write(Report report, KernelText out) {
        var modules = report.lockdep().modules();
        if (modules != null || report.lockdep().noModules()) {
            out.line(modules == null ? START : START + " " + modules);
        }
    }
}

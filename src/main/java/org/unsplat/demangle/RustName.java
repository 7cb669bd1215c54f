package org.unsplat.demangle;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A Rust name in the v0 mangling (RFC 2603), written without crate hashes as {@code c++filt -i} does:
 * <pre>
 * symbol = "_R" path [instantiating crate]
 * path   = "C" identifier                       crate
 *        | "N" namespace path identifier        path::name, path::{closure#0}
 *        | "M" impl type                        &lt;type&gt;
 *        | "X" impl type path | "Y" type path   &lt;type as path&gt;
 *        | "I" path {argument} "E"              path::&lt;argument&gt;
 *        | back reference
 * impl   = [disambiguator] path                 not printed
 * </pre>
 */
final class RustName {

    private final MangledText in;
    private final LimitedText out = new LimitedText();
    private final RustType types;

    private RustName(String mangled) {
        in = new MangledText(mangled);
        types = new RustType(in, out, this);
    }

    /** @param mangled the name after {@code _R}, without suffixes */
    static String demangle(String mangled) {
        var name = new RustName(mangled);
        name.path(true);
        if (!name.in.isAtEnd()) {
            name.unseen(name::path);
        }
        if (!name.in.isAtEnd()) {
            throw new MalformedSymbol();
        }
        return name.out.toString();
    }

    /** @param inValue whether it names a function or constant, whose generic arguments follow {@code ::} */
    void path(boolean inValue) {
        in.enter();
        switch (in.next()) {
            case 'C' -> out.add(RustIdentifier.read(in).name());
            case 'N' -> nested(inValue);
            case 'M' -> {
                impl();
                out.add("<");
                types.type();
                out.add(">");
            }
            case 'X' -> {
                impl();
                typeAsTrait();
            }
            case 'Y' -> typeAsTrait();
            case 'I' -> {
                path(inValue);
                out.add(inValue ? "::<" : "<");
                arguments();
                out.add(">");
            }
            case 'B' -> backReference(() -> path(inValue));
            default -> throw new MalformedSymbol();
        }
        in.leave();
    }

    private void nested(boolean inValue) {
        char namespace = in.next();
        var isSpecial = namespace >= 'A' && namespace <= 'Z';
        if (!isSpecial && (namespace < 'a' || namespace > 'z')) {
            throw new MalformedSymbol();
        }
        path(inValue);
        var identifier = RustIdentifier.read(in);
        if (isSpecial) {
            out.add("::{" + (namespace == 'C' ? "closure" : namespace == 'S' ? "shim" : String.valueOf(namespace)));
            out.add(identifier.name().isEmpty() ? "" : ":" + identifier.name());
            out.add("#" + identifier.disambiguator() + "}");
        } else if (!identifier.name().isEmpty()) {
            out.add("::" + identifier.name());
        }
    }

    /** Skips the path where the impl is in the source. */
    private void impl() {
        RustIdentifier.disambiguator(in);
        unseen(this::path);
    }

    private void unseen(Consumer<Boolean> path) {
        var muted = out.mute(true);
        path.accept(false);
        out.mute(muted);
    }

    private void typeAsTrait() {
        out.add("<");
        types.type();
        out.add(" as ");
        path(false);
        out.add(">");
    }

    /** Reads a trait and leaves its generic arguments open for associated types; returns whether there are any. */
    boolean openPath() {
        in.enter();
        var open = false;
        if (in.accept('B')) {
            var opened = new boolean[1];
            backReference(() -> opened[0] = openPath());
            open = opened[0];
        } else if (in.accept('I')) {
            path(false);
            out.add("<");
            arguments();
            open = true;
        } else {
            path(false);
        }
        in.leave();
        return open;
    }

    private void arguments() {
        list(", ", this::argument);
    }

    private Void argument(int index) {
        if (in.accept('L')) {
            types.lifetime(RustIdentifier.base62(in));
        } else if (in.accept('K')) {
            types.constants().constant(false);
        } else {
            types.type();
        }
        return null;
    }

    /** Reads a list up to the {@code E} that closes it; returns the number of elements. */
    int list(String separator, Function<Integer, Void> element) {
        var count = 0;
        while (!in.accept('E')) {
            out.add(count > 0 ? separator : "");
            element.apply(count++);
        }
        return count;
    }

    /** Reads the text further in front again, unless output is muted. */
    void backReference(Runnable read) {
        var start = in.position() - 1;
        long target = RustIdentifier.base62(in);
        if (target >= start) {
            throw new MalformedSymbol();
        }
        if (!out.isMuted()) {
            var end = in.position();
            in.moveTo((int) target);
            read.run();
            in.moveTo(end);
        }
    }
}

package org.unsplat.demangle;

import java.util.Map;

/** A type in a Rust name: {@code RSh} is {@code &[u8]}. */
final class RustType {

    private static final Map<Character, String> BASIC =
            CppBuiltins.table("a:i8,b:bool,c:char,d:f64,e:str,f:f32,h:u8,i:isize,j:usize,l:i32,m:u32,n:i128,o:u128,"
                    + "p:_,s:i16,t:u16,u:(),v:...,x:i64,y:u64,z:!");

    private static final int LETTERS = 26;
    private static final int MAX_LIFETIMES = 1000;

    private final MangledText in;
    private final LimitedText out;
    private final RustName names;
    private final RustConstant constants;
    private long boundLifetimes;

    RustType(MangledText in, LimitedText out, RustName names) {
        this.in = in;
        this.out = out;
        this.names = names;
        this.constants = new RustConstant(in, out, names);
    }

    RustConstant constants() {
        return constants;
    }

    void type() {
        in.enter();
        var basic = BASIC.get(in.peek());
        if (basic != null) {
            in.next();
            out.add(basic);
        } else {
            composed();
        }
        in.leave();
    }

    private void composed() {
        switch (in.peek()) {
            case 'R', 'Q' -> reference(in.next());
            case 'P', 'O' -> {
                out.add(in.next() == 'P' ? "*const " : "*mut ");
                type();
            }
            case 'A', 'S' -> array(in.next());
            case 'T' -> tuple();
            case 'F' -> {
                in.next();
                bound(this::function);
            }
            case 'D' -> {
                in.next();
                dyn();
            }
            case 'B' -> {
                in.next();
                names.backReference(this::type);
            }
            default -> names.path(false);
        }
    }

    private void reference(char tag) {
        out.add("&");
        long lifetime = in.accept('L') ? RustIdentifier.base62(in) : 0;
        if (lifetime != 0) {
            lifetime(lifetime);
            out.add(" ");
        }
        out.add(tag == 'Q' ? "mut " : "");
        type();
    }

    private void array(char tag) {
        out.add("[");
        type();
        if (tag == 'A') {
            out.add("; ");
            constants.constant(true);
        }
        out.add("]");
    }

    private void tuple() {
        in.next();
        out.add("(");
        var count = names.list(", ", this::element);
        out.add(count == 1 ? ",)" : ")");
    }

    private Void element(int index) {
        type();
        return null;
    }

    private void function() {
        out.add(in.accept('U') ? "unsafe " : "");
        if (in.accept('K')) {
            var abi = in.accept('C') ? "C" : RustIdentifier.name(in).replace('_', '-');
            out.add("extern \"" + abi + "\" ");
        }
        out.add("fn(");
        names.list(", ", this::element);
        out.add(")");
        if (!in.accept('u')) {
            out.add(" -> ");
            type();
        }
    }

    private void dyn() {
        out.add("dyn ");
        bound(() -> names.list(" + ", this::trait));
        in.expect('L');
        long lifetime = RustIdentifier.base62(in);
        if (lifetime != 0) {
            out.add(" + ");
            lifetime(lifetime);
        }
    }

    private Void trait(int index) {
        var open = names.openPath();
        while (in.accept('p')) {
            out.add(open ? ", " : "<");
            open = true;
            out.add(RustIdentifier.name(in) + " = ");
            type();
        }
        out.add(open ? ">" : "");
        return null;
    }

    /** Reads a type that may bind lifetimes: {@code for<'a> fn(&'a u8)}. */
    private void bound(Runnable inner) {
        long before = boundLifetimes;
        if (in.accept('G')) {
            long count = RustIdentifier.base62(in) + 1;
            if (count > MAX_LIFETIMES) {
                throw new MalformedSymbol();
            }
            out.add("for<");
            for (long i = 0; i < count; i++) {
                boundLifetimes++;
                out.add(i > 0 ? ", " : "");
                lifetime(1);
            }
            out.add("> ");
        }
        inner.run();
        boundLifetimes = before;
    }

    /** @param index counted from 1 for the innermost bound lifetime; 0 for an erased one */
    void lifetime(long index) {
        if (out.isMuted()) {
            return;
        }
        long depth = boundLifetimes - index;
        if (depth < 0) {
            throw new MalformedSymbol();
        }
        out.add("'" + (index == 0 ? "_" : depth < LETTERS ? String.valueOf((char) ('a' + depth)) : "_" + depth));
    }
}

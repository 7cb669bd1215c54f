package org.unsplat.grammar.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.StackFrame;

class SourceNameTest {

    private static final String WITH_TRAIT = "<rust_toy::Toy as kernel::miscdevice::MiscDevice>::write_iter";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toy::run",
                WITH_TRAIT,
                "<toy::Ring>::drain::{closure#0}",
                "toy::run::<fn(u8) -> u8>",
                "toy::run::<dyn for<'a> core::Fn<(&'a u8,), Output = ()>>",
                "<&mut [u8; 4] as toy::Ring>::run"
            })
    void knowsNames(String name) {
        assertTrue(SourceName.matches(name));
        var decoded = Symbol.frame(name + " (rust/kernel/sync/lock.rs:171 drivers/toy.rs:88) rust_toy");
        assertEquals(name, decoded.function());
        assertEquals("drivers/toy.rs", decoded.file());
        assertEquals(88, decoded.line());
        assertEquals("rust_toy", decoded.module());
        assertEquals(List.of(new StackFrame.InlinedAt("rust/kernel/sync/lock.rs", 171, null)), decoded.inlinedAt());
        assertEquals(name, Symbol.frame(name + "+0x10/0x20 [rust_toy]").function());
        assertEquals(name, Symbol.frame(name + " drivers/toy.rs:88 [inline]").function());
        assertEquals(name, Symbol.frame(name + " drivers/toy.rs:88 [rust_toy]").function());
        assertEquals(name, Symbol.frame(name + " [rust_toy]").function());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "toy", "in toy::run", "toy: run::it", "toy::run it", "<toy::run", "toy>::run", "a b::c"})
    void knowsProse(String text) {
        assertFalse(SourceName.matches(text));
        assertNull(Symbol.frame(text + " (drivers/toy.rs:88) of::it"));
    }

    @Test
    void startsWhereTheTextDoes() {
        assertEquals(WITH_TRAIT.length(), SourceName.start(WITH_TRAIT + " [rust_toy]"));
        assertEquals(0, SourceName.start("toy_push [toy]"));
        assertEquals(0, SourceName.start("<toy::run"));
    }
}

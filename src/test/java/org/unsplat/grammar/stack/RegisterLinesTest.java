package org.unsplat.grammar.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.grammar.Pieces;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.text.KernelText;

/** Registers and raw words, as the architectures dump them. */
class RegisterLinesTest {

    private static final String WORDS = "0000000000000000 ffff8800458dfa38 ffffffff82d383a9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RIP: 0033:0x47fbe9",
                "RAX: ffffffffffffffda RBX: 00000000068aeba0",
                WORDS,
                "c0a80000 c0a80004",
                "Stack : 9000000100c4f000 0000000000000000",
                "Stack from 0084fe5c:",
                "pstate: 60000005 (nZCv daif -PAN -UAO)",
                "pc : [<c010d5c8>]    lr : [<c0a1b2c4>]    psr: 60000013",
                "r10: c0a1b2c4  r9 : 00000000  r8 : 00000001",
                "Register r2 information: non-paged memory",
                "Exception stack(0xc11bdfb0 to 0xc11bdff8)",
                "dfa0: 00000000 00000000",
                "--- interrupt: 901 at f+0x1/0x2",
                "LR = f+0x1/0x2"
            })
    void isOne(String line) {
        assertTrue(Pieces.typed(line).is(RegisterLines.TYPE), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "IP:",
                "f+0x1/0x2",
                "0000000000000000",
                "c0a80000",
                "thanks",
                "but task is already holding lock:",
                "1 lock held by a/1:",
                "Call Trace:",
                "stack backtrace:",
                "c0a80000 c0a8000",
                "ip (3967) used greatest stack depth: 9096 bytes left",
                "sp (12) used greatest stack depth: 9096 bytes left"
            })
    void isNone(String line) {
        assertFalse(Pieces.typed(line).is(RegisterLines.TYPE), line);
    }

    /** The last of an odd number of words stands on a line alone; dots say that there is more. */
    @Test
    void lastWordsFollowWords() {
        assertTrue(follows(WORDS, "ffff8800458dfa88"));
        assertTrue(follows(WORDS, "..."));
        assertTrue(follows("c0a80000 c0a80004", "c0a80008"));
        assertFalse(follows("f+0x1/0x2", "ffff8800458dfa88"));
        assertFalse(follows(WORDS, "thanks"));
    }

    private static boolean follows(String last, String text) {
        return Pieces.typed(BacktracePiece.close(), last + "\n" + text).get(1).is(RegisterLines.WORDS_END);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Code: 48 89 e5 41 57; 41 56 <0f> 0b; true",
                "Code: 48 89 e5 41 57; thanks; false",
                "RSP: 002b:00007ffe12345678 EFLAGS: 00000246; ORIG_RAX: 0000000000000001; true",
                "RSP: 002b:00007ffe12345678 EFLAGS: 00000246; thanks; false",
                "RIP: 0033:0x47fbe9; ORIG_RAX: 0000000000000001; false",
                "dfa0: 00000000 00000000; 00000000 c0a80004; true",
                "dfa0: 00000000 00000000; thanks; false",
                "RAX: ffffffffffffffda RBX: 00000000068aeba0 RCX:; 000000000047fbe9; true",
                "RAX: ffffffffffffffda RBX:; thanks; false",
                WORDS + "; ffffffff86ad2b40; true",
                WORDS + "; thanks; false",
                WORDS + " ffffffff86ad2b40; ffff8800458dfa88; false",
                "c0a80000 c0a80004; c0a80008; false"
            })
    void isTheEndOfABrokenLine(String last, String text, boolean is) {
        assertEquals(is, RegisterLines.isTail(last, text));
    }

    /** As {@code show_stack} of x86, mips and powerpc indent them. */
    @Test
    void isWrittenWithTheKernelsMargins() {
        var out = new KernelText();
        RegisterLines.write(
                List.of(
                        "RIP: 0033:0x47fbe9",
                        WORDS,
                        "ffff8800458dfa88",
                        "LR = f+0x1/0x2",
                        "a0 : 0000000000000001",
                        "Stack : 9000000100c4f000 0000000000000000",
                        WORDS,
                        "..."),
                out);
        assertEquals(
                List.of(
                        "RIP: 0033:0x47fbe9",
                        " " + WORDS,
                        " ffff8800458dfa88",
                        "    LR = f+0x1/0x2",
                        " a0 : 0000000000000001",
                        "Stack : 9000000100c4f000 0000000000000000",
                        "        " + WORDS,
                        "        ..."),
                out.lines());
    }
}

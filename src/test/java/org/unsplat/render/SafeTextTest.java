package org.unsplat.render;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    /** What takes no place of its own, or turns the text around it, shows as its number. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u20dd", "\u200b", "\u202e", "\u001b", "\u0085", "\u2028", "\ue000"})
    void whatIsNotSeenIsSpelledOut(String sign) {
        var visible = SafeText.visible("a" + sign + "b");
        assertFalse(visible.contains(sign), visible);
        assertTrue(visible.startsWith("a") && visible.endsWith("b") && visible.length() > 3, visible);
    }
}

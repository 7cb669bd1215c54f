package org.unsplat.symbols;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.grammar.stack.SymbolText;

/**
 * Adds the place to the line of a register dump that names the instruction, as syzkaller's symbolizer does.
 *
 * <pre>
 * RIP: 0010:pv_native_safe_halt+0xf/0x20              x86, show_ip
 * pc : default_idle_call+0x24/0x30 [lkt]              arm64, __show_regs
 * PC is at default_idle_call+0x24/0x30                arm, __show_regs
 * epc : default_idle_call+0x24/0x30                   riscv, show_regs
 * NIP [c00000000000c2dc] default_idle_call+0x24/0x30  powerpc, show_regs
 * Krnl PSW : 0704c00180000000 000000000012a5b0 (default_idle_call+0x24/0x30)   s390, show_registers
 * </pre>
 */
final class RegisterText {

    private static final Pattern INSTRUCTION =
            Pattern.compile("((?:RIP|EIP): (?:[0-9a-f]{4}:)?|e?pc : |PC is at |NIP \\[[0-9a-f]{8,16}\\] "
                    + "|Krnl PSW : [0-9a-f]{8,16} [0-9a-f]{8,16} \\()"
                    + "([^\\s+()]+\\+0x[0-9a-f]+/0x[0-9a-f]+(?: \\[[^\\]]+\\])?)(\\)?)");

    private RegisterText() {}

    /** The lines; that of the instruction is repeated for each inlined function, innermost first. */
    static List<String> map(List<String> lines, FrameMapper mapper) {
        return lines.stream().flatMap(line -> map(line, mapper)).toList();
    }

    private static Stream<String> map(String line, FrameMapper mapper) {
        var match = INSTRUCTION.matcher(line.strip());
        var frame = match.matches() ? Symbol.frame(match.group(2)) : null;
        return frame == null
                ? Stream.of(line)
                : mapper.map(frame, AddressKind.EXACT).stream()
                        .map(each -> match.group(1) + SymbolText.of(each) + match.group(3));
    }
}

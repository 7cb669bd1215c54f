package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.model.Origin;
import org.unsplat.model.Race;
import org.unsplat.model.StackFrame;
import org.unsplat.model.StackFrameBuilder;

/** The values that templates show. */
class PageItemsTest {

    /** A name that a shell would not take as it is gets no quotes that may be wrong. */
    @ParameterizedTest
    @CsvSource({
        "-, -",
        "a.log, a.log",
        "/a/b-1+2_3.log, /a/b-1+2_3.log",
        "-a.log, FILE",
        "'a b.log', FILE",
        "a$b, FILE",
        "a;b, FILE",
        "$(a), FILE",
        "a.zip!b.log, FILE",
        "'', FILE",
    })
    void operandsOfAShell(String input, String operand) {
        assertEquals(operand, ShellCommand.operand(input));
        assertEquals("unsplat clean x", new ShellCommand("x").text());
        assertEquals("unsplat parse --format csv x", new ShellCommand("x").places());
    }

    @ParameterizedTest
    @CsvSource({"a/b/c.c, a/;b/;c.c", "c.c, c.c", "/a/b, /a/;b", "a/, a/", "a//b, a/;/b", "'', ''"})
    void pathsMayBreakBehindSlashes(String path, String parts) {
        var others = PathParts.others(path).stream().map(part -> ";" + part).collect(Collectors.joining());
        assertEquals(parts, PathParts.first(path) + others);
    }

    /** Each level has less than the one before it. */
    @Test
    void detailsAreLeftOutOneByOne() {
        assertEquals(
                List.of(
                        "ALL raw canonical trimmed stacks facts 190",
                        "WITHOUT_RAW canonical trimmed stacks facts 190",
                        "WITHOUT_KERNEL_TEXT trimmed stacks facts 190",
                        "SHORT_STACKS trimmed facts 20",
                        "FACTS facts 20",
                        "BRIEF 20"),
                Arrays.stream(DetailLevel.values())
                        .map(level -> level + (level.hasRaw() ? " raw" : "")
                                + (level.hasCanonical() ? " canonical" : "")
                                + (level.hasTrimmed() ? " trimmed" : "") + (level.hasWholeStacks() ? " stacks" : "")
                                + (level.hasFacts() ? " facts" : "") + " " + level.laterReports())
                        .toList());
        assertEquals(DetailLevel.WITHOUT_RAW, DetailLevel.ALL.less());
        assertEquals(DetailLevel.BRIEF, DetailLevel.BRIEF.less());
        assertEquals(DetailLevel.FACTS, DetailLevel.BRIEF.more());
        assertEquals(DetailLevel.ALL, DetailLevel.ALL.more());
        assertEquals("", DetailLevel.ALL.leftOut());
        assertEquals("the kernel text", DetailLevel.WITHOUT_KERNEL_TEXT.leftOut());
    }

    private static StackFrameBuilder frame(String function) {
        return StackFrameBuilder.builder().function(function).reliable(true);
    }

    @Test
    void aFrameHasItsPlaceOrItsModule() {
        var items = new FrameItems(SourceLinks.of("https://a.org/{file}#{line}"), null, false);
        var placed = frame("f").offset("0x1").size("0x2").file("a/b.c").line(7).build();
        assertEquals(new FrameItem("f", "a/b.c:7", "https://a.org/a/b.c#7", "at"), items.of(placed, placed));
        var bare = frame("f").offset("0x1").size("0x2").module("m").build();
        assertEquals(new FrameItem("f+0x1/0x2", "[m]", null, null), items.of(bare, placed));
        assertEquals(new FrameItem("g", "", null, null), items.of(frame("g").build(), null));
        assertEquals(
                new FrameItem("? g", "", null, "tool"),
                items.of(frame("g").reliable(false).build(), null));
        assertEquals("tool", items.of(frame("dump_stack_lvl").build(), null).style());
    }

    private static StackBlock folded(boolean isShort, String names) {
        List<StackFrame> frames = List.of(names.split(" ")).stream()
                .map(name -> frame(name).build())
                .toList();
        return new FrameItems(SourceLinks.NONE, null, isShort).folded(frames, frames.get(0));
    }

    @Test
    void whatTellsLittleIsFolded() {
        var block = folded(false, "a kthread ret_from_fork");
        assertEquals(List.of("a"), block.frames().stream().map(FrameItem::name).toList());
        assertEquals("at", block.frames().get(0).style());
        assertEquals(
                List.of("kthread", "ret_from_fork"),
                block.folded().stream().map(FrameItem::name).toList());
        assertEquals("2 more, to ret_from_fork", block.more());
        assertEquals(List.of(), folded(true, "a kthread ret_from_fork").folded());
        assertEquals(null, folded(false, "a b").more());
        assertEquals(true, new FrameItems(SourceLinks.NONE, null, true).isShort());
    }

    @Test
    void originsHaveLinks() {
        assertEquals(List.of(), OriginItems.of(null));
        var origin = new Origin(
                "01",
                "1@b",
                "s",
                "2024",
                "a@b",
                List.of("https://l/"),
                List.of("0123"),
                "c",
                "t",
                "https://c/",
                "l",
                List.of("https://r/"));
        assertEquals(
                List.of(
                        "subject s null",
                        "date 2024 null",
                        "list a@b null",
                        "message 1@b https://lore.kernel.org/all/1%40b",
                        "syzbot 01 https://syzkaller.appspot.com/bug?extid=01",
                        "commit c null",
                        "tree t null",
                        "config https://c/ https://c/",
                        "log l null",
                        "reproducer https://r/ https://r/",
                        "link https://l/ https://l/",
                        "fixes 0123 null"),
                OriginItems.of(origin).stream()
                        .map(item -> item.name() + " " + item.value() + " " + item.href())
                        .toList());
    }

    @Test
    void aValueIsToldInWords() {
        var same = ValueFacts.of(new Race.ValueChange("0x1", "0x1", "0x0", null, null));
        assertEquals(new ValueFacts("0x1", "0x1", "0x0", "the same value again", "", null), same);
        var masked = ValueFacts.of(new Race.ValueChange("0x1", "0x2", "0x3", "0x2", "0x2"));
        assertEquals("bits 0-1 flipped", masked.words());
        assertEquals("only the bits of mask 0x2 count: 0x2 changed", masked.mask());
        assertEquals(
                "bits 0-1 flipped, of the bytes that changed", masked.bits().words());
    }

    @Test
    void allBytesAreCounted() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var counted = new CountedStream(out)) {
            counted.write('a');
            counted.write(new byte[] {1, 'b', 'c', 2}, 1, 2);
            assertEquals(3, counted.count());
        }
        assertEquals("abc", out.toString());
    }
}

package org.unsplat.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a manual page for man(7) from the help of a command. */
final class ManPage {

    private final CommandSpec spec;
    private final StringBuilder text = new StringBuilder();

    ManPage(CommandSpec spec) {
        this.spec = spec;
    }

    String text() {
        var name = spec.qualifiedName("-");
        var usage = spec.usageMessage();
        line(".TH " + quoted(name.toUpperCase(Locale.ROOT)) + " 1 \"\" " + quoted("unsplat " + Version.number()));
        section("NAME");
        words(name + " - " + String.join(" ", usage.header()));
        section("SYNOPSIS");
        line(".B " + escaped(spec.qualifiedName()));
        words(spec.subcommands().isEmpty() ? operands("[OPTION]...") : "COMMAND [OPTION]... [FILE|DIR|-]...");
        if (usage.description().length > 0) {
            section("DESCRIPTION");
            words(String.join(" ", usage.description()).strip());
        }
        options();
        commands();
        footer(usage.footer());
        return text.toString();
    }

    private String operands(String before) {
        var words = new StringBuilder(before);
        spec.positionalParameters().forEach(operand -> words.append(" ").append(operand.paramLabel()));
        return words.toString();
    }

    private void options() {
        section("OPTIONS");
        for (var operand : spec.positionalParameters()) {
            entry(operand.paramLabel(), operand.description());
        }
        for (var option : spec.options()) {
            var label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
            entry(String.join(", ", option.names()) + label, option.description());
        }
    }

    private void commands() {
        var commands = spec.subcommands().values().stream()
                .map(command -> command.getCommandSpec())
                .filter(command -> !command.usageMessage().hidden())
                .toList();
        if (!commands.isEmpty()) {
            section("COMMANDS");
            commands.forEach(command -> entry(
                    command.qualifiedName("-") + "(1)", command.usageMessage().header()));
        }
    }

    /** Writes the footer: titles end with a colon, and indented lines are tables or examples, kept line by line. */
    private void footer(String[] lines) {
        for (var footer : Arrays.stream(lines).map(FishCompletion::plain).toList()) {
            if (footer.startsWith(" ")) {
                line(".br");
                line("\\ \\ " + escaped(footer.strip()));
            } else if (footer.endsWith(":")) {
                if (footer.equals("Examples:")) {
                    sections();
                }
                section(footer.substring(0, footer.length() - 1).toUpperCase(Locale.ROOT));
            } else if (!footer.isEmpty()) {
                section("NOTES");
                words(footer);
            }
        }
    }

    /** Adds the sections that the help does not have. */
    private void sections() {
        for (var section : ManSections.of(spec.qualifiedName("-"))) {
            section(section.title());
            section.entries().forEach(entry -> entry(entry.term(), new String[] {entry.text()}));
        }
    }

    private void entry(String term, String[] description) {
        line(".TP");
        line(".B " + escaped(term));
        words(String.join(" ", description));
    }

    private void section(String title) {
        line(".SH " + quoted(title));
    }

    private void words(String words) {
        line(escaped(FishCompletion.plain(words)));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Escapes text for roff, which takes a dot or quote at the beginning of a line for a command. */
    private static String escaped(String words) {
        var escaped = words.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static String quoted(String words) {
        return "\"" + words.replace("\"", "\\(dq") + "\"";
    }
}

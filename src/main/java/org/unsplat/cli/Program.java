package org.unsplat.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command of a command line and runs it, with the handling of errors that all commands share. */
final class Program implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final String NAME = "unsplat";
    private static final String BISECT = "bisect";
    private static final List<String> COMMANDS =
            List.of("parse", "show", "check", "diff", "clean", "graph", BISECT, "schema", "kinds");
    /** Not of interest to most users, and not in the help. */
    private static final String HIDDEN = "generate";

    private final Streams streams;

    Program(Streams streams) {
        this.streams = streams;
    }

    /** The program without a command, whose help lists the commands. */
    private static final class NoCommand extends Command {

        NoCommand(Streams streams) {
            super(streams, NAME, "Takes KCSAN and lockdep reports apart, into structured JSON.", """
                    Examples:
                      unsplat parse console.log | jq '.reports[].title'
                      dmesg | unsplat parse --format jsonl

                    Each command has its own --help.
                    """);
            spec().usageMessage()
                    .synopsisSubcommandLabel("COMMAND")
                    .commandListHeading("Commands:%n")
                    .description(
                            "", "Reads kernel logs, mails and commit messages; writes what it finds to stdout.", "");
        }

        @Override
        public Integer call() {
            throw usageError("no command given: expected " + commands());
        }
    }

    /** Runs a command line and returns its exit status; no exception leaves it. */
    int run(String... given) {
        var status = execute(given);
        // git bisect would take any other failure for the bug
        return status == Exit.FAILED && given.length > 0 && given[0].equals(BISECT) ? Exit.SKIPPED : status;
    }

    private int execute(String... given) {
        var args = given.length > 0 && given[0].equals("help") ? asOption(given) : given;
        try {
            var alone = args.length > 0 && COMMANDS.contains(args[0]);
            // picocli writes only help there, and would hide a full disk
            var help = new StringWriter();
            var status = (alone ? alone(args[0]) : allCommands(args))
                    .setOut(new PrintWriter(help))
                    .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
                    .setParameterExceptionHandler(this)
                    .setExecutionExceptionHandler(this)
                    .execute(alone ? Arrays.copyOfRange(args, 1, args.length) : args);
            var output = Output.stdout(streams.out());
            output.text(help.toString());
            output.flush();
            return status;
        } catch (OutputException e) {
            return unwritten(e);
        } catch (Exception | Error e) {
            return internalError(e);
        }
    }

    /** Accepts {@code help} and {@code help parse}, as many programs do. */
    private static String[] asOption(String[] args) {
        if (args.length == 1 || args[1].startsWith("-")) {
            return new String[] {"--help"};
        }
        var known = COMMANDS.contains(args[1]) || args[1].equals(HIDDEN);
        return known ? new String[] {args[1], "--help"} : new String[] {args[1]};
    }

    /** A command without the program around it: setting up each command costs as much as scanning a small log. */
    private CommandLine alone(String name) {
        return command(name).setCommandName(NAME + " " + name);
    }

    private CommandLine allCommands(String[] args) {
        var line = new NoCommand(streams).line();
        for (var name : COMMANDS) {
            line.addSubcommand(name, command(name));
        }
        if (args.length > 0 && args[0].equals(HIDDEN)) {
            line.addSubcommand(HIDDEN, new GenerateCommand(streams, line).line());
        }
        return line;
    }

    /** {@code line()} in each branch: a common supertype would make the verifier load all commands. */
    private CommandLine command(String name) {
        return switch (name) {
            case "parse" -> new ParseCommand(streams).line();
            case "show" -> new ShowCommand(streams).line();
            case "check" -> new CheckCommand(streams).line();
            case "diff" -> new DiffCommand(streams).line();
            case "clean" -> new CleanCommand(streams).line();
            case "graph" -> new GraphCommand(streams).line();
            case BISECT -> new BisectCommand(streams).line();
            case "schema" -> new SchemaCommand(streams).line();
            case "kinds" -> new KindsCommand(streams).line();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        var command = e.getCommandLine();
        var message = message(e);
        streams.tell(message);
        if (!message.contains("did you mean")) {
            UnmatchedArgumentException.printSuggestions(e, command.getErr());
        }
        streams.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Exit.FAILED;
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && e.getCommandLine().getCommand() instanceof NoCommand
                && !unmatched.isUnknownOption()) {
            return unknownCommand(unmatched.getUnmatched().get(0));
        }
        return e.getMessage()
                .replaceFirst(
                        "expected one of \\[(.*), (.*)] \\(case-sensitive\\) but was (.*)",
                        "expected $1 or $2, found $3")
                .replaceFirst("('[^']*') is not an int$", "expected a number, found $1");
    }

    private static String unknownCommand(String name) {
        return isFile(name)
                ? "'" + name + "' is a file and no command: did you mean '" + NAME + " show " + name + "'?"
                : "unknown command '" + name + "': expected " + commands();
    }

    private static boolean isFile(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String commands() {
        return String.join(", ", COMMANDS);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof OutputException output) {
            return unwritten(output);
        }
        if (e instanceof CommandException) {
            streams.tell(e.getMessage());
            return Exit.FAILED;
        }
        return internalError(e);
    }

    private int unwritten(OutputException e) {
        if (e.closedPipe()) {
            return Exit.DONE;
        }
        streams.tell(e.getMessage());
        return Exit.FAILED;
    }

    private int internalError(Throwable e) {
        streams.tell("internal error: " + e + ": please report it, with the input");
        return Exit.FAILED;
    }
}

package org.unsplat.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The top command, and what holds for all commands: how errors are told and what they exit with. */
@Command(name = "unsplat", mixinStandardHelpOptions = true, versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Takes KCSAN and lockdep reports apart, into structured JSON.",
        description = {"", "Reads kernel logs, mails and commit messages; writes what it finds to stdout.", ""},
        commandListHeading = "Commands:%n",
        footer = {"", "Examples:",
            "  unsplat parse console.log | jq '.reports[].title'",
            "  dmesg | unsplat parse --format jsonl",
            "", "Each command has its own --help."})
final class Program implements Runnable, IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final List<String> COMMANDS =
            List.of("parse", "show", "check", "diff", "clean", "graph", "schema", "kinds");
    /** Not for everybody, and not in the help. */
    private static final String HIDDEN = "generate";

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    Program(Streams streams) {
        this.streams = streams;
    }

    /** Runs a command line and returns its exit status; whatever happens, nobody sees a stack trace. */
    int run(String... args) {
        try {
            return commandLine(args)
                    .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
                    .setParameterExceptionHandler(this)
                    .setExecutionExceptionHandler(this)
                    .execute(args);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return internalError(e);
        }
    }

    /** With the one command that is named; with all of them for help and errors. Each costs 10 ms to set up. */
    private CommandLine commandLine(String[] args) {
        var line = new CommandLine(this);
        var named = args.length > 0 && COMMANDS.contains(args[0]);
        for (var name : COMMANDS) {
            if (!named || name.equals(args[0])) {
                line.addSubcommand(name, command(name));
            }
        }
        if (args.length > 0 && args[0].equals(HIDDEN)) {
            line.addSubcommand(HIDDEN, new GenerateCommand(streams, line));
        }
        return line;
    }

    private Object command(String name) {
        return switch (name) {
            case "parse" -> new ParseCommand(streams);
            case "show" -> new ShowCommand(streams);
            case "check" -> CheckCommand.line(streams);
            case "diff" -> new DiffCommand(streams);
            case "clean" -> new CleanCommand(streams);
            case "graph" -> new GraphCommand(streams);
            case "schema" -> new SchemaCommand(streams);
            case "kinds" -> new KindsCommand(streams);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given: expected " + commands());
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        var command = e.getCommandLine();
        streams.err().println("unsplat: " + message(e));
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        streams.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Exit.FAILED;
    }

    private String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && e.getCommandLine() == spec.commandLine()
                && !unmatched.isUnknownOption()) {
            return "unknown command '" + unmatched.getUnmatched().get(0) + "': expected " + commands();
        }
        return e.getMessage().replaceFirst("expected one of \\[(.*)] \\(case-sensitive\\) but was (.*)", "expected $1, found $2")
                .replaceFirst("('[^']*') is not an int$", "expected a number, found $1");
    }

    private String commands() {
        return String.join(", ", COMMANDS);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof OutputFailed output && output.closedPipe()) {
            return Exit.DONE;
        }
        if (e instanceof Failure || e instanceof OutputFailed) {
            streams.err().println("unsplat: " + e.getMessage());
            return Exit.FAILED;
        }
        return internalError(e);
    }

    private int internalError(Throwable e) {
        streams.err().println("unsplat: internal error: " + e + ": please report it, with the input");
        return Exit.FAILED;
    }
}

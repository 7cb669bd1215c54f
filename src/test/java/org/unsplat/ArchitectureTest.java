package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The import rule and the budgets, read off the sources. */
class ArchitectureTest {

    /** From left to right: a package imports only from its left. */
    private static final List<String> ORDER = List.of(
            "model",
            "input.bytes",
            "input.layer",
            "input.quoting",
            "input.quiet",
            "input.console",
            "input.records",
            "input.markup",
            "input.mail",
            "input",
            "classify",
            "demangle",
            "join",
            "grammar.text",
            "grammar.stack",
            "grammar",
            "grammar.lock",
            "grammar.rcu",
            "grammar.oops",
            "kcsan",
            "lockdep",
            "demux",
            "check",
            "triage",
            "symbols.elf",
            "symbols.tool",
            "symbols",
            "render",
            "render.graph",
            "render.clean",
            "render.show",
            "render.json",
            "render.csv",
            "render.ci",
            "render.html",
            "scan",
            "",
            "cli");

    private static final String IMPORT_RULE = "a package imports only from its left; kcsan and lockdep never meet; "
            + "demux and check know neither: " + ORDER;

    /** Those that know no kind of report but, at most, their own. */
    private static final List<String> OF_ANY_KIND = List.of("kcsan", "lockdep", "demux", "check");

    private static final Path MAIN = Path.of("src/main/java/org/unsplat");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?org\\.unsplat\\.((?:[a-z]+\\.)*)[A-Z]", Pattern.MULTILINE);
    private static final int LONGEST_FILE = 250;

    @Test
    void importsFollowTheRule() throws IOException {
        assertNone(IMPORT_RULE, (path, text) -> {
            var imports = IMPORT.matcher(text);
            while (imports.find()) {
                if (!mayImport(packageOf(path), withoutLastDot(imports.group(1)))) {
                    return true;
                }
            }
            return false;
        });
    }

    @Test
    void theRuleIsTheRule() {
        assertTrue(mayImport("cli", ""));
        assertTrue(mayImport("lockdep", "grammar"));
        assertTrue(mayImport("demux", "join"));
        assertTrue(mayImport("check", "demux"));
        assertTrue(mayImport("", "scan"));
        assertTrue(mayImport("input", "input.mail"));
        for (var pair : new String[][] {
            {"lockdep", "kcsan"},
            {"kcsan", "lockdep"},
            {"model", "input"},
            {"input.mail", "input"},
            {"input.console", "input.mail"},
            {"grammar", "grammar.lock"},
            {"render", "render.json"},
            {"classify", "grammar"},
            {"join", "grammar"},
            {"grammar", "kcsan"},
            {"grammar", "demux"},
            {"demux", "kcsan"},
            {"demux", "check"},
            {"check", "lockdep"},
            {"render", ""},
            {"", "cli"}
        }) {
            assertTrue(!mayImport(pair[0], pair[1]), pair[0] + " imports " + pair[1]);
        }
    }

    private static String withoutLastDot(String path) {
        return path.isEmpty() ? path : path.substring(0, path.length() - 1);
    }

    private static boolean mayImport(String importer, String imported) {
        if (importer.equals(imported)) {
            return true;
        }
        if (OF_ANY_KIND.contains(importer) && (imported.equals("kcsan") || imported.equals("lockdep"))) {
            return false;
        }
        return ORDER.contains(imported) && ORDER.indexOf(imported) < ORDER.indexOf(importer);
    }

    @Test
    void everyPackageHasItsPlace() throws IOException {
        assertNone("the packages are " + ORDER, (path, text) -> !ORDER.contains(packageOf(path)));
        for (var each : ORDER) {
            var info = MAIN.resolve(each.replace('.', '/')).resolve("package-info.java");
            assertTrue(Files.isRegularFile(info), info + " says what the package is for");
        }
    }

    @Test
    void jacksonIsWhereJsonIs() throws IOException {
        assertNone(
                "Jackson only in render.json, and where a program answers with JSON",
                (path, text) -> text.contains("tools.jackson")
                        && !List.of("render.json", "symbols.tool").contains(packageOf(path)));
    }

    @Test
    void picocliIsInCliOnly() throws IOException {
        assertNone(
                "picocli only in cli",
                (path, text) ->
                        text.contains("import picocli") && !packageOf(path).equals("cli"));
    }

    @Test
    void theProcessIsTouchedInMainOnly() throws IOException {
        var process = Pattern.compile("(?<!\\w)System\\.(out|err|in|exit)\\b|FileDescriptor\\.");
        assertNone(
                "System.out, System.err and System.exit only in Main",
                (path, text) -> process.matcher(withoutComments(text)).find() && !path.endsWith("cli/Main.java"));
    }

    /** Whatever an input says, it is read as text: it names no file, no host, no program and no class. */
    @Test
    void noInputReachesBeyondItself() throws IOException {
        mayOnly(
                "write files",
                "Files\\.(write|newOutputStream|newBufferedWriter|newByteChannel|copy|move|create|delete)\\w*\\("
                        + "|FileWriter|RandomAccessFile|FileOutputStream",
                "cli/Output.java",
                "cli/FileLock.java",
                "cli/Main.java",
                "symbols/UnpackedFiles.java");
        mayOnly(
                "open files and directories",
                "Files\\.(read|newInputStream|newBufferedReader|lines|list|walk|newDirectoryStream)\\w*\\("
                        + "|FileInputStream|FileReader|new File\\(",
                "cli/InputWalker.java",
                "cli/BaselineFile.java",
                "cli/CheckOutput.java",
                "cli/Output.java",
                "cli/SourceDir.java",
                "cli/Terminal.java",
                "input/Source.java",
                "symbols/DebugDirs.java",
                "symbols/UnpackedFiles.java");
        mayOnly(
                "use a network",
                "java\\.net\\.|java\\.nio\\.channels\\.(?!FileChannel|OverlappingFileLock)|\\bURL\\b\\(");
        mayOnly(
                "run programs",
                "ProcessBuilder|Runtime\\.getRuntime\\(\\)\\.exec|System\\.load",
                "symbols/tool/ToolProcess.java");
        mayOnly(
                "map files",
                "FileChannel\\.open",
                "cli/FileLock.java",
                "cli/Output.java",
                "symbols/UnpackedFiles.java",
                "symbols/elf/MappedFile.java");
        mayOnly(
                "make objects that an input names",
                "ObjectInputStream|Class\\.forName|ServiceLoader|ScriptEngine|XMLDecoder|org\\.yaml");
        mayOnly("read XML", "DocumentBuilder|SAXParser|XMLInputFactory|XMLReader|SAXReader");
    }

    private static void mayOnly(String act, String how, String... few) throws IOException {
        var pattern = Pattern.compile(how);
        assertNone(
                "only these " + act + ": " + List.of(few),
                (path, text) -> pattern.matcher(withoutComments(text)).find()
                        && !List.of(few)
                                .contains(MAIN.relativize(path).toString().replace('\\', '/')));
    }

    @Test
    void filesStayShort() throws IOException {
        assertNone(
                "no file has over " + LONGEST_FILE + " lines",
                (path, text) -> text.lines().count() > LONGEST_FILE);
    }

    /** A checkout on macOS or Windows keeps one of two paths that differ in case only. */
    @Test
    void everyNameIsUsedOnce() throws IOException {
        var names = new HashSet<String>();
        try (var paths = Files.walk(Path.of("src"))) {
            var twice = paths.filter(path -> path.toString().endsWith(".java"))
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith("-info.java") && !names.add(name.toLowerCase(Locale.ROOT)))
                    .toList();
            assertEquals(List.of(), twice, "no class has the simple name of another one, be it in other case");
        }
    }

    @Test
    void piecesAreNamedSo() throws IOException {
        var piece = Pattern.compile("class (\\w+) extends Piece\\b");
        assertNone("a piece is called ...Piece", (path, text) -> {
            var match = piece.matcher(text);
            return match.find() && !match.group(1).endsWith("Piece");
        });
    }

    @Test
    void publicTypesAreDocumented() throws IOException {
        var bare = Pattern.compile("(?<!\\*/)\\n(?:@[^\\n]*\\n)*public [a-z ]*(?:class|record|interface|enum) ");
        assertNone(
                "every public type has a doc comment",
                (path, text) -> bare.matcher(text.replaceAll("(?m)^@.*(?:\\n  .*)*\\n", ""))
                        .find());
    }

    private static void assertNone(String rule, BiPredicate<Path, String> offends) throws IOException {
        var offenders = new ArrayList<Path>();
        for (var path : sources()) {
            if (offends.test(path, Files.readString(path))) {
                offenders.add(MAIN.relativize(path));
            }
        }
        assertEquals(List.of(), offenders, rule);
    }

    private static List<Path> sources() throws IOException {
        try (var paths = Files.walk(MAIN)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String packageOf(Path path) {
        var parent = MAIN.relativize(path).getParent();
        return parent == null ? "" : parent.toString().replace('\\', '/').replace('/', '.');
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "");
    }
}

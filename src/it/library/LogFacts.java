import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.unsplat.Bugs;
import org.unsplat.ReadOptions;
import org.unsplat.ReportReader;
import org.unsplat.Reports;

/** Prints what a log tells, read as a text, as a stream and as a file: the library alone, without the command line. */
final class LogFacts {

    private LogFacts() {}

    public static void main(String[] args) throws Exception {
        var log = Path.of(args[0]);
        var options = ReadOptions.defaults();
        var bytes = Files.readAllBytes(log);
        print(Reports.of(new String(bytes, "UTF-8"), "text", options));
        print(Reports.of(new ByteArrayInputStream(bytes), "stream", options));
        print(Reports.of(log, options));
    }

    private static void print(ReportReader reader) {
        var bugs = new Bugs();
        try (reader) {
            reader.forEachRemaining(report -> {
                System.out.println(Reports.json(report));
                bugs.add(report);
            });
            reader.diagnostics().forEach(each -> System.out.println(each.code() + " " + each.message()));
            var off = reader.input().lockdepOff();
            System.out.println(reader.input().name() + ": lockdep " + (off == null ? "on" : "off from line " + off.line()));
            bugs.all().forEach(bug -> System.out.println(bug.count() + " " + bug.id()));
        }
    }
}

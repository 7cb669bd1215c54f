package org.unsplat.fleet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;

/** The job in a Java of its own, as a cluster runs it: with a heap of one gigabyte. */
final class FleetRun {

    private final Path dir;
    private final Path java;
    private final List<String> options = new ArrayList<>();

    /**
     * @param dir takes what is written
     * @param java the home of the Java to run it in
     */
    FleetRun(Path dir, Path java) {
        this.dir = dir;
        this.java = java;
    }

    FleetRun with(String name, String value) {
        options.add("-D" + name + "=" + value);
        return this;
    }

    /** Where Spark looks for the jars of the processes that it starts. */
    FleetRun withExecutors(int number, int cores, int megabytes) throws IOException {
        var jars = Files.createDirectories(dir.resolve("spark/jars"));
        for (var path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var jar = Path.of(path).toAbsolutePath();
            var link = jars.resolve(jar.getFileName());
            if (path.endsWith(".jar") && !Files.exists(link)) {
                Files.createSymbolicLink(link, jar);
            }
        }
        return with("spark.master", "local-cluster[" + number + "," + cores + "," + megabytes + "]")
                .with("spark.executor.memory", megabytes + "m")
                .with("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1")
                .with("spark.jars", job() + "," + Path.of("target/unsplat.jar").toAbsolutePath());
    }

    private static Path job() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("target").toAbsolutePath(), "unsplat-*-fleet.jar")) {
            return jars.iterator().next();
        }
    }

    Process start(Path logs, Path tables, String run) throws IOException {
        var command = new ArrayList<String>();
        command.add(java.resolve("bin/java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        command.addAll(List.of("-Xmx1g", "-Dspark.ui.enabled=false", "-Dspark.sql.session.timeZone=UTC"));
        // No test lives long enough for the slow compiler: 18 s of CPU for the samples, 33 with it
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dspark.sql.shuffle.partitions=4"));
        command.addAll(List.of("-Dspark.local.dir=" + dir, "-Dspark.driver.host=127.0.0.1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FleetJob.class.getName()));
        command.addAll(List.of("file://" + logs.toAbsolutePath(), "file://" + tables.toAbsolutePath(), run));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().put("SPARK_HOME", dir.resolve("spark").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", java.toString());
        return builder.start();
    }

    /** What the job says, and the executors too. */
    Path log() {
        return dir.resolve("job.txt");
    }

    /** Runs it to its end. */
    void run(Path logs, Path tables, String run) throws IOException, InterruptedException {
        end(start(logs, tables, run));
    }

    void end(Process job) throws IOException, InterruptedException {
        if (!job.waitFor(30, TimeUnit.MINUTES)) {
            job.destroyForcibly();
            throw new AssertionError("the job does not end: " + Files.readString(log()));
        }
        if (job.exitValue() != 0) {
            throw new AssertionError("the job failed: " + Files.readString(log()));
        }
    }

    /** An executor of a running job, once it runs tasks. */
    static Optional<ProcessHandle> executorOf(Process job) {
        return job.descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst();
    }

    /** This Java and, where it is there, 25. */
    static List<Path> javas() throws IOException {
        var homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        var others = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(others)) {
            try (var found = Files.newDirectoryStream(others, "*25*")) {
                found.forEach(home -> {
                    if (Files.isExecutable(home.resolve("bin/java")) && !home.equals(homes.get(0))) {
                        homes.add(home);
                    }
                });
            }
        }
        return homes;
    }
}

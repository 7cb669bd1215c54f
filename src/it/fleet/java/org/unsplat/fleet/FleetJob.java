package org.unsplat.fleet;

import java.util.*;
import java.util.stream.Stream;
import org.apache.hadoop.fs.*;
import org.apache.hadoop.util.functional.RemoteIterators;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.*;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.unsplat.*;
import org.unsplat.model.Report;

/** Tables of reports, bugs and diagnostics of all logs below a path; replaces those of an earlier RUN: FleetJob LOGS TABLES RUN. */
public final class FleetJob {
    private static final String OTHER = "day STRING, input STRING, line INT, level STRING, code STRING, message STRING";
    private static final String REPORT = "day STRING, input STRING, line INT, wall STRING, time DOUBLE, kernel STRING,"
            + " kind STRING, bug STRING, title STRING, complete BOOLEAN, json STRING";
    private static final String BUGS = "SELECT bug AS id, min_by(title, (day, input, line)) AS title, count(*) AS count, min(day) AS first_seen, max(day)"
            + " AS last_seen, count(DISTINCT input) AS inputs, array_sort(collect_set(kernel)) AS kernels FROM reports GROUP BY id, ifnull(id, kind || title)";

    public static void main(String[] args) throws Exception {
        try (var spark = SparkSession.builder().appName("unsplat").getOrCreate()) {
            var context = new JavaSparkContext(spark.sparkContext());
            var hadoop = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
            var packs = packs(new Path(args[0]), hadoop.value(), context.defaultParallelism(), spark.conf());
            var found = context.parallelize(packs, Math.max(1, packs.size())).flatMap(List::iterator)
                    .flatMap(log -> rows(log.getString(0), log.getString(1), hadoop.value())).persist(StorageLevel.DISK_ONLY());
            for (var table : Map.of("/reports/run=", REPORT, "/diagnostics/run=", OTHER).entrySet()) {
                var type = StructType.fromDDL(table.getValue());
                spark.createDataFrame(found.filter(row -> row.length() == type.size()), type).hint("rebalance", functions.col("day"))
                        .write().mode("overwrite").option("partitionOverwriteMode", "static").partitionBy("day").parquet(args[1] + table.getKey() + args[2]);
            }
            spark.read().schema(REPORT).parquet(args[1] + "/reports").createOrReplaceTempView("reports");
            spark.sql(BUGS).write().mode("overwrite").parquet(args[1] + "/bugs");
        }
    }

    /** As Spark packs files for its own readers: a task for each large log, the largest first, and one for several small ones. */
    private static List<List<Row>> packs(Path logs, SerializableConfiguration hadoop, int cores, RuntimeConfig conf) throws Exception {
        var files = RemoteIterators.toList(logs.getFileSystem(hadoop.value()).listFiles(logs, true));
        files.sort(Comparator.comparing(FileStatus::getLen).reversed());
        var opening = JavaUtils.byteStringAsBytes(conf.get("spark.sql.files.openCostInBytes"));
        var share = files.stream().mapToLong(file -> file.getLen() + opening).sum() / cores + 1;
        var most = Math.min(share, JavaUtils.byteStringAsBytes(conf.get("spark.sql.files.maxPartitionBytes")));
        var packs = new TreeMap<Long, List<Row>>();
        var before = 0L;
        for (var file : files) {
            var day = new java.sql.Date(file.getModificationTime()).toString();
            packs.computeIfAbsent(before / most, pack -> new ArrayList<>()).add(RowFactory.create(file.getPath().toString(), day));
            before += file.getLen() + opening;
        }
        return List.copyOf(packs.values());
    }

    private static Iterator<Row> rows(String log, String day, SerializableConfiguration hadoop) {
        try {
            var stream = new Path(log).getFileSystem(hadoop.value()).open(new Path(log));
            TaskContext.get().addTaskCompletionListener(task -> { JavaUtils.closeQuietly(stream); });
            var reader = Reports.of(stream, log, ReadOptions.defaults());
            var others = Stream.of(reader).peek(read -> JavaUtils.closeQuietly(stream)).flatMap(read -> read.diagnostics().stream())
                    .map(said -> RowFactory.create(day, said.input(), said.line(), said.level(), said.code(), said.message()));
            return Stream.concat(reader.readable().map(report -> row(report, day)), others).iterator();
        } catch (Exception e) {
            return Stream.of(RowFactory.create(day, log, null, "error", "unreadable-input", e.toString())).iterator();
        }
    }

    private static Row row(Report report, String day) {
        var where = report.where();
        var wall = where.wall() == null ? null : where.wall().first();
        return RowFactory.create(wall == null || wall.startsWith("-") ? day : wall.substring(0, 10), where.input(), where.first(),
                wall, where.time() == null ? null : where.time().first(), report.system() == null ? null : report.system().kernel(),
                report.kind(), Bug.idOf(report), report.title(), report.complete(), Reports.json(report));
    }
}

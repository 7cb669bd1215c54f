package org.unsplat.fleet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.unsplat.Bug;
import org.unsplat.ReadOptions;
import org.unsplat.Reports;
import org.unsplat.model.Report;

/** Tables of reports, bugs and diagnostics of all logs below a Hadoop path, a task for each: FleetJob LOGS TABLES RUN. */
public final class FleetJob {
    private static final String REPORT = "day STRING, input STRING, line INT, wall STRING, time DOUBLE, kernel STRING,"
            + " kind STRING, bug STRING, title STRING, complete BOOLEAN, json STRING";
    private static final String OTHER = "day STRING, input STRING, line INT, level STRING, code STRING, message STRING";
    private static final String BUGS = "SELECT bug AS id, min_by(title, (day, input, line)) AS title, count(*) AS count, min(day)"
            + " AS first_seen, max(day) AS last_seen, count(DISTINCT input) AS inputs, array_sort(collect_set(kernel)) AS kernels"
            + " FROM reports GROUP BY bug, if(bug IS NULL, kind || title, '')";

    public static void main(String[] args) throws Exception {
        try (var spark = SparkSession.builder().appName("unsplat").getOrCreate()) {
            var context = new JavaSparkContext(spark.sparkContext());
            var hadoop = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
            var logs = new Path(args[0]);
            var files = new ArrayList<Row>();
            for (var all = logs.getFileSystem(context.hadoopConfiguration()).listFiles(logs, true); all.hasNext(); ) {
                var file = all.next();
                files.add(RowFactory.create(file.getPath().toString(), new java.sql.Date(file.getModificationTime()).toString()));
            }
            var found = context.parallelize(files, Math.max(1, files.size()))
                    .flatMap(file -> rows(file.getString(0), file.getString(1), hadoop.value())).persist(StorageLevel.DISK_ONLY());
            var reports = spark.createDataFrame(found.filter(row -> row.length() > 6), StructType.fromDDL(REPORT));
            var others = spark.createDataFrame(found.filter(row -> row.length() == 6), StructType.fromDDL(OTHER));
            write(reports, args[1] + "/reports/run=" + args[2]);
            write(others, args[1] + "/diagnostics/run=" + args[2]);
            spark.read().schema(REPORT).parquet(args[1] + "/reports").createOrReplaceTempView("reports");
            spark.sql(BUGS).write().mode("overwrite").parquet(args[1] + "/bugs");
        }
    }

    /** What an earlier run of the same name wrote is replaced. */
    private static void write(Dataset<Row> rows, String path) {
        rows.hint("rebalance", functions.col("day")).write().mode("overwrite").partitionBy("day").parquet(path);
    }

    private static Iterator<Row> rows(String file, String day, SerializableConfiguration hadoop) {
        try {
            var path = new Path(file);
            var reader = Reports.of(path.getFileSystem(hadoop.value()).open(path), file, ReadOptions.defaults());
            TaskContext.get().addTaskCompletionListener(task -> { reader.close(); });
            var diagnostics = Stream.of(reader).flatMap(read -> read.diagnostics().stream()).map(said ->
                    RowFactory.create(day, said.input(), said.line(), said.level(), said.code(), said.message()));
            return Stream.concat(reader.readable().map(report -> row(report, day)), diagnostics).iterator();
        } catch (Exception | FSError e) {
            return Stream.of(RowFactory.create(day, file, null, "error", "unreadable-input", e.toString())).iterator();
        }
    }

    private static Row row(Report report, String day) {
        var where = report.where();
        var wall = where.wall() == null ? null : where.wall().first();
        var time = where.time() == null ? null : where.time().first();
        return RowFactory.create(wall == null || wall.startsWith("-") ? day : wall.substring(0, 10), where.input(),
                where.first(), wall, time, report.system() == null ? null : report.system().kernel(), report.kind(),
                Bug.idOf(report), report.title(), report.complete(), Reports.json(report));
    }
}

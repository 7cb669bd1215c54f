package org.unsplat.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What Spark wrote beside what the command line printed, both read by DuckDB. */
final class FleetTables implements AutoCloseable {

    private static final String FACTS = "line, wall, time, kernel, kind, bug, title, complete";

    private final Connection duckdb;

    /**
     * @param jsonl what {@code parse} printed
     * @param tables what the job wrote
     */
    FleetTables(Path jsonl, Path tables) throws SQLException, IOException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        ask("SET memory_limit = '4GB'");
        for (var statement : script(jsonl)) {
            if (statement.contains("CREATE") || statement.contains("SET VARIABLE")) {
                ask(statement);
            }
        }
        for (var table : List.of("reports", "diagnostics", "bugs")) {
            ask("CREATE VIEW spark_" + table + " AS SELECT * FROM read_parquet('" + tables + "/" + table
                    + "/**/*.parquet', union_by_name = true)");
        }
        // A name of the command line is a path, one of Spark's a URI; ids are counted by each for itself
        ask("CREATE VIEW spark_rows AS SELECT replace(input, 'file:/', '/') AS input, " + FACTS
                + ", regexp_replace(replace(json, '\"file:/', '\"/'), '^\\{\"id\":\"r\\d+\",', '') AS json"
                + " FROM spark_reports");
        ask("CREATE VIEW cli_rows AS SELECT input, " + FACTS
                + ", regexp_replace(json::VARCHAR, '^\\{\"type\":\"report\",\"id\":\"r\\d+\",', '') AS json FROM reports");
        ask("CREATE VIEW spark_said AS SELECT replace(input, 'file:/', '/') AS input, line, level, code"
                + " FROM spark_diagnostics");
        ask("CREATE VIEW cli_said AS SELECT json ->> '$.input' AS input, CAST(json ->> '$.line' AS INTEGER) AS line,"
                + " json ->> '$.level' AS level, json ->> '$.code' AS code"
                + " FROM read_json_objects('" + jsonl + "', format = 'newline_delimited', maximum_object_size = 67108864)"
                + " WHERE json ->> '$.type' = 'diagnostic'");
    }

    /** The statements of the questions, over this file and as of the last day of November. */
    private static List<String> script(Path jsonl) throws IOException {
        var text = Files.readString(Path.of("src/it/fleet/questions.sql"))
                .replace("'reports-*.jsonl'", "'" + jsonl + "'")
                .replace("today = today()", "today = DATE '2026-11-30'");
        return List.of(text.split(";\\n"));
    }

    /** What the questions answer, those that only make tables left out. */
    List<List<String>> answers(Path jsonl) throws IOException, SQLException {
        var answers = new ArrayList<List<String>>();
        for (var statement : script(jsonl)) {
            if (statement.matches("(?s).*-- \\d\\. .*")) {
                answers.add(ask(statement));
            }
        }
        return answers;
    }

    /** The rows, their fields joined by a bar. */
    List<String> ask(String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = duckdb.createStatement()) {
            if (!statement.execute(sql)) {
                return rows;
            }
            try (var result = statement.getResultSet()) {
                var columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    var fields = new ArrayList<String>();
                    for (var column = 1; column <= columns; column++) {
                        fields.add(result.getString(column));
                    }
                    rows.add(String.join("|", fields.stream().map(String::valueOf).toList()));
                }
            }
        }
        return rows;
    }

    long count(String table) throws SQLException {
        return Long.parseLong(ask("SELECT count(*) FROM " + table).get(0));
    }

    /** Row for row: what Spark found is what the command line found, and nothing is there twice. */
    void assertSame() throws SQLException {
        assertNoneBeyond("spark_rows", "cli_rows");
        assertNoneBeyond("cli_rows", "spark_rows");
        assertNoneBeyond("spark_said", "cli_said");
        assertNoneBeyond("cli_said", "spark_said");
        var facts = "id, count, inputs, kernels::VARCHAR";
        assertEquals(
                ask("SELECT " + facts + " FROM bugs ORDER BY ALL"),
                ask("SELECT " + facts + " FROM spark_bugs ORDER BY ALL"));
    }

    private void assertNoneBeyond(String rows, String others) throws SQLException {
        assertEquals(
                List.of(),
                ask("(SELECT * FROM " + rows + " EXCEPT ALL SELECT * FROM " + others + ") LIMIT 3"),
                rows + " beyond " + others);
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
    }
}

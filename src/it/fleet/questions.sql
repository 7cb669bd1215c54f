-- Six questions of a triage meeting, for DuckDB, over what parse prints; it reads many files at once:
--     unsplat parse --format jsonl -o reports-2026-11-30.jsonl logs/ && duckdb < questions.sql
-- The day of a report is that of its console's clock, else the date in the name of its log or of the JSONL, else today.
SET VARIABLE jsonl = 'reports-*.jsonl';
SET VARIABLE today = today();

CREATE OR REPLACE TABLE reports AS
WITH raw AS (
    SELECT json, filename, json ->> '$.where.input' AS input
    FROM read_json_objects(getvariable('jsonl'), format = 'newline_delimited', maximum_object_size = 67108864, filename = true)
    WHERE json ->> '$.type' = 'report')
SELECT
    coalesce(
        try_cast(left(json ->> '$.where.wall[0]', 10) AS DATE),
        try_cast(nullif(regexp_extract(input, '\d{4}-\d{2}-\d{2}'), '') AS DATE),
        try_cast(nullif(regexp_extract(filename, '\d{4}-\d{2}-\d{2}'), '') AS DATE),
        CAST(getvariable('today') AS DATE)) AS day,
    input,
    CAST(json ->> '$.where.lines[0]' AS INTEGER) AS line,
    json ->> '$.where.wall[0]' AS wall,
    CAST(json ->> '$.where.time[0]' AS DOUBLE) AS time,
    json ->> '$.system.kernel' AS kernel,
    json ->> '$.kind' AS kind,
    coalesce(
        'cycle/1 ' || (json ->> '$.fingerprints."cycle/1"'),
        'site/1 ' || (json ->> '$.fingerprints."site/1"'),
        'cut/1 ' || (json ->> '$.fingerprints."cut/1"')) AS bug,
    json ->> '$.title' AS title,
    CAST(json ->> '$.complete' AS BOOLEAN) AS complete,
    -- The first file that is neither a header nor the code of the locks themselves
    list_filter(
        list_concat(
            json ->> '$.race.accesses[*].stack[*].file', json ->> '$.lockdep.holding[*].at.file',
            json ->> '$.backtrace[*].file'),
        lambda file: NOT regexp_matches(file, '^(include|lib|kernel/(locking|kcsan))/'))[1] AS file,
    list_distinct(list_concat(
        [json ->> '$.lockdep.acquiring.class'], json ->> '$.lockdep.holding[*].class',
        json ->> '$.lockdep.chain[*].lock.class')) AS locks,
    json
FROM raw;

CREATE OR REPLACE VIEW bugs AS
SELECT
    bug AS id, arg_min(title, (day, input, line)) AS title, count(*) AS count, min(day) AS first_seen, max(day) AS last_seen,
    count(DISTINCT input) AS inputs,
    coalesce(list_sort(list(DISTINCT kernel) FILTER (kernel IS NOT NULL)), []) AS kernels
FROM reports
GROUP BY bug, CASE WHEN bug IS NULL THEN kind || title ELSE '' END;

-- 1. New this week
SELECT id, title, count, first_seen FROM bugs
WHERE first_seen > CAST(getvariable('today') AS DATE) - 7 ORDER BY count DESC, id, title;

-- 2. Most frequent
SELECT id, title, count, inputs, kernels FROM bugs ORDER BY count DESC, id, title LIMIT 20;

-- 3. Gone: seen before, but not this week
SELECT id, title, count, last_seen FROM bugs
WHERE last_seen <= CAST(getvariable('today') AS DATE) - 7 ORDER BY last_seen DESC, id, title;

-- 4. Per kernel
SELECT kernel, count(*) AS reports, count(DISTINCT coalesce(bug, kind || title)) AS bugs FROM reports
GROUP BY kernel ORDER BY reports DESC, kernel;

-- 5. Per subsystem, where the log has files
SELECT regexp_extract(file, '^((arch|block|drivers|fs|net|sound)/[^/]+|[^/]+)') AS subsystem, count(*) AS reports,
    count(DISTINCT coalesce(bug, kind || title)) AS bugs
FROM reports GROUP BY subsystem ORDER BY reports DESC, subsystem;

-- 6. Which locks most
SELECT lock, count(*) AS reports, count(DISTINCT coalesce(bug, kind || title)) AS bugs
FROM (SELECT unnest(locks) AS lock, bug, kind, title FROM reports) WHERE lock IS NOT NULL
GROUP BY lock ORDER BY reports DESC, lock LIMIT 20;

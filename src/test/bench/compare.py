#!/usr/bin/env python3
"""Compares unsplat with grep, rg and the start of Java, whole processes by CPU time (user + system), run in turn.

usage: compare.py [--rounds N] [--sizes 10M,1G,...] [--image BIN/UNSPLAT]       (from the project's directory, after mvn package)

Writes logs under target/bench, made of the reports in samples/ and of quiet lines by a fixed seed, and prints Markdown tables:
the median of the CPU seconds, of its ratio to the first row of the same round, and the peak RSS. Absolute seconds mean
little on a shared machine; ratios within a round do. The logs that show the growth are piped, 100 MB again and again.
"""
import argparse, datetime, os, pathlib, platform, random, shutil, statistics, subprocess, tempfile

HEADS = ("KCSAN: |possible circular locking|possible recursive locking|inconsistent lock state|irq lock inversion|-unsafe lock order"
         "|Invalid wait context|bad unlock balance|bad contention|held lock freed|lock held when returning|still has locks held"
         "|Nested lock was not taken|suspicious RCU usage|non-static key")
UNITS = {"K": 10**3, "M": 10**6, "G": 10**9}
SAMPLE = "samples/kcsan/data-race/6.12-x86_64-marked-write.log"
WORDS = "usb eth0 nvme0n1 veth7 docker0 wlan1 loop3 sda tty1 card0 bond0 team0".split()


def bytes_of(size):
    return int(float(size[:-1]) * UNITS[size[-1]])


def quiet(r):
    return r.choice([
        lambda: f"pci 0000:00:{r.randrange(32):02x}.0: [{r.randrange(1 << 16):04x}:{r.randrange(1 << 16):04x}] type 00 class 0x060000",
        lambda: f"{r.choice(WORDS)}: renamed from {r.choice(WORDS)}_{r.randrange(99)} (while UP)",
        lambda: f"audit: type=1400 audit(17{r.randrange(10**8):08}.{r.randrange(999):03}:{r.randrange(9999)}): avc:  denied  {{ read }} for  pid={r.randrange(32768)}",
        lambda: f"systemd[1]: {r.choice(WORDS)}.service: Deactivated successfully, consumed {r.randrange(900)}ms CPU time.",
        lambda: f"usb 1-1: new high-speed USB device number {r.randrange(127)} using xhci_hcd"])()


def near(r):
    return r.choice(["BUG: KASAN: use-after-free in f+0x10/0x20", "WARNING: CPU: 1 PID: 7 at net/core/dev.c:1 f+0x10/0x20", "=" * 66,
                     "stress-ng[7]: BUG: a data-race in a thread pool", "INFO: task snapd:99 blocked for more than 143 seconds."])


def log_pieces(size, density, near_share):
    """A log of that size with so many reports per MB, a piece of some 100 kB at a time."""
    r = random.Random(1)
    reports = [[line.split("] ", 1)[-1] for line in path.read_text(errors="replace").splitlines() if line]
               for path in sorted(pathlib.Path("samples").glob("*/*/*.log"))]
    pool = [near(r) if r.random() < near_share else quiet(r) for _ in range(50_000)]
    written, due, micros = 0, r.expovariate(density / 1e6), 0
    while written < size:
        lines = []
        for _ in range(1000):
            micros += r.randrange(3000)
            lines.append(f"[{micros // 10**6:5}.{micros % 10**6:06}][{'T' + str(r.randrange(1, 9999)):>6}] {pool[r.randrange(len(pool))]}")
        while due < written + 100_000:
            caller = f"{'T' + str(r.randrange(1, 9999)):>6}"
            lines += [f"[{micros // 10**6:5}.{micros % 10**6:06}][{caller}] {line}" for line in r.choice(reports)]
            due += r.expovariate(density / 1e6)
        piece = ("\n".join(lines) + "\n").encode()
        written += len(piece)
        yield piece


def log_file(name, size, density, near_share=0.006):
    path = pathlib.Path("target/bench") / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path.with_suffix(".part"), "wb") as out:
            for piece in log_pieces(size, density, near_share):
                out.write(piece)
        path.with_suffix(".part").rename(path)
    return path


def repeated(log, size):
    """That log over and over: what is made on the way could not keep up, and in our memory it would count as the program's."""
    while size > 0:
        with open(log, "rb") as stream:
            while size > 0 and (piece := stream.read(min(size, 1 << 20))):
                yield piece
                size -= len(piece)


def run(words, pieces=None):
    """CPU seconds and peak RSS in MB of one run, fed with pieces where there are any."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(words, stdin=subprocess.PIPE if pieces else subprocess.DEVNULL, stdout=out)
        for piece in pieces or ():
            process.stdin.write(piece)
        if pieces:
            process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def table(title, commands, rounds):
    names = list(commands)
    runs = {name: [] for name in names}
    for turn in range(rounds):
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            runs[name].append(run(commands[name]))
    print(f"\n{title}\n\n| command | CPU s | ratio | peak RSS MB |\n| --- | --- | --- | --- |")
    for name in names:
        ratio = statistics.median(mine[0] / base[0] for mine, base in zip(runs[name], runs[names[0]]))
        print(f"| `{name}` | {statistics.median(cpu for cpu, _ in runs[name]):.2f} | {ratio:.2f} | {max(rss for _, rss in runs[name]):.0f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", default="10M,100M,1G,10G", help="for the table of growth")
    parser.add_argument("--image", type=pathlib.Path, default=next(pathlib.Path("target").glob("unsplat-*/bin/unsplat"), None))
    options = parser.parse_args()
    hello = pathlib.Path("target/bench/Hello.java")
    hello.parent.mkdir(parents=True, exist_ok=True)
    hello.write_text('class Hello { public static void main(String[] args) { System.out.println("hello"); } }\n')
    subprocess.run(["javac", "-d", "target/bench", hello], check=True)
    programs = {"java -jar unsplat.jar": ["java", "-jar", "target/unsplat.jar"], "target/unsplat": ["target/unsplat"]}
    if options.image:
        programs["bin/unsplat"] = [str(options.image)]
    print(f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cpus, Linux {platform.release()}, "
          + subprocess.run(["java", "--version"], capture_output=True, text=True).stdout.splitlines()[0])

    table("One small report", {"java Hello": ["java", "-cp", "target/bench", "Hello"]}
          | {f"{name} parse": program + ["parse", SAMPLE] for name, program in programs.items()}, max(options.rounds, 9))
    for title, log in (("1 GB, one report per MB", log_file("sparse.log", 10**9, 1)), ("100 MB, 100 reports per MB", log_file("dense.log", 10**8, 100))):
        rivals = {tool: [*words, HEADS, str(log)] for tool, words in {"rg -c HEADS": ["rg", "-c"], "grep -cE HEADS": ["grep", "-cE"]}.items()
                  if shutil.which(words[0])}
        table(title, rivals | {"wc -l": ["wc", "-l", str(log)]}
              | {f"{name} parse --format jsonl": program + ["parse", "--format", "jsonl", str(log)] for name, program in programs.items()}, options.rounds)
    name, program = list(programs.items())[-1]
    print(f"\nGrowth, `{name} parse --format jsonl` from a pipe\n\n| size | log | CPU s | MB/s | peak RSS MB |\n| --- | --- | --- | --- | --- |")
    for kind, share in (("sparse", 0.0), ("with near misses", 0.02)):
        log = log_file("growth-" + kind.split()[-1] + ".log", 10**8, 1, share)
        for size in options.sizes.split(","):
            cpu, rss = run(program + ["parse", "--format", "jsonl", "-"], repeated(log, bytes_of(size)))
            print(f"| {size} | {kind} | {cpu:.2f} | {bytes_of(size) / 1e6 / cpu:.0f} | {rss:.0f} |", flush=True)


main()

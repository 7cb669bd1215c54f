#!/usr/bin/env python3
"""What symbols cost: 1,000 reports of 60 frames each, beside one addr2line for each address and beside decode_stacktrace.sh.

usage: symbols.py VMLINUX [--script scripts/decode_stacktrace.sh] [--image BIN/UNSPLAT] [--sample N]
       (from the project's directory, after mvn package; VMLINUX not compressed, with debug information)

Writes two logs below target/bench, by a fixed seed: one whose frames come from 600 places of the kernel, as those of one boot
do, and one whose 60,000 are all different. Prints the wall seconds of each way and its ratio to unsplat. Two ways take hours,
and are scaled up: one addr2line for each address from N of them; decode_stacktrace.sh, which keeps what it was told, from one
report of 60 places, by the number of places alone, so that it takes longer than that.
Seconds mean little on a shared machine; ratios do.
"""
import argparse, bisect, pathlib, random, subprocess, sys, time

REPORTS, FRAMES, POOL = 1000, 60, 600
HEAD = """[{t}] ============================================
[{t}] WARNING: possible recursive locking detected
[{t}] 6.12.0 #1 Not tainted
[{t}] --------------------------------------------
[{t}] insmod/45 is trying to acquire lock:
[{t}] ffffffff82000000 (toy_lock{n}){{+.+.}}-{{3:3}}, at: {at}
[{t}] but task is already holding lock:
[{t}] ffffffff82000000 (toy_lock{n}){{+.+.}}-{{3:3}}, at: {at}
[{t}] stack backtrace:
[{t}] CPU: 0 UID: 0 PID: 45 Comm: insmod Not tainted 6.12.0 #1
[{t}] Call Trace:
[{t}]  <TASK>
"""


def places(vmlinux, count, r):
    """Different places behind which a call may be: (symbol+offset/size, address)."""
    symbols = []
    for line in subprocess.run(["nm", "-nS", vmlinux], capture_output=True, text=True, check=True).stdout.splitlines():
        cells = line.split()
        if len(cells) == 4 and cells[2] in "tT" and int(cells[1], 16) > 16 and int(cells[0], 16) > 1 << 20:
            symbols.append((int(cells[0], 16), int(cells[1], 16), cells[3]))
    starts = sorted({address for address, _, _ in symbols})
    names = [name for _, _, name in symbols]
    once = {name for name in names if names.count(name) == 1} if len(names) < 5000 else unique(names)
    found = {}
    while len(found) < count:
        address, size, name = r.choice(symbols)
        following = bisect.bisect_right(starts, address)
        if name in once and following < len(starts):
            offset = r.randrange(1, size)
            found[f"{name}+{offset:#x}/{starts[following] - address:#x}"] = address + offset
    return list(found.items())


def unique(names):
    seen, twice = set(), set()
    for name in names:
        (twice if name in seen else seen).add(name)
    return seen - twice


def write_log(path, chosen, r, reports):
    with open(path, "w") as out:
        for n in range(reports):
            t = f"{n + 1:5}.000000"
            frames = chosen[n * FRAMES:(n + 1) * FRAMES] if len(chosen) > POOL else r.sample(chosen, FRAMES)
            out.write(HEAD.format(t=t, n=n, at=frames[0][0]))
            out.writelines(f"[{t}]  {symbol}\n" for symbol, _ in frames)
            out.write(f"[{t}]  </TASK>\n")


def seconds(command, stdin=None, out=subprocess.DEVNULL):
    start = time.monotonic()
    subprocess.run(command, stdin=stdin, stdout=out, stderr=subprocess.DEVNULL, check=True)
    return time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vmlinux")
    parser.add_argument("--script")
    parser.add_argument("--image")
    parser.add_argument("--sample", type=int, default=30)
    options = parser.parse_args()
    out = pathlib.Path("target/bench")
    out.mkdir(parents=True, exist_ok=True)
    unsplat = [options.image] if options.image else ["java", "-jar", "target/unsplat.jar"]
    print("| log | way | seconds | ratio |\n| --- | --- | --- | --- |")
    for what, count in (("600 places", POOL), ("60,000 places", REPORTS * FRAMES)):
        r = random.Random(1)
        chosen = places(options.vmlinux, count, r)
        log = out / f"symbols-{count}.log"
        write_log(log, chosen, r, REPORTS)
        rows = []
        base = seconds(unsplat + ["parse", "--format", "jsonl", str(log)])
        for tool in ("llvm-symbolizer", "addr2line"):
            rows.append((f"unsplat --symbolizer {tool}", seconds(
                unsplat + ["parse", "--format", "jsonl", "--vmlinux", options.vmlinux, "--symbolizer", tool, str(log)],
                out=open(out / f"symbols-{tool}.jsonl", "w"))))
            found = sum(line.count('"file":') for line in open(out / f"symbols-{tool}.jsonl"))
            print(f"# {what}, {tool}: {found} lines found", file=sys.stderr)
        some = r.sample(chosen, options.sample)
        once = sum(seconds(["addr2line", "-afi", "-e", options.vmlinux, hex(address - 1)]) for _, address in some) / len(some)
        rows.append(("one addr2line for each frame", once * REPORTS * FRAMES))
        if options.script:
            few = out / "symbols-few.log"
            write_log(few, chosen[:FRAMES], random.Random(1), 1)
            took = seconds([options.script, options.vmlinux, "/usr/src/linux"], stdin=open(few))
            rows.append(("decode_stacktrace.sh, at least", took * count / FRAMES))
        rows.append(("unsplat without symbols", base))
        for way, took in rows:
            print(f"| {what} | {way} | {took:.1f} | {took / rows[0][1]:.2f} |", flush=True)


if __name__ == "__main__":
    main()

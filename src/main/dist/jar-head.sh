#!/bin/sh
# unsplat: a shell script followed by the runnable jar. It starts the Java on PATH with options for short runs.
# JAVA_HOME selects another Java. UNSPLAT_JAVA_OPTS may contain further options for Java.
# UNSPLAT_CACHE is the directory of the class archive, by default unsplat in XDG_CACHE_HOME or ~/.cache.

# Finds Java, and makes the class archive if there is none yet
prepare() {
    java=${JAVA_HOME:+$JAVA_HOME/bin/}java
    if ! java=$(command -v "$java"); then
        echo "unsplat: no Java found: install Java 17 or newer, or set JAVA_HOME to one" >&2
        exit $failed
    fi
    cache=${UNSPLAT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/unsplat}
    # An archive fits one jar and one Java, so both are in its name, independent of time zone and language
    archive=$cache/classes-$(LC_ALL=C TZ=UTC0 ls -lLn "$0" "$java" 2> /dev/null | cksum | tr ' ' -).jsa
    options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xshare:auto -Xlog:disable -Xlog:all=error:stderr"
    if [ ! -f "$archive" ] && mkdir -p "$cache" 2> /dev/null && [ -w "$cache" ]; then
        trap 'rm -f "$archive.$$"; exit 130' INT TERM
        # Interpreted, because a method that waits for the compiler at the end would be archived in this state
        "$java" $options -Xint -XX:ArchiveClassesAtExit="$archive.$$" -cp "$0" org.unsplat.cli.TrainingRun - \
            > /dev/null 2>&1 << 'REPORT'
==================================================================
BUG: KCSAN: data-race in kct_a / kct_b

write to 0xffffffff84000000 of 8 bytes by task 41 on cpu 1:
 kct_a+0x10/0x20
 kthread+0x1d0/0x210

read to 0xffffffff84000000 of 8 bytes by task 40 on cpu 0:
 kct_b+0x10/0x20
 kthread+0x1d0/0x210

value changed: 0x0000000000000001 -> 0x0000000000000003

Reported by Kernel Concurrency Sanitizer on:
CPU: 0 UID: 0 PID: 40 Comm: kct/0 Not tainted 6.12.0 #1
==================================================================
============================================
WARNING: possible recursive locking detected
6.12.0 #1 Not tainted
--------------------------------------------
insmod/3 is trying to acquire lock:
ffffffff84000000 (&x->lock){+.+.}-{4:4}, at: kct_a+0x10/0x20

but task is already holding lock:
ffffffff84000040 (&x->lock){+.+.}-{4:4}, at: kct_b+0x10/0x20

1 lock held by insmod/3:
 #0: ffffffff84000040 (&x->lock){+.+.}-{4:4}, at: kct_b+0x10/0x20

stack backtrace:
CPU: 0 UID: 0 PID: 3 Comm: insmod Not tainted 6.12.0 #1
Call Trace:
 dump_stack_lvl+0x88/0xc0
 kct_a+0x10/0x20
REPORT
        mv -f "$archive.$$" "$archive" 2> /dev/null || rm -f "$archive.$$"
        trap - INT TERM
    fi
}

# A missing or unusable archive is not an error. A small young generation keeps memory small
start() {
    exec "$java" $options -Xmn16m -XX:SharedArchiveFile="$archive" $UNSPLAT_JAVA_OPTS -Dunsplat.found=101 -cp "$0" org.unsplat.cli.Main \
        "$@"
}


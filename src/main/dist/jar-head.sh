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
    # An archive fits one jar and one Java, so its name is what ls says of both, independent of time zone and language
    set -f
    IFS=' :/
'
    set -- $(LC_ALL=C TZ=UTC0 ls -lLn "$0" "$java" 2> /dev/null)
    IFS=-
    archive=classes-$*
    unset IFS
    set +f
    [ ${#archive} -lt 200 ] || archive=classes-$(echo "$archive" | cksum | tr ' ' -)
    archive=$cache/$archive.jsa
    options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:Tier0InvokeNotifyFreqLog=10 -XX:-UsePerfData -Xshare:auto -Xlog:disable -Xlog:all=error:stderr"
    if [ ! -f "$archive" ] && mkdir -p "$cache" 2> /dev/null && [ -w "$cache" ]; then
        trap 'rm -f "$archive.$$"; exit 130' INT TERM
        # No method waits for the compiler at the end: it would be archived in this state
        "$java" $options -Xbatch -XX:ArchiveClassesAtExit="$archive.$$" -Xbootclasspath/a:"$0" org.unsplat.cli.TrainingRun \
            > /dev/null 2>&1
        mv -f "$archive.$$" "$archive" 2> /dev/null || rm -f "$archive.$$"
        trap - INT TERM
    fi
}

# A missing or unusable archive is not an error. Tier0InvokeNotifyFreqLog: see image-head.sh. A small young generation keeps
# memory small. Java finds and trusts what it loads as its own classes in two thirds of the time
start() {
    exec "$java" $options -Xmn16m -XX:SharedArchiveFile="$archive" $UNSPLAT_JAVA_OPTS -Dunsplat.found=101 \
        -Xbootclasspath/a:"$0" org.unsplat.cli.Main "$@"
}


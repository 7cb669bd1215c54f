#!/bin/sh
# Starts unsplat with the Java that it brings along. UNSPLAT_JAVA_OPTS holds further options for that.

# Finds where the image is, behind links
prepare() {
    self=$0
    while [ -h "$self" ]; do
        link=$(readlink "$self")
        case $link in
            /*) self=$link ;;
            *) self=${self%/*}/$link ;;
        esac
    done
    case $self in
        */*) ;;
        *) self=./$self ;;
    esac
    home=${self%/*}/..
    # Java 25 and later have a cache that holds more than classes
    classes=-XX:AOTCache=$home/lib/runtime/lib/unsplat.aot
    [ -f "${classes#*=}" ] || classes=-XX:SharedArchiveFile=$home/lib/runtime/lib/unsplat.jsa
}

# C1 alone takes half the CPU of both compilers, for a gigabyte too. CompileThresholdScaling=2: 10 % less on short runs,
# 3 % more on long ones. A small young generation keeps memory flat
start() {
    exec "$home/lib/runtime/bin/java" "$classes" \
        -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2 -XX:-UsePerfData -Xmn16m -Xmx512m \
        $UNSPLAT_JAVA_OPTS -Dunsplat.found=101 -m org.unsplat/org.unsplat.cli.Main "$@"
}


#!/bin/sh
# Starts unsplat with the Java of the image. UNSPLAT_JAVA_OPTS may contain further options for Java.

# Finds the directory of the image, following links
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
    # The cache of Java 25 and later contains more than classes
    classes=-XX:AOTCache=$home/lib/runtime/lib/unsplat.aot
    [ -f "${classes#*=}" ] || classes=-XX:SharedArchiveFile=$home/lib/runtime/lib/unsplat.jsa
}

# C1 alone takes half the CPU time of both compilers, even for a gigabyte. Tier0InvokeNotifyFreqLog=10: methods are considered for
# compilation at each 1024th call, not 128th; 15 % less on short runs, 5 % more on long ones. A small young generation keeps memory
# small. ArchiveRelocationMode=0 maps the archive where it was made for if that address is free, so that none of its pointers is
# rewritten
start() {
    exec "$home/lib/runtime/bin/java" "$classes" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
        -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:Tier0InvokeNotifyFreqLog=10 -XX:-UsePerfData -Xmn16m -Xmx512m \
        $UNSPLAT_JAVA_OPTS -Dunsplat.found=101 -m org.unsplat/org.unsplat.cli.Main "$@"
}


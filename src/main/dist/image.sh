#!/bin/sh
# Makes and packs the self-contained image of the program. Usage: image.sh JAVA_HOME VERSION, in the project's directory.
set -eu
java_home=$1
version=$2
system=$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
name=unsplat-$version-$system
image=$PWD/target/$name
work=$PWD/target/image
rm -rf "$image" "$image.moved" "$work"
mkdir -p "$work/module" "$image/bin" "$image/lib" "$image/share/man/man1" "$image/share/bash-completion/completions" \
    "$image/share/zsh/site-functions" "$image/share/fish/vendor_completions.d" "$image/share/doc/unsplat"

# The runnable jar as a module
cp target/unsplat.jar "$work/unsplat.jar"
"$java_home/bin/javac" -d "$work/module" --patch-module org.unsplat="$work/unsplat.jar" src/main/dist/module-info.java
"$java_home/bin/jar" --update --file "$work/unsplat.jar" -C "$work/module" .
"$java_home/bin/jlink" --module-path "$work/unsplat.jar" --add-modules org.unsplat --output "$image/lib/runtime" \
    --strip-debug --no-header-files --no-man-pages
cat src/main/dist/image-head.sh src/main/dist/run.sh > "$image/bin/unsplat"
chmod 755 "$image/bin/unsplat"
cp src/main/resources/META-INF/LICENSE src/main/dist/NOTICE README.md .github/CHANGELOG.md .github/SECURITY.md "$image/share/doc/unsplat"

# Archives the classes that the commands load for samples of each kind; from Java 25 on also linked. Interpreted, because Java 25
# notes what was compiled, and each run would compile that at its start
java=$image/lib/runtime/bin/java
shared="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xint"
archive=$image/lib/runtime/lib/unsplat
training=org.unsplat/org.unsplat.cli.TrainingRun
from='source: shared objects file'
major=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')
if [ "$major" -ge 25 ]; then
    "$java" $shared -XX:AOTCacheOutput="$archive.aot" -m $training samples/*/*/6.12-x86_64*.log 2> "$work/archive.log"
    in_use=-XX:AOTMode=on
else
    "$java" $shared -XX:DumpLoadedClassList="$work/classes" -m $training samples/*/*/6.12-x86_64*.log 2> "$work/classes.log"
    "$java" $shared -Xshare:dump -XX:SharedClassListFile="$work/classes" -XX:SharedArchiveFile="$archive.jsa" -m $training \
        > "$work/archive.log" 2>&1
    in_use=-Xshare:on
fi

# Fails unless the archive is used wherever the image is unpacked
mv "$image" "$image.moved"
(cd / && UNSPLAT_JAVA_OPTS="$in_use -Xlog:class+load" "$image.moved/bin/unsplat" --version) > "$work/classes.log"
mv "$image.moved" "$image"
grep "org.unsplat.cli.Program $from" "$work/classes.log" > "$work/program.log"

unsplat=$image/bin/unsplat
"$unsplat" generate man > "$image/share/man/man1/unsplat.1"
for command in parse show check diff clean graph bisect schema kinds; do
    "$unsplat" generate man --command $command > "$image/share/man/man1/unsplat-$command.1"
done
"$unsplat" generate bash > "$image/share/bash-completion/completions/unsplat"
"$unsplat" generate zsh > "$image/share/zsh/site-functions/_unsplat"
"$unsplat" generate fish > "$image/share/fish/vendor_completions.d/unsplat.fish"

tar -C target -czf "target/$name.tar.gz" "$name"
du -sh "$image" "target/$name.tar.gz"

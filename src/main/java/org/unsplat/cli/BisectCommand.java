package org.unsplat.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code unsplat bisect}: whether a bug is in a log, as an exit status for {@code git bisect run}. */
final class BisectCommand extends Command {

    private final OptionSpec id = option(OptionSpec.builder("--id")
            .paramLabel("ID")
            .required(true)
            .type(String.class)
            .description("The bug: any of its ids or the beginning of one, 0d6539a1 or \"site/1 0d6539a1\"."));

    private final KindOptions kinds = new KindOptions(this);

    private final RequireOption require = new RequireOption(this, "otherwise the log proves nothing.");

    private final PositionalParamSpec log =
            operand(0, "LOG", String.class, "The log of a run of this commit, or - for stdin.");

    BisectCommand(Streams streams) {
        super(streams, "bisect", "Is this bug in the log? For git bisect run.", """
                Exit status:
                  0    the bug is not there, and the log is usable
                  1    the bug is there
                  125  the log proves nothing, or a usage error: git skips the commit

                A log proves nothing if it is missing, empty, not from a kernel or cut within
                a report, if no line matches --require, or if lockdep was off, unless --kind
                names only kinds of KCSAN.

                Examples:
                  unsplat bisect --id 0d6539a1 --require "login:" console.log
                  unsplat bisect --id 5a7d0923 --kind kcsan-data-race console.log

                Script:
                  #!/bin/sh
                  # git bisect start BAD GOOD && git bisect run ./bisect.sh
                  make -j"$(nproc)" bzImage > build.log 2>&1 || exit 125
                  timeout 300 qemu-system-x86_64 -enable-kvm -m 2G -nographic -no-reboot \\
                      -kernel arch/x86/boot/bzImage -initrd ../initrd.img \\
                      -append "console=ttyS0 panic=-1" > console.log 2>&1 < /dev/null
                  exec unsplat bisect --id 0d6539a1 --require "login:" console.log
                """);
    }

    @Override
    public Integer call() {
        var bug = idPrefix(id.getValue());
        var needsLockdep = kinds.kinds().stream().anyMatch(kind -> kind.startsWith("lockdep-"));
        var handler = new BisectHandler(bug, kinds::include, needsLockdep);
        try (var ordered = new OrderedReader(handler, 1)) {
            new InputWalker(streams, InputReader.requiring(require.pattern(), false), ordered).operand(log.getValue());
            ordered.finish();
        }
        streams.tell(handler.reason());
        return handler.status();
    }
}

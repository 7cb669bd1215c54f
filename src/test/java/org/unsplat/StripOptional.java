package org.unsplat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.unsplat.model.AccessBuilder;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.StackFrameBuilder;
import org.unsplat.model.SystemInfo;
import org.unsplat.model.Warning;

/**
 * The same report from a kernel of another configuration: without some of what not all print, and with modules in other
 * places; by a seed.
 */
final class StripOptional {

    private static final Set<String> OF_SYSTEM = Set.of("hardware", "workqueue", "buildId", "stopper", "schedExt");

    private final Random random;
    private final boolean verbose;
    private final boolean valueChanged;
    private final boolean mask;

    private StripOptional(long seed) {
        random = new Random(seed);
        verbose = random.nextBoolean();
        valueChanged = random.nextBoolean();
        mask = random.nextBoolean();
    }

    static Report of(Report report, long seed) {
        return RecordMapper.of(report, new StripOptional(seed)::other);
    }

    private Object other(Class<?> owner, String name, Object value, RecordMapper.Rest rest) {
        if (owner == SystemInfo.class && OF_SYSTEM.contains(name) && random.nextBoolean()
                || owner == Race.class && name.equals("valueChanged") && !valueChanged
                || owner == Race.ValueChange.class
                        && Set.of("bitsChanged", "mask").contains(name)
                        && !mask
                || owner == Race.Access.class && name.equals("irqTrace") && !verbose) {
            return null;
        }
        if (value instanceof Race.Access access && !verbose) {
            return rest.below(AccessBuilder.builder(access)
                    .reorderedTo(random.nextBoolean() ? access.reorderedTo() : null)
                    .held(List.of())
                    .irqTrace(null)
                    .lockdepOff(false)
                    .build());
        }
        // A warning's place is part of the headline
        return value instanceof Warning
                ? value
                : value instanceof StackFrame frame && frame.offset() != null ? moved(frame) : rest.below(value);
    }

    /** Built in, or in a module. */
    private StackFrame moved(StackFrame of) {
        var module = random.nextInt(3) > 0 ? of.module() : random.nextBoolean() ? "snd_hda_codec" : null;
        return StackFrameBuilder.builder(of)
                .module(module)
                .buildId(module == null ? null : of.buildId())
                .build();
    }
}

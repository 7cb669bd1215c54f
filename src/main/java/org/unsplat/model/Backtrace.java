package org.unsplat.model;

import java.util.List;

/** A stack trace whose heading was printed; it may be empty. In JSON the list itself. */
public record Backtrace(List<StackFrame> frames) {}

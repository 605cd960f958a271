package dev.linekeeper.template;

import dev.linekeeper.template.value.Failure;

/** How deep the output is nested at the place where it is being written. */
final class Depth {
    private final int limit;
    private int levels;

    Depth(int limit) {
        this.limit = limit;
    }

    void enter() {
        if (++levels > limit) {
            throw Failure.limit("the output would be nested more than %d levels deep".formatted(limit));
        }
    }

    void leave() {
        levels--;
    }
}

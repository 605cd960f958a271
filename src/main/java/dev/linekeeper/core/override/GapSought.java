package dev.linekeeper.core.override;

import java.util.List;

/** What there is to pass over so that somebody can be enrolled. */
public sealed interface GapSought {
    record GapFound(EmergencyGap gap) implements GapSought {}

    /** No rule stands in the way. */
    record NothingBlocks() implements GapSought {}

    /** These rules, by id, stand in the way too, and no override passes over them. */
    record CannotPassOver(List<String> rules) implements GapSought {
        public CannotPassOver {
            rules = List.copyOf(rules);
        }
    }

    /** What these rules judge was not read, so that nobody knows what would be accepted. */
    record GapNotRead(List<String> rules) implements GapSought {
        public GapNotRead {
            rules = List.copyOf(rules);
        }
    }
}

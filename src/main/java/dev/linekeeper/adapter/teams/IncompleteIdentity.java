package dev.linekeeper.adapter.teams;

import java.util.List;

/** The bot's identity is configured in part: better not to start than to serve with half of it. */
final class IncompleteIdentity extends RuntimeException {
    IncompleteIdentity(List<String> problems) {
        super(String.join("; ", problems));
    }
}

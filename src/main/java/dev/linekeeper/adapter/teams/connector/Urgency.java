package dev.linekeeper.adapter.teams.connector;

/** How a message is sent: somebody waits for it, it can be sent again later, or it can be left out. */
public enum Urgency {
    /** An answer that exists only now: some attempts are made, and it goes before others. */
    REPLY,
    /** A message of the queue: one attempt, as it comes back. */
    QUEUED,
    /** Worth something at once only, such as that an answer is being written: it never waits, and nothing waits for it. */
    PASSING
}

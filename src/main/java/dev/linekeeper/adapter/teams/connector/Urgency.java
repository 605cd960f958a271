package dev.linekeeper.adapter.teams.connector;

/** How a message is sent: somebody waits for it, or it can be sent again later. */
public enum Urgency {
    /** An answer that exists only now: some attempts are made, and it goes before others. */
    REPLY,
    /** A message of the queue: one attempt, as it comes back. */
    QUEUED
}

package dev.linekeeper.adapter.teams;

/**
 * An answer ready to be sent.
 *
 * @param json an Adaptive Card 1.5
 * @param fallback the same in plain text, for clients and notifications that show no cards
 */
public record Card(String json, String fallback) {}

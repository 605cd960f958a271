package dev.linekeeper.adapter.teams.cards;

import java.nio.charset.StandardCharsets;

/** An answer as an Adaptive Card and as plain text. */
public final class RenderedCard {
    private final byte[] utf8;
    private final String fallback;

    RenderedCard(byte[] utf8, String fallback) {
        this.utf8 = utf8;
        this.fallback = fallback;
    }

    /** An Adaptive Card 1.5, JSON in UTF-8; not to be changed. */
    byte[] utf8() {
        return utf8;
    }

    /** The Adaptive Card as JSON. */
    public String json() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The card as plain text, for clients and notifications that show no cards. */
    public String fallback() {
        return fallback;
    }
}

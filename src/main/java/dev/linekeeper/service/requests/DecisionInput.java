package dev.linekeeper.service.requests;

/** How an approver gave a decision: typed, or by a button of a card. */
public sealed interface DecisionInput {
    /** Typed: {@code approve 1042}. */
    record Typed() implements DecisionInput {}

    /** In a channel or a group chat, where nothing is decided, whatever was typed, pressed or carried there. */
    record OthersReadAlong() implements DecisionInput {}

    /** Pressed on a card that carries a one-shot token from {@link ButtonTokens#issue}; empty when it carries none. */
    record TokenPress(String token) implements DecisionInput {}
}

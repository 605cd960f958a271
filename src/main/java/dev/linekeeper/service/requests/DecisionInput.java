package dev.linekeeper.service.requests;

/** How an approver gave a decision: typed, or by a button of a card. */
public sealed interface DecisionInput {
    /** Typed: {@code approve 1042}. */
    record Typed() implements DecisionInput {}

    /** Pressed on a card that carries a one-shot token from {@link ButtonTokens#issue}. */
    record TokenPress(String token) implements DecisionInput {}
}

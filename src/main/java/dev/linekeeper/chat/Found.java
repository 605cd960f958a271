package dev.linekeeper.chat;

import java.util.function.Function;

/** What a text was found to mean, or the answer that asks back. */
sealed interface Found<T> {
    record Exactly<T>(T value) implements Found<T> {}

    record AskBack<T>(Answer question) implements Found<T> {}

    /** The answer about what was found, or else the question. */
    default Answer then(Function<T, Answer> answer) {
        return switch (this) {
            case Exactly<T>(var value) -> answer.apply(value);
            case AskBack<T>(var question) -> question;
        };
    }

    default <R> Found<R> map(Function<T, R> change) {
        return switch (this) {
            case Exactly<T>(var value) -> new Exactly<>(change.apply(value));
            case AskBack<T>(var question) -> new AskBack<>(question);
        };
    }
}

package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import java.util.function.Function;

/** What a text was found to mean, or the answer that asks back. */
sealed interface NameMatch<T> {
    record Exactly<T>(T value) implements NameMatch<T> {}

    record AskBack<T>(Answer question) implements NameMatch<T> {}

    /** The answer about what was found, or else the question. */
    default Answer then(Function<T, Answer> answer) {
        return switch (this) {
            case Exactly<T>(var value) -> answer.apply(value);
            case AskBack<T>(var question) -> question;
        };
    }

    default <R> NameMatch<R> map(Function<T, R> change) {
        return switch (this) {
            case Exactly<T>(var value) -> new Exactly<>(change.apply(value));
            case AskBack<T>(var question) -> new AskBack<>(question);
        };
    }
}

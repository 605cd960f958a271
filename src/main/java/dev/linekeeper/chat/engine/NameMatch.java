package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import java.util.function.Function;

/** The subject a text names, or the answer that asks which one is meant. */
sealed interface NameMatch<T> {
    record Exactly<T>(T value) implements NameMatch<T> {}

    record AskBack<T>(Answer question) implements NameMatch<T> {}

    /** The answer about what was found, or else the question. */
    default Answer then(Function<T, Answer> answer) {
        return switch (this) {
            case Exactly(var value) -> answer.apply(value);
            case AskBack(var question) -> question;
        };
    }

    default <R> NameMatch<R> map(Function<T, R> change) {
        return switch (this) {
            case Exactly(var value) -> new Exactly<>(change.apply(value));
            case AskBack(var question) -> new AskBack<>(question);
        };
    }
}

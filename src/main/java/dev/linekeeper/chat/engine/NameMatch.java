package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import java.util.function.Function;

/** The subject a text names, the only one that fits it, or the answer that asks which one is meant. */
sealed interface NameMatch<T> {
    record Exactly<T>(T value) implements NameMatch<T> {}

    /** What was written was completed: good enough to read, not to change anything. */
    record Likely<T>(T value) implements NameMatch<T> {}

    record AskBack<T>(Answer question) implements NameMatch<T> {}

    /** The answer about what was named exactly, about what was completed, or else the question. */
    default Answer then(Function<T, Answer> exactly, Function<T, Answer> completed) {
        return switch (this) {
            case Exactly(var value) -> exactly.apply(value);
            case Likely(var value) -> completed.apply(value);
            case AskBack(var question) -> question;
        };
    }

    default <R> NameMatch<R> map(Function<T, R> change) {
        return switch (this) {
            case Exactly(var value) -> new Exactly<>(change.apply(value));
            case Likely(var value) -> new Likely<>(change.apply(value));
            case AskBack(var question) -> new AskBack<>(question);
        };
    }
}

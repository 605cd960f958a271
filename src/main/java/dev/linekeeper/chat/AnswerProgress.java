package dev.linekeeper.chat;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far an answer is that takes long: told by the command that gives it, looked at meanwhile by whoever waits for it. */
public final class AnswerProgress {
    private static final ScopedValue<AnswerProgress> OF_THIS_ANSWER = ScopedValue.newInstance();

    private volatile @Nullable Supplier<Answer> soFar;

    /** The answer, while it tells here how far it is. */
    public Answer of(Supplier<Answer> answering) {
        return ScopedValue.where(OF_THIS_ANSWER, this).call(answering::get);
    }

    /** What may be shown in place of the answer now; empty of one that tells nothing. */
    public Optional<Answer> soFar() {
        return Optional.ofNullable(soFar).map(Supplier::get);
    }

    /** Tells how far the answer is that this thread gives; {@code soFar} is asked on other threads. */
    public static void tell(Supplier<Answer> soFar) {
        if (OF_THIS_ANSWER.isBound()) {
            OF_THIS_ANSWER.get().soFar = soFar;
        }
    }
}

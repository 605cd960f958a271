package dev.linekeeper.adapter.teams.cards;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.FailureReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders answers as cards; when that fails, an apology with a reference to the log. Thread-safe. */
public final class CardRenderer {
    private static final Logger log = LoggerFactory.getLogger(CardRenderer.class);

    private final AnswerCards cards;

    public CardRenderer(AnswerCards cards) {
        this.cards = cards;
    }

    public RenderedCard of(Answer answer, Caller reader) {
        try {
            return cards.render(answer, reader);
        } catch (RuntimeException e) {
            var reference = FailureReference.fresh();
            log.error(
                    "action=render answer={} outcome=failed reference={}",
                    answer.getClass().getSimpleName(),
                    reference,
                    e);
            return cards.render(new Answer.Sorry(reference), reader);
        }
    }
}

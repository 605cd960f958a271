package dev.linekeeper.adapter.teams.cards;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.FailureReference;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.files.FileOffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders answers as cards; when that fails, an apology with a reference to the log. Thread-safe. */
public final class CardRenderer {
    private static final Logger log = LoggerFactory.getLogger(CardRenderer.class);

    private final AnswerCards cards;

    public CardRenderer(AnswerCards cards) {
        this.cards = cards;
    }

    /** The answer as a message: a card, or a question for consent to a file. */
    public Activity message(Answer answer, Caller reader, Address to) {
        return answer instanceof Answer.OfferedFile(FileOffer file) && !reader.othersReadAlong()
                ? FileCards.consent(file, Wording.of(reader.locale()), to)
                : CardActivity.of(of(answer, reader), to);
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

package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.bulk.CourseNotes;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.NeutralRequestCard;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import java.util.List;
import java.util.Optional;

/** What the bot says by itself about batches. */
public record BatchMessages(BatchStore store, BatchCards cards, CourseNotes course, Roles roles) {
    /** The card of a message; empty when it is about no batch. */
    Optional<Answer> of(BotMessage message, Caller reader) {
        return store.find(message.request()).map(stored -> switch (message.kind()) {
            case CARD, PROGRESS, NEWS -> card(stored, reader);
            case ENDING ->
                stored.batch()
                        .terms()
                        .schedule()
                        .flatMap(Schedule::end)
                        .map(day -> EndingNote.of(stored.id(), cards.title(stored.batch()), day))
                        .orElseGet(() -> card(stored, reader));
            case REMINDER -> reminder(stored.batch());
            case OUTCOME -> new BatchOutcomes(cards, course).of(stored, Long.parseLong(message.occasion()));
        });
    }

    /** As {@link RequestMessages#refreshed}. */
    Optional<Answer> refreshed(BotMessage message, Caller reader) {
        return store.find(message.request())
                .filter(stored ->
                        isTheirs(stored.batch(), reader) || !roles.hasAny(reader.id(), NeutralRequestCard.READERS))
                .map(stored -> card(stored, reader));
    }

    private Answer card(StoredBatch stored, Caller reader) {
        return !reader.othersReadAlong()
                        && !isTheirs(stored.batch(), reader)
                        && !roles.hasAny(reader.id(), NeutralRequestCard.READERS)
                ? cards.neutral(stored, reader)
                : cards.of(stored.id(), reader, Optional.empty()).orElseThrow();
    }

    private static boolean isTheirs(Batch batch, Caller reader) {
        return reader.id().equals(batch.terms().requester())
                || batch.terms().approvers().contains(reader.id());
    }

    private Answer reminder(Batch batch) {
        return new Answer.Note(
                Tone.INFO,
                Explanation.of("chat.reminder.title", batch.id()),
                Explanation.of(
                        "chat.reminder.text", cards.title(batch), batch.terms().expires()),
                List.of(NoteCards.say("request " + batch.id().number())));
    }
}

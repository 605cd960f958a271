package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.chat.cards.NeutralRequestCard;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.digest.NewsMessages;
import dev.linekeeper.chat.drift.DriftCards;
import dev.linekeeper.chat.imports.ImportCards;
import dev.linekeeper.chat.override.OverrideCards;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the bot says by itself about requests. */
public record RequestMessages(
        RequestStore store,
        Roles roles,
        RequestCards cards,
        OutcomeCards outcomes,
        BatchMessages batches,
        ImportCards imports,
        NewsMessages news,
        DriftCards drift,
        OverrideCards overrides)
        implements MessageCards {
    @Override
    public Answer of(BotMessage message, Caller reader) {
        return ofRequest(message, reader)
                .or(() -> batches.of(message, reader))
                .or(() -> imports.of(message.request(), reader, Optional.empty()))
                .or(() -> drift.of(message.request(), reader, Optional.empty()))
                .or(() -> overrides.of(message, reader))
                .or(() -> news.of(message.request(), reader))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.no-such-request", message.request()));
    }

    /** Empty when there is no request of that number. */
    private Optional<Answer> ofRequest(BotMessage message, Caller reader) {
        return switch (message.kind()) {
            case CARD, PROGRESS ->
                store.find(message.request())
                        .map(stored -> !reader.othersReadAlong()
                                        && !isTheirs(stored.request().terms(), reader)
                                        && !roles.hasAny(reader.id(), NeutralRequestCard.READERS)
                                ? cards.neutral(stored, reader)
                                : cards.of(message.request(), reader));
            case REMINDER ->
                store.find(message.request())
                        .map(stored -> reminder(stored.request().terms()));
            case ENDING ->
                store.find(message.request())
                        .flatMap(stored -> stored.request()
                                .terms()
                                .schedule()
                                .flatMap(Schedule::end)
                                .map(day -> EndingNote.of(
                                        message.request(),
                                        cards.title(stored.request().terms()),
                                        day)));
            case OUTCOME -> outcomes.of(message, reader);
            case NEWS -> Optional.empty();
        };
    }

    @Override
    public Optional<Set<Role>> audience(BotMessage message) {
        return news.audience(message.request()).or(() -> drift.audience(message.request()));
    }

    @Override
    public Optional<Answer> refreshed(RequestId request, Caller reader) {
        return store.find(request)
                .filter(stored -> isTheirs(stored.request().terms(), reader)
                        || !roles.hasAny(reader.id(), NeutralRequestCard.READERS))
                .map(_ -> of(BotMessage.card(request), reader))
                .or(() -> batches.refreshed(BotMessage.card(request), reader))
                .or(() -> imports.of(request, reader, Optional.empty()))
                .or(() -> drift.of(request, reader, Optional.empty()))
                .or(() -> overrides.of(request, reader, Optional.empty()));
    }

    /** Whether it was sent to the reader: they asked, it is for them, or they were asked, whatever they may do today. */
    private static boolean isTheirs(RequestDetails terms, Caller reader) {
        return terms.concerns(reader.id()) || terms.approvers().contains(reader.id());
    }

    private Answer reminder(RequestDetails terms) {
        return new Answer.Note(
                Tone.INFO,
                Explanation.of("chat.reminder.title", terms.id()),
                Explanation.of("chat.reminder.text", cards.title(terms), terms.expires()),
                List.of(NoteCards.say("request " + terms.id().number())));
    }
}

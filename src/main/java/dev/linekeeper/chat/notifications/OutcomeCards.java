package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.RequestStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a request, told as the move left it, so that each of two messages says its own. */
public record OutcomeCards(RequestStore store, RequestCards cards, DisplayNames names) {
    /** What the reader is told; empty when there is no such request. */
    Optional<Answer> of(BotMessage message, Caller reader) {
        return moved(message).map(after -> outcome(message, after, reader));
    }

    /** The person it was for is told what a change of their settings means for them. */
    private Answer outcome(BotMessage message, Request after, Caller reader) {
        RequestDetails terms = after.terms();
        boolean isForReader = reader.id().equals(terms.subject());
        return switch (after) {
            case Request.Completed _ when isForReader && !terms.rehearsal() -> OutcomeNotes.of(terms.plan());
            case Request.PartlyApplied _
            when isForReader && !reader.id().equals(terms.requester()) ->
                NoteCards.of(Tone.WARNING, "chat.told.partly");
            case Request other -> news(message, other, reader);
        };
    }

    /** The outcome for whoever asked or approved; {@code after} is the request as the move left it. */
    private Answer news(BotMessage message, Request after, Caller reader) {
        var isVoid = isVoid(message, after, reader.id())
                ? Stream.of(Explanation.of("chat.outcome.void"))
                : Stream.<Explanation>empty();
        return new Answer.Sheet(
                Explanation.of("chat.requests.row", after.id(), cards.title(after.terms())),
                tone(after),
                RequestTexts.status(after, names),
                List.of(),
                Stream.concat(isVoid, RequestTexts.notes(after).stream()).toList(),
                List.of(NoteCards.say("request " + after.id().number())));
    }

    /** The request as the move left it; as it is now where that is kept no more. */
    private Optional<Request> moved(BotMessage message) {
        return version(message)
                .flatMap(version -> store.find(message.request(), version))
                .or(() -> store.find(message.request()).map(RequestStore.Stored::request));
    }

    private boolean isVoid(BotMessage message, Request after, UserId reader) {
        return version(message)
                .flatMap(version -> store.find(message.request(), version - 1))
                .map(before -> OutcomeReaders.voided(before, after))
                .orElse(List.of())
                .stream()
                .anyMatch(approval -> approval.by().equals(reader));
    }

    /** Messages of earlier releases have none. */
    private static Optional<Long> version(BotMessage message) {
        return Optional.of(message.occasion())
                .filter(occasion -> !occasion.isEmpty())
                .map(Long::valueOf);
    }

    private static Tone tone(Request request) {
        return switch (request) {
            case Request.Completed it -> it.proof().failing().isEmpty() ? Tone.GOOD : Tone.WARNING;
            case Request.Approved _ -> Tone.GOOD;
            case Request.Rejected _, Request.Cancelled _ -> Tone.STOP;
            case AwaitingDecision _, Request.Applying _, Request.Finished _ -> Tone.WARNING;
        };
    }
}

package dev.linekeeper.chat.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.CommandBook.CommandMatch;
import dev.linekeeper.core.tenant.Explanation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each person was shown last in each of their conversations, and what they had asked: for ten minutes, in this process
 * alone, so that an answer such as "yes" means something. Whoever is not remembered is asked. Thread-safe.
 */
final class LastCards {
    /** For so long an answer is to that card and to no other. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int PEOPLE = 2_000;

    private final Cache<String, LastCard> cards =
            Caffeine.newBuilder().maximumSize(PEOPLE).build();
    private final Clock clock;

    LastCards(Clock clock) {
        this.clock = clock;
    }

    /**
     * A card.
     *
     * @param asked what it answers
     * @param before what only read, and was asked before that
     * @param rows what stands in its list, in order
     * @param buttons what else it offers
     */
    record LastCard(
            Instant at,
            Optional<CommandMatch> asked,
            Optional<CommandMatch> before,
            List<Suggestion> rows,
            List<Suggestion> buttons) {
        private static LastCard none(Instant at) {
            return new LastCard(at, Optional.empty(), Optional.empty(), List.of(), List.of());
        }
    }

    /** The last card, or one with nothing on it. */
    LastCard of(Caller caller) {
        Instant now = clock.instant();
        return Optional.ofNullable(cards.getIfPresent(key(caller)))
                .filter(card -> card.at().plus(KEPT).isAfter(now))
                .orElseGet(() -> LastCard.none(now));
    }

    boolean isFresh(LastCard card) {
        return card.at().plus(FRESH).isAfter(clock.instant());
    }

    /** Somebody asked for something; what they are shown comes next. */
    void asked(Caller caller, CommandMatch now) {
        LastCard last = of(caller);
        var before = last.asked().filter(match -> match.command().isReading()).or(last::before);
        cards.put(key(caller), new LastCard(clock.instant(), Optional.of(now), before, List.of(), List.of()));
    }

    /** Somebody was shown something, with what they may press on it. */
    void shown(Caller caller, Answer answer) {
        LastCard last = of(caller);
        cards.put(
                key(caller), new LastCard(clock.instant(), last.asked(), last.before(), rows(answer), buttons(answer)));
    }

    private static String key(Caller caller) {
        return caller.id().value()
                + ' '
                + caller.conversation().map(Address::conversationId).orElse("");
    }

    private static List<Suggestion> rows(Answer answer) {
        return switch (answer) {
            case Answer.WhichOne(_, var options, _) ->
                options.stream()
                        .map(option -> new Suggestion(Explanation.of("chat.say", option.name()), "", option.press()))
                        .toList();
            case Answer.Listing list ->
                list.rows().stream()
                        .flatMap(row -> row.press().map(press -> new Suggestion(row.name(), "", press)).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static List<Suggestion> buttons(Answer answer) {
        return switch (answer) {
            case Answer.DidYouMean(_, var meant) -> List.of(NoteCards.say(meant, FollowUps.YES_LABEL));
            case Answer.Note note -> note.suggestions();
            case Answer.Sheet sheet -> sheet.suggestions();
            case Answer.PersonReadiness card -> card.suggestions();
            case Answer.Listing list -> list.suggestions();
            case Answer.SetUpCheck card -> card.suggestions();
            case Answer.RequestCard card ->
                Stream.concat(
                                Stream.of(card.approve(), card.deny(), card.cancel())
                                        .flatMap(Optional::stream)
                                        .map(press ->
                                                new Suggestion(Explanation.of("chat.form." + press.verb()), "", press)),
                                card.suggestions().stream())
                        .toList();
            default -> List.of();
        };
    }
}

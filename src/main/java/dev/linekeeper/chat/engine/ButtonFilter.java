package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Takes from an answer every button and every tap on a row whose command the reader's roles do not allow, so that no card
 * offers what would be refused. This is the one place that does so: {@link Conversation} sends each answer through it, and
 * {@link #filteredOutbox} each card the bot sends of its own accord.
 */
public final class ButtonFilter {
    private final CommandBook book;
    private final Roles roles;

    public ButtonFilter(CommandBook book, Roles roles) {
        this.book = book;
        this.roles = roles;
    }

    /** The outbox with the filter before it; the filter is asked for when the first card is sent. */
    public static Outbox filteredOutbox(Outbox outbox, Supplier<ButtonFilter> filter) {
        return (person, answer) -> outbox.show(person, reader -> filter.get().apply(reader, answer.apply(reader)));
    }

    /** The cards of messages with the filter behind them; the filter is asked for when the first card is made. */
    public static MessageCards filteredCards(MessageCards cards, Supplier<ButtonFilter> filter) {
        return new MessageCards() {
            @Override
            public Answer of(BotMessage message, Caller reader) {
                Answer card = cards.of(message, reader);
                return Optional.of(reader)
                        .filter(Caller::othersReadAlong)
                        .flatMap(_ -> cards.audience(message))
                        .map(readers -> filter.get().filteredFor(readers, card))
                        .orElseGet(() -> filter.get().apply(reader, card));
            }

            @Override
            public Optional<Answer> refreshed(RequestId request, Caller reader) {
                return cards.refreshed(request, reader)
                        .map(answer -> filter.get().apply(reader, answer));
            }
        };
    }

    /** The answer as {@code reader} may see it. */
    public Answer apply(Caller reader, Answer answer) {
        Set<Role> held = roles.maybe(reader.id());
        return filtered(answer, press -> book.isOpen(press, held));
    }

    private Answer filteredFor(Set<Role> roles, Answer answer) {
        return filtered(answer, press -> book.isOpen(press, roles));
    }

    /** Cards whose buttons the reader has just been found to be allowed, or that have none, stay as they are. */
    private static Answer filtered(Answer answer, Predicate<ButtonPress> open) {
        return switch (answer) {
            case Answer.Help _,
                    Answer.Hello _,
                    Answer.Sorry _,
                    Answer.WhoAmI _,
                    Answer.NotAllowed _,
                    Answer.DidYouMean _,
                    Answer.OfferedFile _,
                    Answer.Form _ -> answer;
            case Answer.Note(var tone, var title, var text, var buttons) ->
                new Answer.Note(tone, title, text, buttons(buttons, open));
            case Answer.WhichOne(var question, var options, var more) ->
                new Answer.WhichOne(
                        question,
                        options.stream()
                                .filter(option -> open.test(option.press()))
                                .toList(),
                        more);
            case Answer.Sheet(var title, var tone, var verdict, var details, var notes, var buttons) ->
                new Answer.Sheet(title, tone, verdict, details, notes, buttons(buttons, open));
            case Answer.PersonReadiness(
                    var title,
                    var tone,
                    var verdict,
                    var passed,
                    var total,
                    var checks,
                    var asOf,
                    var buttons) ->
                new Answer.PersonReadiness(title, tone, verdict, passed, total, checks, asOf, buttons(buttons, open));
            case Answer.Listing(var title, var text, var rows, var more, var buttons) ->
                new Answer.Listing(
                        title, text, rows.stream().map(row -> row(row, open)).toList(), more, buttons(buttons, open));
            case Answer.SetUpCheck(var tone, var verdict, var way, var troubles, var fine, var buttons) ->
                new Answer.SetUpCheck(tone, verdict, way, troubles, fine, buttons(buttons, open));
            case Answer.Script(var title, var text, var lines, var buttons) ->
                new Answer.Script(title, text, lines, buttons(buttons, open));
            case RequestCard card ->
                new RequestCard(
                        card.id(),
                        card.version(),
                        card.title(),
                        card.notice(),
                        card.state(),
                        card.status(),
                        card.details(),
                        card.steps(),
                        card.notes(),
                        card.approve().filter(open),
                        card.deny().filter(open),
                        card.cancel().filter(open),
                        buttons(card.suggestions(), open),
                        card.refreshFor());
        };
    }

    private static List<Suggestion> buttons(List<Suggestion> buttons, Predicate<ButtonPress> open) {
        return buttons.stream().filter(button -> open.test(button.press())).toList();
    }

    /** A row stays readable when it cannot be tapped. */
    private static Row row(Row row, Predicate<ButtonPress> open) {
        Optional<ButtonPress> press = row.press().filter(open);
        return new Row(
                row.tone(), row.name(), row.detail(), press, row.button().filter(button -> open.test(button.press())));
    }
}

package dev.linekeeper.chat.numbers;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.service.numbers.NumberMatch;
import java.util.function.Function;

/** The number a sentence names, as one of the tenant's. */
final class NamedNumber {
    private static final int CHOICES = 10;

    private NamedNumber() {}

    /** Answers about it, asks which one is meant, or for one where none was named. */
    static Answer then(Invocation invocation, TenantView tenant, Function<PhoneNumber, Answer> answer) {
        return invocation
                .text(Slot.NUMBER)
                .or(() -> invocation.text(Slot.THING))
                .map(written -> switch (NumberMatch.of(
                        written, tenant.snapshot().tenant())) {
                    case NumberMatch.One(var number) -> answer.apply(number);
                    case NumberMatch.Several(var numbers) ->
                        new Answer.WhichOne(
                                Explanation.of("chat.lookup.several", numbers.size(), written),
                                numbers.stream()
                                        .limit(CHOICES)
                                        .map(number -> new Option(
                                                number.toString(),
                                                "",
                                                invocation.buttonWith(Slot.NUMBER, number.toString())))
                                        .toList(),
                                numbers.size() > CHOICES);
                    case NumberMatch.None() -> NoteCards.of(Tone.INFO, "chat.lookup.nothing", written);
                    case NumberMatch.NoDigits() -> NoteCards.of(Tone.INFO, "chat.lookup.no-number", written);
                    case NumberMatch.MatchUnread(var why) ->
                        NoteCards.of(Tone.WARNING, "chat.lookup.numbers-unread", why);
                })
                .orElseGet(invocation::form);
    }
}

package dev.linekeeper.chat.numbers;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the release of a number would come to, by whose it is; nothing is asked for by looking.
 *
 * @param holder the person who has it, where they were read
 * @param users who calls with it under the policies of an account
 */
public record ReleaseCards(NumberLookup lookup, Optional<Person> holder, PolicyUsers users) {
    public Sheet card() {
        return switch (lookup.holder()) {
            case NumberHolder.OfPerson _ -> sheet(Tone.WARNING, "unread");
            case NumberHolder.OfAccount(var account) ->
                lookup.sharedBy().isEmpty()
                        ? sheet(Tone.INFO, "account", account.displayName(), account.userPrincipalName())
                        : sheet(Tone.STOP, "serving", lookup.sharedBy(), users.using(), users.unread());
            case NumberHolder.OfPolicies(var policies) ->
                with(
                        sheet(Tone.STOP, "callback", policies),
                        policies.stream()
                                .map(policy -> NoteCards.say(
                                        "change policy %s remove callback %s".formatted(policy, lookup.number())))
                                .toList());
            case NumberHolder.Nobody() ->
                sheet(Tone.INFO, "free", lookup.number().toString());
            case NumberHolder.NotListed() -> sheet(Tone.INFO, "not-listed");
            case NumberHolder.OfConferences(), NumberHolder.OfOtherApplication() -> sheet(Tone.STOP, "elsewhere");
            case NumberHolder.NotTold _ -> sheet(Tone.WARNING, "unread");
        };
    }

    private static Suggestion enrol(Person person) {
        return new Suggestion(
                Explanation.of("chat.release.enrol", person.displayName()),
                "",
                ChatInput.press(CommandVerbs.ENROL, Slot.PEOPLE, person.entry().userPrincipalName())
                        .with(Slot.RELEASE, "yes"));
    }

    /** What a request for it would change and lead to, with the button that sends it. */
    Sheet of(Plan plan, ButtonPress send) {
        return new Sheet(
                Explanation.of("chat.release.title", lookup.number()),
                Tone.WARNING,
                LookupCards.holder(lookup.holder(), holder),
                RequestTexts.details(plan),
                Stream.of(
                                Stream.of(Explanation.of("chat.release.stays")),
                                plan.risk().why().stream(),
                                plan.remarks().stream())
                        .flatMap(part -> part)
                        .toList(),
                Stream.of(
                                Stream.of(new Suggestion(Explanation.of("chat.plan.send"), "", send)),
                                beside(plan),
                                holder.stream().filter(_ -> plan.endsCalls()).map(ReleaseCards::enrol))
                        .flatMap(part -> part)
                        .toList());
    }

    /** The lines beside a main number, which may go first. */
    private Stream<Suggestion> beside(Plan plan) {
        return holder.stream()
                .flatMap(person -> person.lines().known().stream())
                .flatMap(List::stream)
                .filter(line -> line.category() != Line.Category.PRIMARY)
                .filter(_ -> plan.changes().stream()
                        .anyMatch(change ->
                                change instanceof Change.ReleaseNumber it && it.category() == Line.Category.PRIMARY))
                .map(line -> NoteCards.say("release number " + line.number()));
    }

    /** Who has the number, by name. */
    String name() {
        return lookup.holder() instanceof NumberHolder.OfAccount(var account)
                ? account.displayName()
                : holder.map(Person::displayName)
                        .orElseGet(() -> lookup.number().toString());
    }

    private Sheet sheet(Tone tone, String key, Object... arguments) {
        return new Sheet(
                Explanation.of("chat.release.title", lookup.number()),
                tone,
                LookupCards.holder(lookup.holder(), holder),
                List.of(),
                List.of(Explanation.of("chat.release." + key, arguments)),
                List.of(NoteCards.say("lookup " + lookup.number())));
    }

    private static Sheet with(Sheet card, List<Suggestion> buttons) {
        return new Sheet(card.title(), card.tone(), card.verdict(), card.details(), card.notes(), List.copyOf(buttons));
    }
}

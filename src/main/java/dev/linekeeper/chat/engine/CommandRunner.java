package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.PersonNotes;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.CommandField.Need;
import dev.linekeeper.chat.engine.Invocation.FoundSlots;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs commands after filling the slots they ask for: the form is shown while a slot is missing,
 * people and policies are found, and when a name fits several the caller is asked which one is meant. Thread-safe.
 */
public final class CommandRunner {
    /** The most people in one sentence. */
    static final int MOST_PEOPLE = 20;

    private final PersonFinder people;
    private final PolicyFinder policies;
    private final TenantView tenant;
    private final AuditedReads reads;
    private final PersonNotes notes;

    public CommandRunner(
            PersonFinder people, PolicyFinder policies, TenantView tenant, AuditedReads reads, PersonNotes notes) {
        this.people = people;
        this.policies = policies;
        this.tenant = tenant;
        this.reads = reads;
        this.notes = notes;
    }

    PolicyFinder policies() {
        return policies;
    }

    TenantView tenant() {
        return tenant;
    }

    AuditedReads reads() {
        return reads;
    }

    /** By which what people read is noted. */
    public Clock clock() {
        return reads.clock();
    }

    PersonNotes notes() {
        return notes;
    }

    /**
     * Runs the command.
     *
     * @param permitted returns once it is known that the caller may use it, and throws if not; nothing is noted before
     */
    Answer run(Command command, Caller caller, SlotValues slots, Runnable permitted) {
        if (isIncomplete(command, slots)) {
            return form(command, slots);
        }
        int named = slots.list(Slot.PEOPLE).size();
        if (asks(command, Slot.PEOPLE) && named > MOST_PEOPLE) {
            return NoteCards.of(Tone.STOP, "chat.too-many-people", named, MOST_PEOPLE);
        }
        return switch (policy(command, slots)) {
            case NameMatch.AskBack(var question) -> question;
            case NameMatch.Exactly(var policy) -> run(command, caller, slots, permitted, policy);
            case NameMatch.Likely(var policy) -> run(command, caller, slots, permitted, policy);
        };
    }

    private Answer run(
            Command command, Caller caller, SlotValues slots, Runnable permitted, Optional<PolicyName> policy) {
        Function<List<DirectoryEntry>, Answer> answer = everyone -> noted(
                everyone,
                command.answer()
                        .apply(new Invocation(
                                this, command, caller, slots, permitted, new FoundSlots(everyone, policy))));
        return people(command, caller, slots)
                .then(answer, everyone -> completed(command, slots, slot(command), everyone, answer));
    }

    /** The answer about one person with what has to stand on their cards. */
    private Answer noted(List<DirectoryEntry> everyone, Answer answer) {
        return everyone.size() == 1 ? notes.on(everyone.getFirst().id(), answer) : answer;
    }

    /** The answer about people whose names were completed when nothing changes by it; else the question whether they are meant. */
    Answer completed(
            Command command,
            SlotValues slots,
            Slot slot,
            List<DirectoryEntry> people,
            Function<List<DirectoryEntry>, Answer> answer) {
        if (command.isReading()) {
            String where = CompletedNames.where(people.getFirst());
            return EntitledAnswer.of(
                    answer.apply(people), title -> Explanation.of("chat.completed.shown", title, where));
        }
        var addresses = people.stream().map(DirectoryEntry::userPrincipalName).collect(Collectors.joining(", "));
        return CompletedNames.askedBack(
                people,
                slots.text(slot).orElse(""),
                pressed(command, slots.with(slot, addresses)),
                pressed(command, slots.with(slot, "")));
    }

    private static Slot slot(Command command) {
        return asks(command, Slot.PEOPLE) ? Slot.PEOPLE : Slot.PERSON;
    }

    private static boolean asks(Command command, Slot slot) {
        return command.fields().stream().anyMatch(field -> field.slot() == slot);
    }

    /** Whether something is missing that the command cannot do without, so that its form is shown. */
    static boolean isIncomplete(Command command, SlotValues slots) {
        return command.fields().stream()
                .filter(field -> field.need() == Need.ASKED)
                .anyMatch(field -> isMissing(field.slot(), slots));
    }

    private static boolean isMissing(Slot slot, SlotValues slots) {
        return slot == Slot.PEOPLE
                ? slots.list(slot).isEmpty()
                : slot == Slot.REQUEST
                        ? slots.text(slot).flatMap(RequestId::parse).isEmpty()
                        : slots.text(slot).isEmpty();
    }

    private NameMatch<Optional<PolicyName>> policy(Command command, SlotValues slots) {
        return asks(command, Slot.POLICY) && slots.text(Slot.POLICY).isPresent()
                ? policies.find(
                                slots.text(Slot.POLICY).orElse(""),
                                name -> pressed(command, slots.with(Slot.POLICY, name)))
                        .map(Optional::of)
                : new NameMatch.Exactly<>(Optional.empty());
    }

    /** Everyone is found before the command runs, so that a typing error in one name does nothing for the others. */
    private NameMatch<List<DirectoryEntry>> people(Command command, Caller caller, SlotValues slots) {
        Slot slot = slot(command);
        if (!asks(command, slot)) {
            return new NameMatch.Exactly<>(List.of());
        }
        List<String> texts = slot == Slot.PEOPLE
                ? slots.list(slot)
                : slots.text(slot).stream().toList();
        var found = new LinkedHashMap<UserId, DirectoryEntry>(); // named twice, somebody is read twice
        boolean exact = true;
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            var whole = at + 1 < texts.size()
                    ? people.called(SlotValues.together(slots.text(slot).orElse(""), text, texts.get(at + 1)))
                    : Optional.<NameMatch<DirectoryEntry>>empty();
            at += whole.isPresent() ? 1 : 0;
            var person = whole.orElseGet(() ->
                    person(text, caller, name -> pressed(command, slots.with(slot, replaced(texts, text, name)))));
            switch (person) {
                case NameMatch.Exactly(var entry) -> found.putIfAbsent(entry.id(), entry);
                case NameMatch.Likely(var entry) -> {
                    exact = false;
                    found.putIfAbsent(entry.id(), entry);
                }
                case NameMatch.AskBack(var question) -> {
                    return new NameMatch.AskBack<>(question);
                }
            }
        }
        var everyone = List.copyOf(found.values());
        return exact ? new NameMatch.Exactly<>(everyone) : new NameMatch.Likely<>(everyone);
    }

    private static String replaced(List<String> texts, String text, String name) {
        return String.join(
                ", ",
                texts.stream().map(each -> each.equals(text) ? name : each).toList());
    }

    NameMatch<DirectoryEntry> person(String text, Caller caller, Function<String, ButtonPress> again) {
        return people.find(text, caller, again);
    }

    private static ButtonPress pressed(Command command, SlotValues slots) {
        return new ButtonPress(command.verb(), slots.inputs());
    }

    /** The form of a command, filled in as far as was said. */
    Answer form(Command command, SlotValues slots) {
        return new Answer.Form(
                command.verb(),
                Explanation.of(command.formKey()),
                command.fields().stream()
                        .map(field -> new FormField(
                                field.slot(),
                                field.label(),
                                field.isRequired(),
                                value(field.slot(), slots),
                                choices(field.slot())))
                        .toList(),
                command.displayText());
    }

    private static String value(Slot slot, SlotValues slots) {
        return slot == Slot.REQUEST
                ? slots.text(slot)
                        .flatMap(RequestId::parse)
                        .map(id -> Long.toString(id.number()))
                        .orElse("")
                : slots.text(slot).orElse("");
    }

    private List<Answer.FormChoice> choices(Slot slot) {
        return slot == Slot.POLICY ? policies.choices() : List.of();
    }
}

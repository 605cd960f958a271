package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.AnswerProgress;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.WrittenNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One use of a command: who said it and with what. A command that {@link CommandBuilder#asks} for a person, a policy or a
 * request gets it here as found; what it asks for as a {@link Slot#THING} it names itself, one kind after the other.
 */
public final class Invocation {
    private final CommandRunner runner;
    private final Command command;
    private final Caller caller;
    private final SlotValues slots;
    private final Runnable permitted;
    private final FoundSlots found;

    /** What the runner found for the slots the command asks for; empty for those it does not. */
    record FoundSlots(List<DirectoryEntry> people, Optional<PolicyName> policy) {}

    Invocation(
            CommandRunner runner,
            Command command,
            Caller caller,
            SlotValues slots,
            Runnable permitted,
            FoundSlots found) {
        this.runner = runner;
        this.command = command;
        this.caller = caller;
        this.slots = slots;
        this.permitted = permitted;
        this.found = found;
    }

    public Caller caller() {
        return caller;
    }

    /** What stands in a slot, as written. */
    public Optional<String> text(Slot slot) {
        return slots.text(slot);
    }

    /** The file that came with the sentence, for a command that {@link CommandBuilder#takesFile}. */
    public Optional<AttachedFile> attachedFile() {
        return slots.file();
    }

    /** Whether it came from a button or a form, not as a typed sentence. */
    public boolean isPressed() {
        return slots.isPressed();
    }

    /** Whether a slot was answered with yes. */
    public boolean isYes(Slot slot) {
        return slots.isYes(slot);
    }

    /** The reason given, empty when none was. */
    public String reason() {
        return slots.text(Slot.REASON).orElse("");
    }

    /** The person meant by {@link Slot#PERSON}. */
    public DirectoryEntry person() {
        return found.people().getFirst();
    }

    /** The people meant by {@link Slot#PEOPLE}, each once; at least one. */
    public List<DirectoryEntry> people() {
        return found.people();
    }

    /** The policy meant by {@link Slot#POLICY}. */
    public PolicyName policy() {
        return found.policy().orElseThrow();
    }

    /** The request meant by {@link Slot#REQUEST}. */
    public RequestId request() {
        return requestIn(Slot.REQUEST).orElseThrow();
    }

    /** The request whose number stands in the slot. */
    public Optional<RequestId> requestIn(Slot slot) {
        return slots.text(slot).flatMap(RequestId::parse);
    }

    /** The telephone number that stands in the slot, however it is written. */
    public WrittenNumber numberIn(Slot slot) {
        return WrittenNumber.read(
                slots.text(slot).orElse(""), runner.tenant().snapshot().tenant().numbers());
    }

    /** The Shared Calling policy of exactly the name that stands in the slot. */
    public Optional<PolicyName> policyIn(Slot slot) {
        return slots.text(slot).flatMap(runner.policies()::named);
    }

    /** The resource account whose name or sign-in name stands in the slot. */
    public Optional<ResourceAccount> accountIn(Slot slot) {
        return slots.text(slot).flatMap(runner.tenant()::account);
    }

    /** Answers about the person in the slot, or asks which one is meant. */
    public Answer withPerson(Slot slot, Function<DirectoryEntry, Answer> answer) {
        Function<DirectoryEntry, Answer> noted = person -> noted(person.id(), answer.apply(person));
        return runner.person(slots.text(slot).orElse(""), caller, name -> buttonWith(slot, name))
                .then(
                        noted,
                        person -> runner.completed(
                                command, slots, slot, List.of(person), people -> noted.apply(people.getFirst())));
    }

    /** The answer about a person with what has to stand on their cards. */
    public Answer noted(UserId person, Answer answer) {
        return runner.notes().on(person, answer);
    }

    /** Answers about the policy in {@link Slot#POLICY}, or asks which one is meant. */
    public Answer withPolicy(Function<PolicyName, Answer> answer) {
        return runner.policies()
                .find(slots.text(Slot.POLICY).orElse(""), name -> buttonWith(Slot.POLICY, name))
                .then(answer, answer);
    }

    /**
     * The person as they are read; that the caller looked at them, even in vain, is noted in the audit trail before it is
     * returned, and nothing of a caller who may not.
     */
    public <T> T read(DirectoryEntry person, Function<DirectoryEntry, T> reading) {
        try {
            return reading.apply(person);
        } finally {
            noteRead(person.id());
        }
    }

    /** Notes in the audit trail that the caller looks at somebody's data; nothing when it is their own. */
    public void noteRead(UserId person) {
        note(Optional.empty(), Optional.of(person));
    }

    /** The same of each of several people. */
    public void noteReads(Collection<UserId> people) {
        permitted.run();
        runner.reads().noteAll(caller, people, command.verb());
    }

    /** Has it shown how far the answer is as long as it takes: looked at on another thread, from now until the answer is there. */
    public void tellMeanwhile(Supplier<Answer> soFar) {
        permitted.run();
        AnswerProgress.tell(soFar);
    }

    /** The same of a request, and of the person it concerns where there is one. */
    public void noteRead(RequestId request, Subject subject) {
        note(Optional.of(request), subject.person());
    }

    /** The same of a list of many people's data. */
    public void noteReadOfMany() {
        note(Optional.empty(), Optional.empty());
    }

    /** Notes in the audit trail what the caller says of themselves. */
    public void attest(Map<String, String> what) {
        permitted.run();
        runner.reads().attested(caller, what);
    }

    private void note(Optional<RequestId> request, Optional<UserId> person) {
        permitted.run();
        runner.reads().note(caller, request, person, command.verb());
    }

    /** The button that repeats this command with another value in one slot. */
    public ButtonPress buttonWith(Slot slot, String value) {
        return new ButtonPress(command.verb(), slots.with(slot, value).inputs());
    }

    /** The command's form with other fields than its own. */
    public Answer form(List<FormField> fields) {
        return new Answer.Form(command.verb(), Explanation.of(command.formKey()), fields, command.displayText());
    }

    /** The command's form, filled in as far as was said. */
    public Answer form() {
        return runner.form(command, slots);
    }
}

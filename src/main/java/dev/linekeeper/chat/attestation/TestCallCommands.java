package dev.linekeeper.chat.attestation;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.CommandBuilder;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.attestation.TestCallTask.TestCallOutcome;
import dev.linekeeper.core.readiness.TestCallOffer;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.TestCallDesk;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Commands about test calls as tasks. */
public record TestCallCommands(TestCallDesk desk, TestCallCards cards, TenantView tenant) {
    private static final int LISTED = 50;

    static String verb(TestCallOutcome outcome) {
        return "test-call-" + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public List<Command> commands() {
        return List.of(
                command(CommandVerbs.TEST_CALL)
                        .by(Role.ADMIN)
                        .says(
                                "test call {policy} [at {place}]",
                                "test call",
                                "test call (for|of|with) {policy} [at {place}]")
                        .asks(Slot.POLICY)
                        .offers(Slot.PLACE)
                        .labelled(Slot.PLACE, "card.field.test-place")
                        .answers(this::open),
                command("test-calls")
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .reads()
                        .says("test calls", "(show|list) [(all|the)] test calls")
                        .answers(_ -> list()),
                report(TestCallOutcome.WORKED, "test call {request} worked [because {reason}]")
                        .offers(Slot.REASON)
                        .labelled(Slot.REASON, "card.field.test-note")
                        .answers(invocation -> said(invocation, TestCallOutcome.WORKED)),
                report(TestCallOutcome.FAILED, "test call {request} did not work because {reason}")
                        .says("test call {request} (did not work|didn't work|failed) [because {reason}]")
                        .asks(Slot.REASON)
                        .labelled(Slot.REASON, "card.field.test-note")
                        .answers(invocation -> said(invocation, TestCallOutcome.FAILED)),
                report(TestCallOutcome.NOT_MADE, "test call {request} was not made [because {reason}]")
                        .offers(Slot.REASON)
                        .labelled(Slot.REASON, "card.field.test-note")
                        .answers(invocation -> said(invocation, TestCallOutcome.NOT_MADE)));
    }

    private static CommandBuilder report(TestCallOutcome outcome, String phrase) {
        return command(verb(outcome)).by(Role.ADMIN).says(phrase).asks(Slot.REQUEST);
    }

    private Answer open(Invocation invocation) {
        return open(
                invocation.policy(),
                invocation.text(Slot.PLACE),
                invocation.caller().id());
    }

    /**
     * Notes that a test call is to be made, once.
     *
     * @param place the name of an emergency location; empty for any
     * @return the task, or a note that says why there is none
     */
    public Answer open(PolicyName policy, Optional<String> place, UserId by) {
        var judged = tenant.readiness(tenant.snapshot()).policy(policy).subject();
        return switch (TestCallOffer.of(judged)) {
            case TestCallOffer.NoTestCall(var why) ->
                new Answer.Note(
                        Tone.WARNING,
                        Explanation.of("chat.test-call.refused.title"),
                        Explanation.of("chat.test-call.refused.text", why),
                        List.of(NoteCards.say("emergency " + policy)));
            case TestCallOffer.EchoTest _ -> open(policy, place, true, by);
            case TestCallOffer.OperatorTest _ -> open(policy, place, false, by);
        };
    }

    private Answer open(PolicyName policy, Optional<String> written, boolean echo, UserId by) {
        List<EmergencyLocation> places = written.map(text -> EmergencyLocation.called(
                        text,
                        tenant.snapshot()
                                .tenant()
                                .locations()
                                .known()
                                .orElse(Map.of())
                                .values()))
                .orElse(List.of());
        if (written.isPresent() && places.size() != 1) {
            return NoteCards.of(Tone.WARNING, "chat.test-call.no-place", written.get(), places.size());
        }
        String place =
                places.stream().map(EmergencyLocation::description).findFirst().orElse("");
        return cards.task(desk.open(policy, place, echo, by));
    }

    private Answer said(Invocation invocation, TestCallOutcome outcome) {
        return said(invocation.request(), outcome, invocation.caller().id(), invocation.reason());
    }

    /** Keeps what somebody says came of a test call, unless somebody did before: the card says what is kept. */
    public Answer said(RequestId number, TestCallOutcome outcome, UserId by, String note) {
        return desk.store()
                .find(number)
                .<Answer>map(call -> {
                    desk.report(call, outcome, by, note);
                    return cards.task(desk.store().find(number).orElseThrow());
                })
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.test-call.none"));
    }

    /** The newest, newest first. */
    public Answer.Listing list() {
        return cards.list(desk.store().latest(LISTED));
    }
}

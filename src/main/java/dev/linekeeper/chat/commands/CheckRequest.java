package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.tenant.Directory;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets approvers look at what they approve, who may look at nobody else: the checks of the person or the policy of a request
 * that they were asked to decide.
 */
record CheckRequest(RequestStore store, Roles roles, Directory directory, ReadinessCommands checks) {
    private static final Set<Purpose> ENROLS = Set.of(Purpose.ENROL, Purpose.MOVE);

    Command statement() {
        return command("check-request")
                .by(Role.APPROVER, Role.HELPDESK, Role.ADMIN)
                .reads()
                .says("check request {request}", "check request", "(verify|inspect|examine) request {request}")
                .asks(Slot.REQUEST)
                .answers(this::check);
    }

    private Answer check(Invocation invocation) {
        RequestId id = invocation.request();
        Optional<RequestDetails> terms =
                store.find(id).map(stored -> stored.request().terms());
        if (terms.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.no-such-request", id);
        }
        return mayLook(
                        roles,
                        Set.of(Role.HELPDESK, Role.ADMIN),
                        invocation.caller(),
                        terms.get().approvers())
                ? leadingBack(checked(invocation, terms.get()), id)
                : NoteCards.of(Tone.STOP, "chat.check-request.not-asked", id);
    }

    /** Whether the reader holds one of the roles, or was asked to decide and still may. */
    static boolean mayLook(Roles roles, Set<Role> enough, Caller reader, Set<UserId> approvers) {
        return roles.hasAny(reader.id(), enough)
                || (approvers.contains(reader.id()) && roles.hasAny(reader.id(), Set.of(Role.APPROVER)));
    }

    /** The checks take the place of the card they were pressed on. */
    private static Answer leadingBack(Answer checked, RequestId id) {
        return checked
                        instanceof
                        PersonReadiness(
                                var title,
                                var tone,
                                var verdict,
                                var passed,
                                var total,
                                var checks,
                                var asOf,
                                var buttons)
                ? new PersonReadiness(
                        title,
                        tone,
                        verdict,
                        passed,
                        total,
                        checks,
                        asOf,
                        Stream.concat(
                                        Stream.of(NoteCards.say("request " + id.number(), "chat.check-request.back")),
                                        buttons.stream())
                                .toList())
                : checked;
    }

    private Answer checked(Invocation invocation, RequestDetails terms) {
        return switch (terms.subject()) {
            case UserId person ->
                directory
                        .find(person)
                        .map(entry -> terms.plan()
                                .policy()
                                .filter(_ -> ENROLS.contains(terms.plan().purpose()))
                                .map(policy -> checks.under(invocation, entry, policy))
                                .orElseGet(() -> checks.audit(invocation, entry)))
                        .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.check-request.nothing", terms.id()));
            case PolicyName policy -> checks.policy(policy);
            case Groundwork _ -> NoteCards.of(Tone.INFO, "chat.check-request.nothing", terms.id());
        };
    }
}

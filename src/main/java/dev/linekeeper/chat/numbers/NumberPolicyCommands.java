package dev.linekeeper.chat.numbers;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Operation.TenantOperation;
import dev.linekeeper.service.tenant.OperationProvider.NoProvider;
import java.util.List;
import java.util.Optional;

/** The commands that ask for a single number to get a Shared Calling policy of its own, or to lose it. */
public record NumberPolicyCommands(RequestOutcomeCards outcomes, TenantView tenant, Capabilities capabilities) {
    public static final String GRANT = "grant-to-number";
    static final String TAKE = "take-from-number";
    private static final String BECAUSE = " [(because|since|reason) [of] {reason}]";

    public List<Command> commands() {
        return List.of(
                command(GRANT)
                        .by(Role.ADMIN)
                        .says(
                                "grant {policy} to number {number} [because {reason}]",
                                "(grant|give|assign) [the] [policy] {policy} to [the] [phone] (number|line) {number}"
                                        + BECAUSE,
                                "(grant|give|assign) [the] [policy] {policy} to [the] [phone] (number|line) {thing}"
                                        + BECAUSE,
                                "(grant|give|assign) [(a|the)] policy to [(a|the)] [phone] (number|line)")
                        .asks(Slot.POLICY)
                        .offers(Slot.NUMBER, Slot.REASON)
                        .answers(this::grant),
                command(TAKE)
                        .by(Role.ADMIN)
                        .says(
                                "take policy from number {number} [because {reason}]",
                                "(take|revoke) [the] policy (from|off) [the] [phone] (number|line) {number}" + BECAUSE,
                                "(take|revoke) [the] [policy] {choice} (from|off) [the] [phone] (number|line) {number}"
                                        + BECAUSE,
                                "(take|revoke) [the] [policy] {choice} (from|off) [the] [phone] (number|line) {thing}"
                                        + BECAUSE,
                                "(take|revoke) [(a|the)] policy (from|off) [(a|the)] [phone] (number|line)")
                        .offers(Slot.NUMBER, Slot.REASON)
                        .answers(this::take));
    }

    private Answer grant(Invocation invocation) {
        return NamedNumber.then(
                invocation, tenant, number -> ask(invocation, number, Optional.of(invocation.policy())));
    }

    /** Only the policy that is named, where one is. */
    private Answer take(Invocation invocation) {
        return NamedNumber.then(invocation, tenant, number -> {
            Optional<PolicyName> named = invocation.text(Slot.CHOICE).map(PolicyName::new);
            Fact<Optional<PolicyName>> now =
                    Fact.flatMapPresent(tenant.snapshot().tenant().number(number), TelephoneNumber::sharedCalling);
            return named.isEmpty()
                            || now.known().filter(has -> !has.equals(named)).isEmpty()
                    ? ask(invocation, number, Optional.empty())
                    : NoteCards.of(Tone.INFO, "chat.number-policy.another", number, named.get());
        });
    }

    private Answer ask(Invocation invocation, PhoneNumber number, Optional<PolicyName> policy) {
        if (capabilities.of(TenantOperation.NUMBER_POLICY_CHANGE) instanceof NoProvider(var why)) {
            return NoteCards.of(
                    Tone.WARNING,
                    "chat.number-policy.by-hand",
                    why,
                    "Set-CsPhoneNumberPolicyAssignment -TelephoneNumber %s -PolicyType TeamsSharedCallingRoutingPolicy%s"
                            .formatted(
                                    number,
                                    policy.map(" -PolicyName \"%s\""::formatted).orElse("")));
        }
        var lookup = NumberLookup.of(
                number, tenant.snapshot().tenant(), tenant.settings().numberCountries());
        return lookup.holder() instanceof NumberHolder.OfPerson(var person)
                ? outcomes.answer(
                        invocation.caller(),
                        number.toString(),
                        outcomes.submit(
                                invocation.caller(),
                                new Intent.PutRight(new PolicyOfNumber(person, number, Optional.empty(), policy)),
                                invocation.reason()),
                        Optional.empty())
                : NoteCards.of(
                        lookup.holder() instanceof NumberHolder.NotTold ? Tone.WARNING : Tone.STOP,
                        "chat.number-policy.nobodys",
                        number,
                        LookupCards.holder(lookup.holder(), Optional.empty()));
    }
}

package dev.linekeeper.chat.groups;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.groups.GroupWish;
import dev.linekeeper.core.policies.Candidates;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Operation.TenantOperation;
import dev.linekeeper.service.tenant.OperationProvider.NoProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The commands that ask for a policy to be granted to a group, or taken from it. */
public record GrantCommands(
        RequestOutcomeCards outcomes, TenantView tenant, Directory directory, Capabilities capabilities) {
    static final String GRANT = "grant-to-group";
    private static final String BECAUSE = " [(because|since|reason) [of] {reason}]";
    private static final String GROUP = "[the] group {group}";

    public List<Command> commands() {
        return List.of(
                command(GRANT)
                        .by(Role.ADMIN)
                        .says(
                                "grant {policy} to group {group} [with rank {rank}] [because {reason}]",
                                "(grant|give) [the] [policy] {policy} to " + GROUP + " [(with|at|on|as)] rank {rank}"
                                        + BECAUSE,
                                "(grant|give) [the] [policy] {policy} to " + GROUP + BECAUSE,
                                "(grant|give) [(a|the)] policy to (a|the) group",
                                "(grant|assign) [the] [policy] {policy}" + BECAUSE,
                                "grant to group")
                        .offers(Slot.POLICY, Slot.GROUP, Slot.RANK, Slot.REASON)
                        .answers(this::grant),
                command("grant-to-everybody")
                        .by(Role.ADMIN)
                        .reads()
                        .says(
                                "grant {policy} to everybody",
                                "(grant|give) [the] [policy] {policy} to (everybody|everyone|all|all people|all users)",
                                "(grant|give) [the] [policy] {policy} to [(the|the whole)]"
                                        + " (organisation|organization|tenant|company|global)")
                        .offers(Slot.POLICY)
                        .answers(_ -> NoteCards.of(Tone.STOP, "chat.grant.everybody")),
                command("take-from-group")
                        .by(Role.ADMIN)
                        .says(
                                "take {policy} from group {group} [because {reason}]",
                                "(take|revoke) [away] [the] [policy] {policy} [away] from " + GROUP + BECAUSE,
                                "take [(a|the)] policy from (a|the) group",
                                "take from group")
                        .offers(Slot.POLICY, Slot.GROUP, Slot.REASON)
                        .answers(this::take));
    }

    private Answer grant(Invocation invocation) {
        if (!invocation.isPressed()
                && invocation.text(Slot.POLICY).isPresent()
                && invocation.text(Slot.GROUP).isEmpty()) {
            return ToWhom.is(invocation.policy(), invocation);
        }
        Optional<Integer> rank = invocation.text(Slot.RANK).flatMap(GrantCommands::whole);
        if (rank.isEmpty() && invocation.text(Slot.RANK).isPresent()) {
            return NoteCards.of(
                    Tone.INFO, "chat.grant.no-rank", invocation.text(Slot.RANK).orElse(""));
        }
        return asked(
                invocation,
                meant -> forms().forGrant(invocation, meant),
                (policy, group) -> new GroupWish.GroupGets(group, policy, rank));
    }

    private Answer take(Invocation invocation) {
        return asked(
                invocation,
                meant -> forms().forTaking(invocation, meant),
                (policy, group) -> new GroupWish.GroupLoses(group, policy));
    }

    private static Optional<Integer> whole(String text) {
        return Optional.of(text.strip()).filter(it -> it.matches("-?\\d{1,6}")).map(Integer::valueOf);
    }

    /** Asks for the wish with what is named and cannot be mistaken; else answers with a form. */
    private Answer asked(
            Invocation invocation,
            Function<List<GroupId>, Answer> form,
            BiFunction<PolicyName, GroupId, GroupWish> wish) {
        if (Stream.of(Slot.POLICY, Slot.GROUP)
                .anyMatch(slot -> invocation.text(slot).isEmpty())) {
            return form.apply(List.of());
        }
        if (capabilities.of(TenantOperation.GROUP_GRANT_CHANGE) instanceof NoProvider(var why)) {
            return NoteCards.of(Tone.WARNING, "chat.grant.by-hand", why);
        }
        String named = invocation.text(Slot.GROUP).orElseThrow();
        List<GroupId> meant = groups().called(named);
        if (meant.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.grant.no-group", named);
        }
        return meant.size() > 1
                ? form.apply(meant)
                : ask(invocation, wish.apply(invocation.policy(), meant.getFirst()));
    }

    private Answer ask(Invocation invocation, GroupWish wish) {
        invocation.tellMeanwhile(NoteCards::reading);
        return outcomes.answer(
                invocation.caller(),
                groups().name(wish.group()),
                outcomes.submit(invocation.caller(), new Intent.EditGroup(wish), invocation.reason()),
                Optional.empty());
    }

    private GrantForms forms() {
        return new GrantForms(
                new Candidates(tenant.snapshot().tenant(), tenant.settings()), groups(), tenant.groupGrants());
    }

    private NamedGroups groups() {
        return new NamedGroups(directory);
    }
}

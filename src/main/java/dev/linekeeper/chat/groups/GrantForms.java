package dev.linekeeper.chat.groups;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.policies.Candidates;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Forms for the policies of groups, with what is possible to choose from and the likeliest of it chosen. */
record GrantForms(Candidates candidates, NamedGroups groups, Fact<GroupGrantList> grants) {
    private static final int CHOICES = 20;

    /** @param meant the groups the name may mean; empty where none was written */
    Answer forGrant(Invocation invocation, List<GroupId> meant) {
        List<FormChoice> policies = candidates.fit().stream()
                .limit(CHOICES)
                .map(policy -> choice(policy.value(), policy.value()))
                .toList();
        return invocation.form(List.of(
                field(Slot.POLICY, true, said(Slot.POLICY, invocation).orElseGet(() -> only(policies)), policies),
                field(
                        Slot.GROUP,
                        true,
                        meant.isEmpty() ? said(Slot.GROUP, invocation).orElse("") : "",
                        choices(meant)),
                rank(invocation),
                field(Slot.REASON, false, invocation.reason(), List.of())));
    }

    /** The groups that have a policy; where nobody can tell which, the name is written. */
    Answer forTaking(Invocation invocation, List<GroupId> meant) {
        List<GroupId> having =
                granted().stream().map(GroupGrant::group).limit(CHOICES).toList();
        List<FormChoice> offered = choices(meant.isEmpty() ? having : meant);
        List<FormChoice> policies = granted().stream()
                .map(grant -> grant.policy().value())
                .distinct()
                .map(policy -> choice(policy, policy))
                .toList();
        return invocation.form(List.of(
                field(Slot.POLICY, true, said(Slot.POLICY, invocation).orElseGet(() -> only(policies)), policies),
                field(Slot.GROUP, true, only(offered), offered),
                field(Slot.REASON, false, invocation.reason(), List.of())));
    }

    /** The ranks there are, the one behind all others chosen: it moves nobody. */
    private FormField rank(Invocation invocation) {
        return grants.fold(
                list -> {
                    List<FormChoice> ranks = IntStream.rangeClosed(
                                    1, Math.min(list.places() + 1, GroupGrantList.MOST_GROUPS))
                            .mapToObj(Integer::toString)
                            .map(rank -> choice(rank, rank))
                            .toList();
                    return field(
                            Slot.RANK,
                            false,
                            said(Slot.RANK, invocation)
                                    .orElseGet(() -> ranks.getLast().value()),
                            ranks);
                },
                _ -> field(Slot.RANK, false, said(Slot.RANK, invocation).orElse(""), List.of()));
    }

    private List<FormChoice> choices(List<GroupId> some) {
        return some.stream()
                .map(group -> choice(
                        granted().stream()
                                .filter(grant -> grant.group().equals(group))
                                .findFirst()
                                .map(grant -> "%s: %s (%s)".formatted(groups.name(group), grant.text(), group))
                                .orElseGet(() -> "%s (%s)".formatted(groups.name(group), group)),
                        group.value()))
                .toList();
    }

    private List<GroupGrant> granted() {
        return grants.known().map(GroupGrantList::read).orElse(List.of());
    }

    private static Optional<String> said(Slot slot, Invocation invocation) {
        return invocation.text(slot).filter(text -> !text.isBlank());
    }

    private static String only(List<FormChoice> choices) {
        return choices.size() == 1 ? choices.getFirst().value() : "";
    }

    private static FormChoice choice(String title, String value) {
        return new FormChoice(title, value);
    }

    private static FormField field(Slot slot, boolean required, String value, List<FormChoice> choices) {
        return new FormField(slot, slot.label(), required, value, choices);
    }
}

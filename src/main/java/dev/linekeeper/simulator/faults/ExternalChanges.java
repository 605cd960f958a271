package dev.linekeeper.simulator.faults;

import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.state.LicenceChecks;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes the tenant as another admin would; clearing the fault switches does not undo it. */
record ExternalChanges(SimulatedTenant model) {
    private static final ChangeKey SOMEBODY_ELSE = new ChangeKey("somebody else", 0);

    /**
     * Makes the change.
     *
     * @throws InvalidFault when the tenant has no such person, group, policy or number, or its rules forbid the change
     */
    void apply(ExternalChange change) {
        var person = person(change.person());
        try {
            switch (change) {
                case ExternalChange.ExpiredLicence _ -> replace(LicenceChecks.withoutPhone(person));
                case ExternalChange.DriftOfPolicy(_, var kind, var policy) -> {
                    var grants = model.ports().policyGrants();
                    policy.ifPresentOrElse(
                            name -> grants.grant(person.id(), kind, name, SOMEBODY_ELSE),
                            () -> grants.revoke(person.id(), kind, SOMEBODY_ELSE));
                }
                case ExternalChange.DriftOfVoice(_, var on) ->
                    model.ports().voiceSwitch().set(person.id(), on, SOMEBODY_ELSE);
                case ExternalChange.DriftOfNumber(_, var number) -> assign(person.id(), number);
                case ExternalChange.LostNumbers _ -> release(person.id());
                case ExternalChange.LeftGroup(_, var group) -> leave(person.id(), group);
            }
        } catch (BackendFailure refused) {
            throw new InvalidFault(String.valueOf(refused.getMessage()));
        }
    }

    private StoredUser person(String who) {
        return model.content().users().stream()
                .flatMap(users -> users.values().stream())
                .filter(user -> user.id().equals(new UserId(who))
                        || user.entry().userPrincipalName().equalsIgnoreCase(who))
                .findFirst()
                .orElseThrow(() -> new InvalidFault("/person: the tenant has nobody called %s".formatted(who)));
    }

    private void replace(StoredUser changed) {
        model.change(content -> {
            var users = new LinkedHashMap<>(content.users().orElseThrow());
            users.put(changed.id(), changed);
            return content.withUsers(users);
        });
    }

    private void assign(UserId person, PhoneNumber number) {
        var known = model.ports()
                .numbers()
                .find(number)
                .orElseThrow(() -> new InvalidFault("/number: the tenant has no number %s".formatted(number)));
        model.ports().numbers().assign(number, known.type(), person, Optional.empty(), SOMEBODY_ELSE);
    }

    private void release(UserId person) {
        for (var held : heldBy(person)) {
            model.ports().numbers().release(held.number(), held.type(), SOMEBODY_ELSE);
        }
    }

    private List<TelephoneNumber> heldBy(UserId person) {
        return model.ports().numbers().all().numbers().stream()
                .filter(number -> number.target().filter(person.value()::equals).isPresent())
                .toList();
    }

    private void leave(UserId person, Optional<String> named) {
        var left = groups(person, named);
        if (left.isEmpty()) {
            throw new InvalidFault("/group: the person is in no such group");
        }
        model.change(content -> {
            var groups = new LinkedHashMap<>(content.groups().orElseThrow());
            left.forEach(id -> groups.computeIfPresent(id, (_, group) -> group.without(person)));
            return content.withGroups(groups);
        });
    }

    private Set<GroupId> groups(UserId person, Optional<String> named) {
        return model.content().groups().stream()
                .flatMap(groups -> groups.values().stream())
                .filter(group -> group.has(person))
                .filter(group -> named.map(name -> group.id().value().equalsIgnoreCase(name)
                                || group.displayName().equalsIgnoreCase(name))
                        .orElse(true))
                .map(group -> group.id())
                .collect(Collectors.toUnmodifiableSet());
    }
}

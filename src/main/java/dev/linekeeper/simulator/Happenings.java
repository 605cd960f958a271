package dev.linekeeper.simulator;

import dev.linekeeper.adapter.tenantfile.StoredUser;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.state.Licences;
import dev.linekeeper.simulator.state.TenantModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets things happen in the tenant as if somebody else had done them; clearing the switches does not undo them. */
record Happenings(TenantModel model) {
    private static final ChangeKey SOMEBODY_ELSE = new ChangeKey("somebody else", 0);

    /**
     * Does it.
     *
     * @throws WrongWish when the tenant has no such person, group, policy or number, or its rules forbid it
     */
    void happen(Happening happening) {
        var person = person(happening.person());
        try {
            switch (happening) {
                case Happening.ExpiredLicence _ -> change(Licences.withoutPhone(person));
                case Happening.DriftOfPolicy(_, var kind, var policy) -> {
                    var grants = model.ports().policyGrants();
                    policy.ifPresentOrElse(
                            name -> grants.grant(person.id(), kind, name, SOMEBODY_ELSE),
                            () -> grants.revoke(person.id(), kind, SOMEBODY_ELSE));
                }
                case Happening.DriftOfVoice(_, var on) ->
                    model.ports().voiceSwitch().set(person.id(), on, SOMEBODY_ELSE);
                case Happening.DriftOfNumber(_, var number) -> assign(person.id(), number);
                case Happening.LostNumbers _ -> release(person.id());
                case Happening.LostApprover(_, var group) -> leave(person.id(), group);
            }
        } catch (BackendFailure refused) {
            throw new WrongWish(String.valueOf(refused.getMessage()));
        }
    }

    private StoredUser person(String who) {
        return model.content().users().stream()
                .flatMap(users -> users.values().stream())
                .filter(user -> user.id().equals(new UserId(who))
                        || user.entry().userPrincipalName().equalsIgnoreCase(who))
                .findFirst()
                .orElseThrow(() -> new WrongWish("/person: the tenant has nobody called %s".formatted(who)));
    }

    private void change(StoredUser changed) {
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
                .orElseThrow(() -> new WrongWish("/number: the tenant has no number %s".formatted(number)));
        model.ports().numbers().assign(number, known.type(), person, Optional.empty(), SOMEBODY_ELSE);
    }

    private void release(UserId person) {
        for (var held : heldBy(person)) {
            model.ports().numbers().release(held.number(), held.type(), SOMEBODY_ELSE);
        }
    }

    private List<TelephoneNumber> heldBy(UserId person) {
        return model.ports().numbers().all().stream()
                .filter(number -> number.target().filter(person.value()::equals).isPresent())
                .toList();
    }

    private void leave(UserId person, Optional<String> named) {
        var left = groups(person, named);
        if (left.isEmpty()) {
            throw new WrongWish("/group: the person is in no such group");
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

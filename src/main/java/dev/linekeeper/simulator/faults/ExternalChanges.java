package dev.linekeeper.simulator.faults;

import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Changes the tenant as another admin would; clearing the fault switches does not undo it. */
record ExternalChanges(SimulatedTenant model) {
    /**
     * Makes the change.
     *
     * @throws InvalidFault when the tenant has no such person, group, policy or number, or its rules forbid the change
     */
    void apply(ExternalChange change) {
        var person = person(change.person());
        try {
            switch (change) {
                case ExternalChange.ExpiredLicence _ -> person(edit -> edit.expirePhoneLicence(person.id()));
                case ExternalChange.DriftOfPolicy(_, var kind, var policy) ->
                    person(edit -> policy.ifPresentOrElse(
                            name -> edit.grant(person.id(), kind, name), () -> edit.revoke(person.id(), kind)));
                case ExternalChange.DriftOfVoice(_, var on) ->
                    person(edit -> edit.setVoice(person.id(), on));
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

    private void person(Consumer<PersonEdit> change) {
        model.change(edit -> change.accept(new PersonEdit(edit)));
    }

    private void assign(UserId person, PhoneNumber number) {
        var known = model.content()
                .number(number)
                .orElseThrow(() -> new InvalidFault("/number: the tenant has no number %s".formatted(number)));
        model.change(edit -> new NumberEdit(edit).assign(number, known.type(), person, Optional.empty()));
    }

    private void release(UserId person) {
        for (var held : model.content().numbers().orElse(Map.of()).values()) {
            if (held.target().filter(person.value()::equals).isPresent()) {
                model.change(edit -> new NumberEdit(edit).release(held.number(), held.type()));
            }
        }
    }

    private void leave(UserId person, Optional<String> named) {
        var left = groups(person, named);
        if (left.isEmpty()) {
            throw new InvalidFault("/group: the person is in no such group");
        }
        person(edit -> edit.leave(person, left));
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

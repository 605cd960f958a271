package dev.linekeeper.simulator.faults;

import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Changes the tenant as another admin would; clearing the fault switches does not undo it. A person is named by object id
 * or user principal name. A change throws {@link InvalidFault} when the tenant has no such person, group, policy or
 * number, or its rules forbid it.
 */
record ExternalChanges(SimulatedTenant tenant) {
    private interface PersonChange {
        void of(StoredUser person);
    }

    /** The Teams Phone licence runs out. */
    Runnable expiredLicence(String who) {
        return change(who, person -> edit(edit -> edit.expirePhoneLicence(person.id())));
    }

    /** A policy is granted, or its grant revoked. */
    Runnable policy(String who, PolicyKind kind, Optional<PolicyName> policy) {
        return change(
                who,
                person -> edit(edit -> policy.ifPresentOrElse(
                        name -> edit.grant(person.id(), kind, name), () -> edit.revoke(person.id(), kind))));
    }

    Runnable voice(String who, boolean on) {
        return change(who, person -> edit(edit -> edit.setVoice(person.id(), on)));
    }

    /** A number is assigned, or all of the person's numbers are released. */
    Runnable number(String who, Optional<PhoneNumber> number) {
        return change(
                who, person -> number.ifPresentOrElse(wanted -> assign(person.id(), wanted), () -> release(person)));
    }

    /** The person leaves a group, named by id or display name, or all groups with a direct membership. */
    Runnable leftGroup(String who, Optional<String> group) {
        return change(who, person -> leave(person.id(), group));
    }

    private Runnable change(String who, PersonChange change) {
        return () -> {
            var found = tenant.content().users().orElse(Map.of()).values().stream()
                    .filter(user -> user.id().equals(new UserId(who))
                            || user.entry().userPrincipalName().equalsIgnoreCase(who))
                    .findFirst()
                    .orElseThrow(() -> new InvalidFault("/person: the tenant has nobody called %s".formatted(who)));
            try {
                change.of(found);
            } catch (BackendFailure refused) {
                throw new InvalidFault(String.valueOf(refused.getMessage()));
            }
        };
    }

    private void edit(Consumer<PersonEdit> change) {
        tenant.change(edit -> change.accept(new PersonEdit(edit)));
    }

    private void assign(UserId person, PhoneNumber number) {
        var known = tenant.content()
                .number(number)
                .orElseThrow(() -> new InvalidFault("/number: the tenant has no number %s".formatted(number)));
        tenant.change(edit -> new NumberEdit(edit).assign(number, known.type(), person, Optional.empty()));
    }

    private void release(StoredUser person) {
        for (var held : tenant.content().numbers().orElse(Map.of()).values()) {
            if (held.target().filter(person.id().value()::equals).isPresent()) {
                tenant.change(edit -> new NumberEdit(edit).release(held.number(), held.type()));
            }
        }
    }

    private void leave(UserId person, Optional<String> named) {
        var left = tenant.content().groups().orElse(Map.of()).values().stream()
                .filter(group -> group.has(person))
                .filter(group -> named.map(name -> group.id().value().equalsIgnoreCase(name)
                                || group.displayName().equalsIgnoreCase(name))
                        .orElse(true))
                .map(FileGroup::id)
                .collect(Collectors.toUnmodifiableSet());
        if (left.isEmpty()) {
            throw new InvalidFault("/group: the person is in no such group");
        }
        edit(edit -> edit.leave(person, left));
    }
}

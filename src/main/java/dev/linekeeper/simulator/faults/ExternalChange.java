package dev.linekeeper.simulator.faults;

import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.GroupEdit;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** A change of the tenant as another admin makes it; clearing the fault switches does not undo it. */
sealed interface ExternalChange {
    /** Object id or user principal name. */
    String person();

    void make(SimulatedTenant tenant, UserId person);

    /**
     * Makes the change.
     *
     * @throws IllegalArgumentException when the tenant has no such person, group or number
     * @throws dev.linekeeper.service.tenant.BackendFailure when its rules forbid it, or it has no such policy
     */
    default void make(SimulatedTenant tenant) {
        var found = tenant.content().users().orElse(Map.of()).values().stream()
                .filter(user -> user.id().equals(new UserId(person()))
                        || user.entry().userPrincipalName().equalsIgnoreCase(person()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("/person: the tenant has nobody called %s".formatted(person())));
        make(tenant, found.id());
    }

    /** The Teams Phone licence runs out. */
    record ExpiredLicence(String person) implements ExternalChange {
        @Override
        public void make(SimulatedTenant tenant, UserId id) {
            tenant.change(edit -> new PersonEdit(edit).expirePhoneLicence(id));
        }
    }

    /** The account is disabled, or enabled again. */
    record Account(String person, boolean enabled) implements ExternalChange {
        @Override
        public void make(SimulatedTenant tenant, UserId id) {
            tenant.change(edit -> new PersonEdit(edit).describe(id, "accountEnabled", BooleanNode.valueOf(enabled)));
        }
    }

    /** The account is deleted; its numbers are free. */
    record DeletedAccount(String person) implements ExternalChange {
        @Override
        public void make(SimulatedTenant tenant, UserId id) {
            releaseAll(tenant, id);
            tenant.become(tenant.state().without(id));
        }
    }

    /** The person works in another department or country, or both. */
    record Moved(String person, Optional<String> department, Optional<String> country) implements ExternalChange {
        public Moved {
            if (department.isEmpty() && country.isEmpty()) {
                throw new IllegalArgumentException("/: department or country was expected");
            }
        }

        @Override
        public void make(SimulatedTenant tenant, UserId id) {
            tenant.change(edit -> {
                var change = new PersonEdit(edit);
                department.ifPresent(name -> change.describe(id, "department", StringNode.valueOf(name)));
                country.ifPresent(code -> change.describe(id, "usageLocation", StringNode.valueOf(code)));
            });
        }
    }

    private static void releaseAll(SimulatedTenant tenant, UserId id) {
        tenant.content().numbers().orElse(Map.of()).values().stream()
                .filter(held -> held.target().filter(id.value()::equals).isPresent())
                .forEach(held -> tenant.change(edit -> new NumberEdit(edit).release(held.number(), held.type())));
    }

    /** The person leaves a group, named by id or display name, or all groups with a direct membership. */
    record LostApprover(String person, Optional<String> group) implements ExternalChange {
        @Override
        public void make(SimulatedTenant tenant, UserId id) {
            var left = tenant.content().groups().orElse(Map.of()).values().stream()
                    .filter(each -> each.has(id))
                    .filter(each -> group.stream()
                            .allMatch(name -> name.equalsIgnoreCase(each.id().value())
                                    || name.equalsIgnoreCase(each.displayName())))
                    .map(FileGroup::id)
                    .collect(Collectors.toUnmodifiableSet());
            if (left.isEmpty()) {
                throw new IllegalArgumentException("/group: the person is in no such group");
            }
            tenant.change(edit -> new PersonEdit(edit).leave(id, left));
        }
    }

    /** The person joins a group, named by id or display name. */
    record JoinedGroup(String person, String group) implements ExternalChange {
        @Override
        public void make(SimulatedTenant tenant, UserId id) {
            GroupId joined = named(tenant, group).id();
            tenant.change(edit -> new PersonEdit(edit).join(id, joined));
        }
    }

    private static FileGroup named(SimulatedTenant tenant, String group) {
        return tenant.content().groups().orElse(Map.of()).values().stream()
                .filter(each -> group.equalsIgnoreCase(each.id().value()) || group.equalsIgnoreCase(each.displayName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("/group: there is no such group"));
    }

    /** A group gets another policy of that type, or none without a name. */
    record GrantToGroup(String group, String policyType, Optional<String> policy) implements ExternalChange {
        public GrantToGroup {
            var _ = Drift.kind(policyType);
        }

        @Override
        public String person() {
            return "";
        }

        @Override
        public void make(SimulatedTenant tenant) {
            var found = named(tenant, group);
            var kind = Drift.kind(policyType);
            var rank = tenant.content().groupGrants().orElseThrow().read().stream()
                    .filter(grant -> grant.kind() == kind && grant.group().equals(found.id()))
                    .mapToInt(grant -> grant.rank())
                    .findFirst();
            tenant.change(edit -> {
                var change = new GroupEdit(edit);
                rank.ifPresent(_ -> change.revoke(found.id(), kind));
                policy.ifPresent(name -> change.grant(found.id(), kind, new PolicyName(name), rank.orElse(1)));
            });
        }

        @Override
        public void make(SimulatedTenant tenant, UserId nobody) {
            make(tenant);
        }
    }

    /**
     * A policy is granted or, without a name, its grant revoked; voice is switched; a number is assigned, or all are released.
     *
     * @param number null for none, false to leave them
     */
    record Drift(
            String person,
            Optional<String> policyType,
            Optional<String> policy,
            Optional<Boolean> voice,
            JsonNode number)
            implements ExternalChange {
        public Drift {
            if (policyType.isEmpty() && voice.isEmpty() && number.isBoolean()) {
                throw new IllegalArgumentException("/: policyType, voice or number was expected");
            }
            policyType.ifPresent(Drift::kind);
            if (!number.isBoolean() && !number.isNull()) {
                var _ = parsed(number);
            }
        }

        @Override
        public void make(SimulatedTenant tenant, UserId id) {
            tenant.change(edit -> {
                var change = new PersonEdit(edit);
                policyType
                        .map(Drift::kind)
                        .ifPresent(kind -> policy.map(PolicyName::new)
                                .ifPresentOrElse(name -> change.grant(id, kind, name), () -> change.revoke(id, kind)));
                voice.ifPresent(on -> change.setVoice(id, on));
            });
            if (number.isString()) {
                var wanted = parsed(number);
                var known = tenant.content()
                        .number(wanted)
                        .orElseThrow(() ->
                                new IllegalArgumentException("/number: the tenant has no number %s".formatted(wanted)));
                tenant.change(edit -> new NumberEdit(edit).assign(wanted, known.type(), id, Optional.empty()));
            } else if (number.isNull()) {
                releaseAll(tenant, id);
            }
        }

        static PolicyKind kind(String type) {
            return PolicyKind.ofType(type)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "/policyType: a policy type such as TeamsSharedCallingRoutingPolicy was expected"));
        }

        private static PhoneNumber parsed(JsonNode number) {
            return PhoneNumber.parse(number.asString(""))
                    .orElseThrow(
                            () -> new IllegalArgumentException("/number: a telephone number or null was expected"));
        }
    }
}

package dev.linekeeper.core;

import static dev.linekeeper.core.ContosoFixture.known;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A person put together piece by piece; starts as somebody for whom everything works. */
public final class PersonFixture {
    private final String id;
    private Fact<Boolean> enabled = known(true);
    private Fact<Optional<Country>> usageLocation = known(Optional.of(new Country("US")));
    private Fact<List<ServicePlan>> plans;
    private Fact<Set<GroupId>> groups = known(Set.of());
    private Fact<AccountType> accountType = known(AccountType.USER);
    private Fact<Set<String>> features = known(Set.of("Teams", "PhoneSystem"));
    private Fact<Boolean> voiceOn = known(true);
    private Fact<List<Line>> lines = known(List.of());
    private final Map<PolicyKind, Fact<Assignment>> policies = new EnumMap<>(PolicyKind.class);
    private Fact<List<String>> validationErrors = known(List.of());
    private Optional<String> interpretedType = Optional.empty();
    private Map<GroupId, String> unreadGroups = Map.of();
    private boolean voiceUnreadable;

    public PersonFixture(String id) {
        this.id = id;
        this.plans = known(List.of(enabled(ContosoFixture.TEAMS), enabled(ContosoFixture.PHONE_SYSTEM)));
        for (var kind : PolicyKind.values()) {
            policies.put(kind, known(new Assignment.Inherited()));
        }
    }

    public static ServicePlan enabled(String plan) {
        return new ServicePlan(plan, ServicePlan.ServicePlanStatus.ENABLED);
    }

    public PersonFixture enabled(Fact<Boolean> fact) {
        enabled = fact;
        return this;
    }

    public PersonFixture in(String country) {
        return in(known(Optional.of(new Country(country))));
    }

    public PersonFixture in(Fact<Optional<Country>> fact) {
        usageLocation = fact;
        return this;
    }

    public PersonFixture plans(ServicePlan... held) {
        return plans(known(List.of(held)));
    }

    public PersonFixture plans(Fact<List<ServicePlan>> fact) {
        plans = fact;
        return this;
    }

    public PersonFixture alsoPlan(String plan) {
        var all = new ArrayList<>(plans.known().orElseThrow());
        all.add(enabled(plan));
        return plans(known(List.copyOf(all)));
    }

    public PersonFixture groups(Fact<Set<GroupId>> fact) {
        groups = fact;
        return this;
    }

    public PersonFixture accountType(Fact<AccountType> fact) {
        accountType = fact;
        return this;
    }

    public PersonFixture features(String... held) {
        return features(known(Set.of(held)));
    }

    public PersonFixture features(Fact<Set<String>> fact) {
        features = fact;
        return this;
    }

    public PersonFixture voice(boolean on) {
        return voice(known(on));
    }

    public PersonFixture voice(Fact<Boolean> fact) {
        voiceOn = fact;
        return this;
    }

    public PersonFixture primary(String number) {
        return line(number, Line.Category.PRIMARY);
    }

    public PersonFixture line(String number, Line.Category category) {
        return line(new Line(PhoneNumber.of(number), category));
    }

    public PersonFixture line(Line line) {
        var all = new ArrayList<>(lines.known().orElseThrow());
        all.add(line);
        return lines(known(List.copyOf(all)));
    }

    public PersonFixture lines(Fact<List<Line>> fact) {
        lines = fact;
        return this;
    }

    /** A direct grant over whatever would apply without it. */
    public PersonFixture direct(PolicyKind kind, String policy) {
        return policy(kind, known(new Assignment.Direct(new PolicyName(policy), known(new Assignment.Inherited()))));
    }

    public PersonFixture byGroup(PolicyKind kind, String policy, String group) {
        return policy(kind, known(new Assignment.ByGroup(new PolicyName(policy), new GroupId(group))));
    }

    public PersonFixture inherited(PolicyKind kind) {
        return policy(kind, known(new Assignment.Inherited()));
    }

    public PersonFixture policy(PolicyKind kind, Fact<Assignment> fact) {
        policies.put(kind, fact);
        return this;
    }

    public PersonFixture validationErrors(Fact<List<String>> fact) {
        validationErrors = fact;
        return this;
    }

    public PersonFixture interpretedType(String type) {
        interpretedType = Optional.of(type);
        return this;
    }

    /** Nothing of Teams voice could be read. */
    public PersonFixture unreadGroup(GroupId group) {
        unreadGroups = Map.of(group, "nobody could read it");
        return this;
    }

    public PersonFixture voiceUnreadable() {
        voiceUnreadable = true;
        return this;
    }

    public PersonFixture but(UnaryOperator<PersonFixture> change) {
        return change.apply(this);
    }

    public Person build() {
        var entry = new DirectoryEntry(
                        new UserId(id),
                        id + "@contoso.example",
                        "Person " + id,
                        Optional.of("Sales"),
                        enabled,
                        usageLocation,
                        plans)
                .withGroups(groups, unreadGroups);
        var voice = new VoiceUser(accountType, features, voiceOn, lines, policies, validationErrors, interpretedType);
        return new Person(entry, voiceUnreadable ? Fact.missing("Teams did not answer") : known(voice));
    }
}

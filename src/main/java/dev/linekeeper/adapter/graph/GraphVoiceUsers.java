package dev.linekeeper.adapter.graph;

import com.microsoft.graph.admin.teams.userconfigurations.UserConfigurationsRequestBuilder;
import com.microsoft.graph.models.teamsadministration.AssignedTelephoneNumber;
import com.microsoft.graph.models.teamsadministration.AssignmentType;
import com.microsoft.graph.models.teamsadministration.EffectivePolicyAssignment;
import com.microsoft.graph.models.teamsadministration.PolicyAssignment;
import com.microsoft.graph.models.teamsadministration.TeamsUserConfiguration;
import com.microsoft.graph.models.teamsadministration.TeamsUserConfigurationCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.MicrosoftSpelling;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads voice settings of people from Graph's
 * <a href="https://learn.microsoft.com/graph/api/resources/teamsadministration-teamsuserconfiguration">teamsUserConfiguration</a>;
 * needs TeamsUserConfiguration.Read.All.
 */
final class GraphVoiceUsers implements VoiceUsers {
    private static final int PAGE = 999;

    private final Graph graph;
    private final GraphFacts facts;
    private final GraphPages pages;
    private final PageCount listed = new PageCount();

    GraphVoiceUsers(Graph graph, Clock clock) {
        this.graph = graph.on(RateLimitedApi.TEAMS_ADMIN);
        this.pages = new GraphPages(this.graph);
        this.facts = new GraphFacts(clock);
    }

    @Override
    public String source() {
        return Graph.SOURCE;
    }

    @Override
    public Optional<VoiceUser> read(UserId person) {
        return graph.find(
                        client -> withAllKinds(configurations(client)
                                .byTeamsUserConfigurationId(person.value())
                                .toGetRequestInformation()),
                        TeamsUserConfiguration::createFromDiscriminatorValue)
                .map(GraphVoiceUsers::notEmpty)
                .map(this::voiceUser);
    }

    /** An entry without an id is passed over: nobody is then found in the list, and is read alone. */
    @Override
    public void forEach(BiConsumer<UserId, VoiceUser> person) {
        graph.pages(
                client -> withAllKinds(Graph.top(PAGE, configurations(client).toGetRequestInformation())),
                TeamsUserConfigurationCollectionResponse::createFromDiscriminatorValue,
                page -> Graph.identified(page.getValue(), TeamsUserConfiguration::getId)
                        .forEach(read -> person.accept(new UserId(Graph.present(read.getId())), voiceUser(read))));
    }

    /** From the list of everybody, which leaves out accounts and says nothing of an entry that cannot be read. */
    @Override
    public Map<UserId, VoiceUser> readMany(Set<UserId> people) {
        Map<UserId, VoiceUser> found = new HashMap<>();
        listed.read(
                people.size(),
                goesOn -> pages.read(
                        client -> withAllKinds(
                                Graph.top(PAGE, configurations(client).toGetRequestInformation())),
                        TeamsUserConfigurationCollectionResponse::createFromDiscriminatorValue,
                        page -> {
                            for (TeamsUserConfiguration each :
                                    Graph.identified(page.getValue(), TeamsUserConfiguration::getId)) {
                                var person = new UserId(Graph.present(each.getId()));
                                if (people.contains(person)) {
                                    found.put(person, voiceUser(each));
                                }
                            }
                            return goesOn.getAsBoolean() && found.size() < people.size();
                        }));
        return found;
    }

    private static UserConfigurationsRequestBuilder configurations(GraphServiceClient client) {
        return client.admin().teams().userConfigurations();
    }

    /** Without it Graph reports an unlicensed account as an unknown kind of account. */
    private static RequestInformation withAllKinds(RequestInformation read) {
        read.headers.add("Prefer", "include-unknown-enum-members");
        return read;
    }

    /** The SDK reports an object that it cannot read as one of which all members are absent. */
    private static TeamsUserConfiguration notEmpty(TeamsUserConfiguration read) {
        if (read.getId() == null) {
            throw new BackendFailure(
                    FailureKind.PROTOCOL, "The voice settings came empty, or wrapped in a way that cannot be read");
        }
        return read;
    }

    private VoiceUser voiceUser(TeamsUserConfiguration read) {
        return new VoiceUser(
                facts.told(read.getAccountType(), "the kind of account")
                        .map(type -> MicrosoftSpelling.constantOr(AccountType.UNKNOWN, type.name())),
                facts.told(read.getFeatureTypes(), "the features").map(Set::copyOf),
                facts.told(read.getIsEnterpriseVoiceEnabled(), "whether voice is on"),
                facts.told(read.getTelephoneNumbers(), "the numbers").flatMap(this::lines),
                policies(read.getEffectivePolicyAssignments()),
                Fact.missing("Microsoft Graph does not report validation errors, and Teams PowerShell is asked for one"
                        + " person at a time"));
    }

    /** Missing as a whole when one number cannot be read: rules must not judge an incomplete list. */
    private Fact<List<Line>> lines(List<AssignedTelephoneNumber> read) {
        List<Line> lines = new ArrayList<>();
        for (AssignedTelephoneNumber number : read) {
            Optional<PhoneNumber> parsed =
                    Optional.ofNullable(number.getTelephoneNumber()).flatMap(PhoneNumber::parse);
            Optional<Line.Category> category =
                    MicrosoftSpelling.constant(Line.Category.class, String.valueOf(number.getAssignmentCategory()));
            if (parsed.isEmpty() || category.isEmpty()) {
                return Fact.missing("Microsoft Graph reports a number or a kind of number that we cannot read: '%s', %s"
                        .formatted(number.getTelephoneNumber(), number.getAssignmentCategory()));
            }
            lines.add(new Line(parsed.get(), category.get()));
        }
        return facts.known(List.copyOf(lines));
    }

    /**
     * A kind that is not listed has nothing assigned, so Global applies. It is not known when an entry does not say its
     * kind; empty when Graph gives no list.
     */
    private Map<PolicyKind, Fact<Assignment>> policies(@Nullable List<EffectivePolicyAssignment> listed) {
        if (listed == null) {
            return Map.of();
        }
        boolean complete = listed.stream().allMatch(entry -> entry.getPolicyType() != null);
        Map<PolicyKind, Fact<Assignment>> policies = new EnumMap<>(PolicyKind.class);
        for (PolicyKind kind : PolicyKind.values()) {
            policies.put(
                    kind,
                    complete
                            ? facts.known(new Assignment.Inherited())
                            : Fact.missing("Microsoft Graph lists a policy without its type"));
        }
        for (EffectivePolicyAssignment effective : listed) {
            PolicyAssignment assigned = effective.getPolicyAssignment();
            Optional.ofNullable(effective.getPolicyType())
                    .flatMap(PolicyKind::ofType)
                    .ifPresent(kind -> policies.put(kind, assignment(assigned)));
        }
        return policies;
    }

    private Fact<Assignment> assignment(@Nullable PolicyAssignment assigned) {
        if (assigned == null
                || assigned.getDisplayName() == null
                || assigned.getDisplayName().isBlank()) {
            return Fact.missing("Microsoft Graph lists a policy without its name");
        }
        var name = new PolicyName(assigned.getDisplayName());
        AssignmentType type = assigned.getAssignmentType();
        return switch (type) {
            case Direct ->
                facts.known(new Assignment.Direct(
                        name, Fact.missing("Microsoft Graph reports only the policy in effect, not what is beneath")));
            case Group ->
                assigned.getGroupId() == null
                        ? Fact.missing("Microsoft Graph lists a group's policy without the group")
                        : facts.known(new Assignment.ByGroup(name, new GroupId(assigned.getGroupId())));
            case UnknownFutureValue -> Fact.missing("Microsoft Graph reports a kind of assignment that we do not know");
            case null -> Fact.missing("Microsoft Graph does not say where the policy comes from");
        };
    }
}

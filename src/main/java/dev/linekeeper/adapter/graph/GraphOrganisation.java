package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.Organization;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import com.microsoft.graph.models.ServicePlanInfo;
import com.microsoft.graph.models.SubscribedSku;
import com.microsoft.graph.models.SubscribedSkuCollectionResponse;
import com.microsoft.graph.models.VerifiedDomain;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the tenant from Graph's organization and subscribedSkus; needs Organization.Read.All. */
final class GraphOrganisation implements Organisation {
    private final Graph graph;
    private final Supplier<String> powerShellModule;
    private final Supplier<Set<AccountRight>> rights;

    GraphOrganisation(Graph graph, Supplier<String> powerShellModule, Supplier<Set<AccountRight>> rights) {
        this.graph = graph.on(RateLimitedApi.DIRECTORY);
        this.powerShellModule = powerShellModule;
        this.rights = rights;
    }

    @Override
    public String source() {
        return Graph.SOURCE;
    }

    @Override
    public String tenantId() {
        return Graph.present(organisation().getId());
    }

    @Override
    public String displayName() {
        return Graph.present(organisation().getDisplayName());
    }

    @Override
    public Set<String> domains() {
        return Graph.present(organisation().getVerifiedDomains()).stream()
                .map(VerifiedDomain::getName)
                .filter(Objects::nonNull)
                .map(AnyCase::folded)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The cloud, by Graph's address. GCC shares the public address; only its licence names differ
     * (<a href="https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference">list</a>).
     */
    @Override
    public Cloud cloud() {
        return GraphBackend.nationalCloud(graph.host()).orElseGet(this::cloudByLicences);
    }

    @Override
    public int freeResourceAccountLicences() {
        return skus().stream()
                .filter(GraphOrganisation::isForResourceAccounts)
                .mapToInt(GraphOrganisation::free)
                .sum();
    }

    @Override
    public Optional<String> powerShellModule() {
        return Optional.of(powerShellModule.get());
    }

    @Override
    public Set<AccountRight> accountRights() {
        return rights.get();
    }

    private Cloud cloudByLicences() {
        List<String> names = skus().stream()
                .map(SubscribedSku::getSkuPartNumber)
                .map(name -> name == null ? "" : name.toUpperCase(Locale.ROOT))
                .toList();
        if (names.stream().anyMatch(name -> name.endsWith("_GCCHIGH"))) {
            return Cloud.GCC_HIGH;
        }
        if (names.stream().anyMatch(name -> name.endsWith("_DOD"))) {
            return Cloud.DOD;
        }
        return names.stream().anyMatch(name -> name.endsWith("_GOV")) ? Cloud.GCC : Cloud.WORLDWIDE;
    }

    private Organization organisation() {
        OrganizationCollectionResponse found = graph.get(
                client -> Graph.select(
                        client.organization().toGetRequestInformation(), "id", "displayName", "verifiedDomains"),
                OrganizationCollectionResponse::createFromDiscriminatorValue);
        List<Organization> listed = found.getValue();
        return Graph.present(listed == null || listed.isEmpty() ? null : listed.getFirst());
    }

    private List<SubscribedSku> skus() {
        return Graph.present(graph.get(
                        client -> client.subscribedSkus().toGetRequestInformation(),
                        SubscribedSkuCollectionResponse::createFromDiscriminatorValue)
                .getValue());
    }

    /** Fails for a licence that may be: with one of them not read, nobody knows how many are free. */
    private static boolean isForResourceAccounts(SubscribedSku sku) {
        List<ServicePlanInfo> plans = Graph.present(sku.getServicePlans());
        boolean is = plans.stream()
                .anyMatch(plan -> PublishedData.RESOURCE_ACCOUNT.contains(String.valueOf(plan.getServicePlanId())));
        if (!is) {
            plans.forEach(plan -> Graph.present(plan.getServicePlanId()));
        }
        return is;
    }

    private static int free(SubscribedSku sku) {
        int bought = Graph.present(Graph.present(sku.getPrepaidUnits()).getEnabled());
        return Math.max(0, bought - Graph.present(sku.getConsumedUnits()));
    }
}

package dev.linekeeper.adapter.graph;

import dev.linekeeper.LinekeeperProperties;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.Kind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.EmergencyLocations;
import dev.linekeeper.service.tenant.Numbers;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.Throttle;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceSwitch;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Microsoft Graph behind the ports it can answer, while {@code linekeeper.backend} is {@code tenant}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${linekeeper.backend:demo}'.equalsIgnoreCase('tenant')")
class GraphConfiguration {
    /** What only Teams PowerShell can answer. */
    private static final List<Class<?>> NEEDED =
            List.of(VoiceSwitch.class, PolicyCatalogue.class, EmergencyLocations.class, VoiceApplications.class);

    /** Graph is half a tenant: nothing starts before the other half is there. */
    @Bean
    static BeanFactoryPostProcessor otherHalf() {
        return beans -> {
            if (NEEDED.stream().anyMatch(port -> beans.getBeanNamesForType(port, true, false).length == 0)) {
                throw new UnusableBackend(
                        "the PowerShell adapter is not built yet, and without it voice cannot be switched"
                                + " and policies, places and resource accounts cannot be read");
            }
        };
    }

    @Bean
    GraphSettings graphSettings(LinekeeperProperties settings) {
        return GraphSettings.of(settings);
    }

    @Bean
    Graph graphReads(GraphSettings settings, Throttle throttle) {
        return GraphClients.connect(settings.baseUrl(), settings.reads().credential(), throttle);
    }

    @Bean
    Graph graphWrites(GraphSettings settings, Throttle throttle) {
        return settings.writes()
                .map(writes -> GraphClients.connect(settings.baseUrl(), writes.credential(), throttle))
                .orElseGet(() -> new Graph(
                        settings.baseUrl(),
                        () -> {
                            throw new BackendFailure(
                                    Kind.DENIED,
                                    "No app registration for changes is configured (linekeeper.graph.writes.app-id)");
                        },
                        throttle));
    }

    @Bean
    Directory directory(Graph graphReads, Clock clock) {
        return new GraphDirectory(graphReads, clock);
    }

    @Bean
    VoiceUsers voiceUsers(Graph graphReads, Clock clock) {
        return new GraphVoiceUsers(graphReads, clock);
    }

    @Bean
    Numbers numbers(Graph graphReads, Graph graphWrites, Clock clock) {
        return new GraphNumbers(graphReads, graphWrites, new NumberRecords(clock));
    }

    @Bean
    PolicyGrants policyGrants(Graph graphWrites) {
        return new GraphPolicyGrants(graphWrites);
    }

    /** To be completed by whoever knows the PowerShell module's version. */
    @Bean
    GraphOrganisation graphOrganisation(Graph graphReads) {
        return new GraphOrganisation(graphReads);
    }
}

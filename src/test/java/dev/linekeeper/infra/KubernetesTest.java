package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both overlays of infra/kubernetes, as kubectl makes them and Kubernetes reads them. */
class KubernetesTest {
    @ParameterizedTest
    @ValueSource(strings = {"aks", "generic"})
    void there_is_nothing_that_kubernetes_does_not_know(String overlay) throws Exception {
        assertThat(Manifests.of(overlay).unknown()).isEmpty();
        assertThat(Manifests.of(overlay).all()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void what_is_misspelt_at_any_depth_is_found() {
        var misspelt = """
            kind: Deployment
            spec: {template: {spec: {containers: [{name: a, securityContext: {readOnlyRootFileSystem: true}}]}}}
            """;
        assertThat(Manifests.read(misspelt).unknown())
                .containsExactly("Deployment.Spec.Template.Spec.Containers[].SecurityContext.readOnlyRootFileSystem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aks", "generic"})
    void nothing_in_it_may_more_than_it_must(String overlay) throws Exception {
        var pod = pod(overlay);
        var ours = pod.getSecurityContext();
        var container = container(overlay);
        var its = container.getSecurityContext();

        assertThat(List.of(ours.getRunAsNonRoot(), its.getRunAsNonRoot(), its.getReadOnlyRootFilesystem()))
                .containsOnly(true);
        assertThat(List.of(
                        its.getAllowPrivilegeEscalation(), its.getPrivileged(), pod.getAutomountServiceAccountToken()))
                .containsOnly(false);
        assertThat(List.of(ours.getRunAsUser(), ours.getRunAsGroup(), ours.getFsGroup()))
                .containsOnly(10001L);
        assertThat(List.of(
                        ours.getSeccompProfile().getType(),
                        its.getSeccompProfile().getType()))
                .containsOnly("RuntimeDefault");
        assertThat(its.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits()).containsKeys("memory");
        assertThat(container.getVolumeMounts())
                .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .extracting(VolumeMount::getMountPath)
                .containsExactlyInAnyOrder("/tmp", "/data");
    }

    /** The bot's port, so that what is asked is what serves Teams: TokensTest and EndpointTest ask for the same paths. */
    @ParameterizedTest
    @ValueSource(strings = {"aks", "generic"})
    void probes_are_on_the_bots_port_and_metrics_on_one_of_their_own(String overlay) throws Exception {
        var container = container(overlay);
        var probes =
                Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());

        assertThat(probes.map(Probe::getHttpGet))
                .extracting(get -> get.getPath() + " " + get.getPort().getValue())
                .containsExactly("/livez http", "/livez http", "/readyz http");
        assertThat(container.getPorts())
                .extracting(port -> port.getName() + " " + port.getContainerPort())
                .containsExactly("http 3978", "management 9090");
        assertThat(container.getEnv())
                .extracting(setting -> setting.getName() + "=" + setting.getValue())
                .containsExactly("MANAGEMENT_SERVER_PORT=9090");
        var service = Manifests.of(overlay).one(Service.class);
        assertThat(service.getSpec().getPorts())
                .extracting(port -> port.getName() + " " + port.getTargetPort().getValue())
                .containsExactly("http http", "management management");
        var monitor = Manifests.of(overlay).one(ServiceMonitor.class).getSpec();
        assertThat(monitor.getEndpoints())
                .extracting(endpoint -> endpoint.getPort() + " " + endpoint.getPath())
                .containsExactly("management /actuator/prometheus");
        assertThat(service.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSelector().getMatchLabels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aks", "generic"})
    void from_outside_there_is_a_way_to_messages_and_pages_alone(String overlay) throws Exception {
        var ingress = Manifests.of(overlay).one(Ingress.class).getSpec();
        var paths = ingress.getRules().getFirst().getHttp().getPaths();

        assertThat(paths)
                .extracting(HTTPIngressPath::getPath)
                .containsExactly("/api/messages", "/help", "/privacy", "/terms");
        assertThat(paths).allSatisfy(path -> {
            assertThat(path.getPathType()).isEqualTo("Exact");
            assertThat(path.getBackend().getService().getPort().getName()).isEqualTo("http");
        });
        assertThat(ingress.getIngressClassName()).isNotBlank();
        assertThat(ingress.getTls().getFirst().getHosts())
                .containsExactly(ingress.getRules().getFirst().getHost());

        var policy = Manifests.of(overlay).one(NetworkPolicy.class).getSpec();
        assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getIngress()).hasSize(2).allSatisfy(rule -> {
            assertThat(rule.getFrom()).isNotEmpty();
            assertThat(rule.getPorts()).hasSize(1);
        });
        assertThat(policy.getEgress()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getTo()).isNotEmpty();
            assertThat(rule.getPorts()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"aks", "generic"})
    void of_two_there_is_always_one(String overlay) throws Exception {
        var deployment = Manifests.of(overlay).one(Deployment.class).getSpec();

        assertThat(deployment.getReplicas()).isEqualTo(2);
        assertThat(deployment
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getValue())
                .isEqualTo(0);
        assertThat(deployment.getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(deployment.getSelector().getMatchLabels());
        assertThat(pod(overlay).getTopologySpreadConstraints())
                .allMatch(spread -> spread.getLabelSelector()
                        .getMatchLabels()
                        .equals(deployment.getSelector().getMatchLabels()));
        var budget = Manifests.of(overlay).one(PodDisruptionBudget.class).getSpec();
        assertThat(budget.getMaxUnavailable().getValue()).isEqualTo(1);
        assertThat(budget.getSelector().getMatchLabels())
                .isEqualTo(deployment.getSelector().getMatchLabels());
    }

    @Test
    void on_azure_the_service_account_is_what_signs_in() throws Exception {
        var aks = Manifests.of("aks");

        assertThat(aks.one(Deployment.class)
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels())
                .containsEntry("azure.workload.identity/use", "true");
        assertThat(aks.one(ServiceAccount.class).getMetadata().getAnnotations())
                .containsKey("azure.workload.identity/client-id");
        assertThat(pod("aks").getVolumes()).noneMatch(volume -> volume.getSecret() != null);
        assertThat(pod("generic").getVolumes()).anyMatch(volume -> volume.getSecret() != null);
    }

    private static Container container(String overlay) throws Exception {
        return pod(overlay).getContainers().getFirst();
    }

    private static PodSpec pod(String overlay) throws Exception {
        return Manifests.of(overlay)
                .one(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec();
    }
}

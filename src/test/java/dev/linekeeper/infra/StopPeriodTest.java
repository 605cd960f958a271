package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linekeeper ends within 60 s of a SIGTERM (ADR 82); every platform lets it. */
class StopPeriodTest {
    private static final int SECONDS = 60;

    @Test
    void compose_and_container_apps_wait_for_it() throws IOException {
        assertThat(read("infra/compose.yaml"))
                .contains("    init: true\n", "    stop_grace_period: %ds\n".formatted(SECONDS));
        assertThat(read("infra/modules/app.bicep")).contains("terminationGracePeriodSeconds: " + SECONDS);
        assertThat(read("infra/Dockerfile")).contains("docker stop --time " + SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aks", "generic"})
    void kubernetes_waits_for_it_after_the_wait_for_the_ingress(String overlay) throws Exception {
        var pod = Manifests.of(overlay)
                .one(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec();
        var sleep = pod.getContainers()
                .getFirst()
                .getLifecycle()
                .getPreStop()
                .getExec()
                .getCommand();

        assertThat(sleep.getFirst()).isEqualTo("sleep");
        assertThat(pod.getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(SECONDS + Long.parseLong(sleep.getLast()));
    }

    /** Spring's 30 s for answers that are being given, and what turns and jobs have, one after the other. */
    @Test
    void what_is_waited_for_one_after_the_other_comes_to_less() throws IOException {
        assertThat(read("src/main/resources/application.yaml"))
                .doesNotContain("timeout-per-shutdown-phase", "shutdown:");
        assertThat(read("src/main/java/dev/linekeeper/adapter/jobs/JobWorkers.java"))
                .contains("shutdownMaxWait(Duration.ofSeconds(10))");
        assertThat(read("src/main/java/dev/linekeeper/adapter/teams/TeamsConfiguration.java"))
                .contains("setTaskTerminationTimeout(Duration.ofSeconds(10)");
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}

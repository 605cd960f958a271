package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.entra.AppRegistration;
import dev.linekeeper.adapter.entra.ClientCredential;
import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.settings.LinekeeperProperties;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GraphSettingsTest {
    private static final String[] COMPLETE = {
        "linekeeper.graph.tenant-id=5f000000-0000-4000-8000-00000000000f",
        "linekeeper.graph.reads.app-id=reader",
        "linekeeper.graph.reads.credential=secret",
        "linekeeper.graph.reads.secret=hush-hush"
    };

    @EnableConfigurationProperties(LinekeeperProperties.class)
    static class SettingsAlone {}

    @Test
    @Requirement("T34")
    void two_registrations_are_told_apart_and_the_second_may_be_absent() {
        var reading = settings(COMPLETE);
        assertThat(reading.baseUrl()).hasToString("https://graph.microsoft.com/v1.0");
        assertThat(reading.reads().appId()).isEqualTo("reader");
        assertThat(reading.writes()).isEmpty();
        var both = settings(
                with("linekeeper.graph.writes.app-id=writer", "linekeeper.graph.writes.credential=managed-identity"));
        assertThat(both.writes().map(AppRegistration::proof)).contains(new ClientCredential.ManagedIdentity("writer"));
        assertThat(both.toString()).doesNotContain("hush");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> settings(
                        "linekeeper.graph.base-url=http://graph.elsewhere.example/v1.0",
                        "linekeeper.graph.writes.app-id=writer"))
                .isInstanceOf(IncompleteSettings.class)
                .hasMessageContainingAll(
                        "tenant-id is missing",
                        "base-url is on a host",
                        "must be an https address",
                        "reads.app-id is missing",
                        "writes.credential");
    }

    @Test
    void a_stand_in_on_this_machine_needs_no_https_but_must_be_allowed() {
        var local = "linekeeper.graph.base-url=http://127.0.0.1:4101/v1.0";
        assertThatThrownBy(() -> settings(with(local))).isInstanceOf(BackendFailure.class);
        assertThat(settings(with(local, "linekeeper.graph.allowed-hosts=127.0.0.1"))
                        .baseUrl()
                        .getPort())
                .isEqualTo(4101);
    }

    private static String[] with(String... more) {
        List<String> all = new ArrayList<>(List.of(COMPLETE));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static GraphSettings settings(String... properties) {
        var read = new ArrayList<LinekeeperProperties>();
        new ApplicationContextRunner()
                .withUserConfiguration(SettingsAlone.class)
                .withPropertyValues(properties)
                .run(context -> read.add(context.getBean(LinekeeperProperties.class)));
        return GraphSettings.of(read.getFirst());
    }
}

package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.PowerShellBackend;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Operation;
import dev.linekeeper.service.tenant.OperationProvider;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Three backends, and who answers in each. */
class BackendConfigurationTest {
    private static final String[] REAL = {
        "linekeeper.backend=tenant",
        "linekeeper.graph.tenant-id=5f000000-0000-4000-8000-00000000000f",
        "linekeeper.graph.reads.app-id=reader",
        "linekeeper.graph.reads.credential=managed-identity",
        "linekeeper.powershell.sign-in=managed-identity",
        "linekeeper.powershell.command=/no/such/pwsh"
    };

    @TempDir
    Path data;

    private ApplicationContextRunner backend(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(TenantConfiguration.class)
                .withPropertyValues("linekeeper.data-folder=" + data)
                .withPropertyValues(settings);
    }

    @Test
    void the_demo_answers_through_both_adapters_and_leaves_no_process_behind() {
        Set<Long> before = children();
        backend().run(context -> {
            var ports = context.getBean(TenantPorts.class);
            assertThat(ports.directory().source()).isEqualTo("Microsoft Graph");
            assertThat(ports.directory().findByPrincipalName("adele.vance@contoso.example"))
                    .isPresent();
            assertThat(ports.voiceApplications().source()).isEqualTo("Teams PowerShell");
            assertThat(ports.voiceApplications().resourceAccounts()).isNotEmpty();
            assertThat(ports.organisation().powerShellModule()).isPresent();
            assertThat(children()).hasSizeGreaterThan(before.size());
        });
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> before.containsAll(children()));
    }

    @Test
    void a_command_hears_what_people_said_and_goes_on_without_where_the_database_is_broken() throws IOException {
        var settings = new TreeMap<>(Map.of(
                "linekeeper.backend",
                "tenant-file",
                "linekeeper.data-folder",
                data.toString(),
                "spring.datasource.url",
                "jdbc:h2:mem:said-" + data.getFileName()));
        settings.forEach(System::setProperty);
        try {
            try (var heard = new ShellContexts().withStatements()) {
                assertThat(heard.unusable()).isEmpty();
                assertThat(heard.said().notes().known()).isPresent();
                assertThat(heard.said().lines()).isPresent();
            }
            Files.writeString(data.resolve("broken.mv.db"), "no database");
            System.setProperty("spring.datasource.url", "jdbc:h2:file:" + data.resolve("broken"));
            try (var unheard = new ShellContexts().withStatements()) {
                assertThat(unheard.said().notes()).isInstanceOf(Fact.Missing.class);
                assertThat(unheard.unusable())
                        .singleElement()
                        .asString()
                        .startsWith("overrides, attestations and reservations, as ");
                assertThat(unheard.ports().directory().findByPrincipalName("adele.vance@contoso.example"))
                        .isPresent();
            }
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void a_tenant_file_answers_alone() {
        backend("linekeeper.backend=tenant-file").run(context -> {
            assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(Simulator.class)
                    .doesNotHaveBean(PowerShellBackend.class);
            assertThat(context.getBean(TenantPorts.class).directory().source()).isEqualTo("tenant file");
            assertThat(context.getBean(Capabilities.class).of(Operation.TenantOperation.VOICE_SWITCH))
                    .isEqualTo(new OperationProvider.ProvidingBackend("tenant file"));
        });
    }

    @Test
    void a_real_tenant_is_not_called_while_the_bot_starts() {
        backend(REAL).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(Simulator.class);
            assertThat(context.getBean(TenantPorts.class).directory().source()).isEqualTo("Microsoft Graph");
        });
    }

    @Test
    void half_a_configuration_stops_the_start_with_what_is_missing() {
        backend("linekeeper.backend=tenant")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("linekeeper.backend=tenant cannot be used")
                        .hasMessageContaining("missing"));
    }

    @Test
    void a_wrong_file_of_faults_stops_the_start_with_its_place() throws Exception {
        var file = Files.writeString(data.resolve("faults.json"), "{\"faults\": [{\"kind\": \"hail\"}]}");
        backend("linekeeper.emulator.faults=" + file)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("/faults/0/kind"));
    }

    private static Set<Long> children() {
        List<ProcessHandle> alive = ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .toList();
        return alive.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}

package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.settings.LinekeeperProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PowerShellSettingsTest {
    private static final String TENANT = "linekeeper.bot.tenant-id=5f000000-0000-4000-8000-00000000000f";

    @EnableConfigurationProperties(LinekeeperProperties.class)
    static class SettingsAlone {}

    @Test
    void nothing_is_started_before_it_is_asked() {
        var properties = properties(
                TENANT,
                "linekeeper.powershell.command=/no/such/pwsh",
                "linekeeper.powershell.sign-in=managed-identity");
        try (var backend =
                PowerShellBackend.configured(properties, Throttles.in(new ManualTime()), Clock.systemUTC())) {
            assertThatThrownBy(backend.ports().moduleVersion()::get)
                    .hasMessageContaining("PowerShell cannot be started");
        }
    }

    @Test
    void a_half_configured_sign_in_is_told_in_one_line() {
        assertThatThrownBy(() -> settings("linekeeper.powershell.sign-in=certificate"))
                .isInstanceOf(IncompleteSettings.class)
                .hasMessage("linekeeper.backend=tenant cannot be used: linekeeper.powershell.tenant-id is"
                        + " missing; linekeeper.powershell.app-id is missing;"
                        + " linekeeper.powershell.certificate is missing");
    }

    @Test
    void defaults_are_one_worker_and_pwsh() {
        var settings = settings(TENANT, "linekeeper.powershell.sign-in=managed-identity");
        assertThat(settings.command()).containsExactly("pwsh");
        assertThat(settings.pool())
                .isEqualTo(new PowerShellBackend.PowerShellPool(1, Duration.ofSeconds(60), Duration.ofMinutes(2)));
    }

    @Test
    void a_certificate_is_read_by_powershell_and_its_password_is_not_told() {
        var settings = settings(
                TENANT,
                "linekeeper.graph.tenant-id=a-graph-tenant",
                "linekeeper.powershell.sign-in=certificate",
                "linekeeper.powershell.app-id=an-app",
                "linekeeper.powershell.certificate=/keys/app.pfx",
                "linekeeper.powershell.certificate-password=hush-hush",
                "linekeeper.powershell.command=docker,exec,-i,teams,pwsh");
        assertThat(settings.signIn())
                .isEqualTo(new SignIn.CertificateSignIn(
                        "an-app", "a-graph-tenant", Path.of("/keys/app.pfx"), Optional.of("hush-hush")));
        assertThat(settings.command()).containsExactly("docker", "exec", "-i", "teams", "pwsh");
        assertThat(settings.toString()).doesNotContain("hush");
        var message = SignIn.message(settings.signIn()).message();
        assertThat(message.path("method").asString()).isEqualTo("certificate");
        assertThat(message.path("password").asString()).isEqualTo("hush-hush");
    }

    @ParameterizedTest
    @CsvSource({
        "access-tokens,app-id=an-app,secret=hush-hush",
        "access-tokens,client-id=an-identity,workers=3",
        "managed-identity,client-id=an-identity,workers=3",
        "managed-identity,workers=1,timeout=60s"
    })
    void tokens_are_asked_for_by_secret_and_by_identity(String method, String one, String other) {
        var settings = settings(
                "linekeeper.powershell.tenant-id=mine",
                "linekeeper.powershell.sign-in=" + method,
                "linekeeper.powershell." + one,
                "linekeeper.powershell." + other);
        assertThat(settings.signIn())
                .isInstanceOfSatisfying(
                        SignIn.AccessTokenSignIn.class,
                        tokens -> assertThat(tokens.tenantId()).isEqualTo("mine"));
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> settings(
                        "linekeeper.powershell.sign-in=access-tokens",
                        "linekeeper.powershell.secret=hush-hush",
                        "linekeeper.powershell.certificate=/keys/app.pem",
                        "linekeeper.powershell.timeout=0s"))
                .isInstanceOf(IncompleteSettings.class)
                .hasMessageContainingAll(
                        "tenant-id is missing",
                        "timeout must be longer than nothing",
                        "secret and certificate are both set; one must go",
                        "app-id is missing")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> settings(TENANT))
                .hasMessageContaining("sign-in (managed-identity, certificate or access-tokens) is missing");
    }

    private static PowerShellSettings settings(String... properties) {
        return PowerShellSettings.of(properties(properties));
    }

    private static LinekeeperProperties properties(String... properties) {
        List<LinekeeperProperties> read = new ArrayList<>();
        new ApplicationContextRunner()
                .withUserConfiguration(SettingsAlone.class)
                .withPropertyValues(properties)
                .run(context -> read.add(context.getBean(LinekeeperProperties.class)));
        return read.getFirst();
    }
}

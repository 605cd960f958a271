package dev.linekeeper.adapter.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.linekeeper.adapter.entra.ClientCredential;
import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.adapter.entra.IncompleteSettingsAnalyzer;
import dev.linekeeper.adapter.teams.auth.BotIdentity.RegisteredBot;
import dev.linekeeper.adapter.teams.auth.BotIdentity.UnregisteredBot;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.settings.LinekeeperProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Which settings make an identity, and what is said about those that do not. */
class IdentityTest {
    private static final String BOT = "b0000000-0000-0000-0000-00000000b070";
    private static final String CONTOSO = "11111111-2222-3333-4444-555555555555";

    @TempDir
    Path folder;

    @Test
    void without_settings_the_bot_is_nobody() {
        assertThat(identity(Map.of())).isEqualTo(new UnregisteredBot());
        assertThat(identity(Map.of("app-id", "", "tenant-id", " "))).isEqualTo(new UnregisteredBot());
    }

    @Test
    @Requirement("T34")
    void a_managed_identity_is_the_bots_own_unless_another_is_named() {
        var settings = Map.of("app-id", BOT, "tenant-id", CONTOSO, "credential", "managed-identity");
        assertThat(registered(settings).app().proof()).isEqualTo(new ClientCredential.ManagedIdentity(BOT));

        var named = new HashMap<>(settings);
        named.put("client-id", CONTOSO);
        assertThat(registered(named).app().proof()).isEqualTo(new ClientCredential.ManagedIdentity(CONTOSO));
    }

    @Test
    @Requirement("T27")
    void a_secret_and_a_certificate_are_taken_but_never_shown() throws Exception {
        Path file = Files.writeString(folder.resolve("bot.pfx"), "");
        var secret =
                registered(Map.of("app-id", BOT, "tenant-id", CONTOSO, "credential", "secret", "secret", "s3cret"));
        var certificate = registered(Map.of(
                "app-id",
                BOT,
                "tenant-id",
                CONTOSO,
                "credential",
                "certificate",
                "certificate",
                file.toString(),
                "certificate-password",
                "s3cret"));

        assertThat(secret.app().proof()).isEqualTo(new ClientCredential.Secret("s3cret"));
        assertThat(certificate.app().proof()).isEqualTo(new ClientCredential.Certificate(file, Optional.of("s3cret")));
        assertThat(secret.toString() + certificate).doesNotContain("s3cret");
    }

    @Test
    void a_registered_bot_serves_its_own_tenant_unless_others_are_named() {
        var bot = registered(Map.of("app-id", BOT, "tenant-id", CONTOSO, "credential", "managed-identity"));
        assertThat(bot.tenants(List.of())).isEqualTo(Set.of(CONTOSO));
        assertThat(bot.tenants(List.of(BOT))).isEqualTo(Set.of(BOT));
    }

    @Test
    void half_an_identity_stops_the_start_and_everything_missing_is_named() {
        assertStops(Map.of("app-id", BOT), "tenant-id is missing", "credential is missing");
        assertStops(Map.of("secret", "s3cret"), "app-id is missing", "tenant-id is missing", "credential is missing");
        assertStops(Map.of("tenant-id", CONTOSO), "app-id is missing", "credential is missing");
        assertStops(Map.of("app-id", BOT, "tenant-id", CONTOSO, "credential", "secret"), "bot.secret is missing");
        assertStops(Map.of("app-id", BOT, "tenant-id", CONTOSO, "credential", "certificate"), "certificate is missing");
        assertStops(
                Map.of("app-id", BOT, "tenant-id", CONTOSO, "credential", "certificate", "certificate", "/no/such.pem"),
                "cannot be read: /no/such.pem");
        assertStops(
                Map.of("app-id", "bot", "tenant-id", "contoso.com", "credential", "managed-identity"),
                "app-id is not an id",
                "tenant-id is not an id");
        assertStops(
                Map.of(
                        "app-id",
                        BOT,
                        "tenant-id",
                        CONTOSO,
                        "credential",
                        "managed-identity",
                        "openid-metadata",
                        "http://login.example/keys"),
                "openid-metadata must be an https address");
    }

    @Test
    void the_failure_reads_as_a_sentence_with_a_way_out() {
        var incomplete = catchThrowable(() -> identity(Map.of("app-id", BOT)));
        FailureAnalysis analysis = new IncompleteSettingsAnalyzer().analyze(new RuntimeException(incomplete));
        assertThat(analysis.getDescription()).contains("linekeeper.bot.tenant-id is missing");
        assertThat(analysis.getAction()).contains("LINEKEEPER_BOT_APP_ID");
    }

    private static void assertStops(Map<String, String> settings, String... problems) {
        assertThatThrownBy(() -> identity(settings))
                .isInstanceOf(IncompleteSettings.class)
                .hasMessageContainingAll(problems)
                .hasMessageNotContaining("s3cret");
    }

    private static RegisteredBot registered(Map<String, String> settings) {
        return (RegisteredBot) identity(settings);
    }

    private static BotIdentity identity(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((name, value) -> properties.put("linekeeper.bot." + name, value));
        return BotIdentity.of(new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("linekeeper", LinekeeperProperties.class)
                .bot());
    }
}

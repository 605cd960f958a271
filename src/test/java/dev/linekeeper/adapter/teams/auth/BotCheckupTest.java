package dev.linekeeper.adapter.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import dev.linekeeper.adapter.teams.OpenIdStandIn;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;

class BotCheckupTest {
    private static final TokenCredential GIVEN =
            _ -> Mono.just(new AccessToken("a-token", OffsetDateTime.now().plusHours(1)));
    private static final TokenCredential REFUSED =
            _ -> Mono.error(new IllegalStateException("AADSTS700016: Application not found.\nTrace ID: 1"));

    private final OpenIdStandIn openId = new OpenIdStandIn();

    @AfterEach
    void close() {
        openId.close();
    }

    @Test
    void without_an_identity_nothing_is_wrong_until_a_real_tenant_is_connected() {
        assertThat(states(Map.of(), GIVEN)).isEqualTo(Map.of("doctor.bot", CheckState.NOT_NEEDED));
        assertThat(states(Map.of("linekeeper.backend", "tenant"), GIVEN))
                .isEqualTo(Map.of("doctor.bot", CheckState.MISSING));
    }

    @Test
    void a_registered_bot_shows_who_it_is_whom_it_serves_and_that_it_gets_its_token() {
        var checks = checks(registered(Map.of()), GIVEN);

        assertThat(checks)
                .extracting(SetupCheck::state)
                .containsOnly(CheckState.GOOD)
                .hasSize(5);
        assertThat(checks.toString()).doesNotContain("a-token", "s3cret");
    }

    @Test
    void a_refused_token_is_missing_with_entras_reason_alone() {
        assertThat(checks(registered(Map.of()), REFUSED))
                .filteredOn(check -> check.state() == CheckState.MISSING)
                .singleElement()
                .satisfies(check ->
                        assertThat(check.found()).isEqualTo(SetupCheck.found("AADSTS700016: Application not found.")));
    }

    @Test
    void keys_that_cannot_be_fetched_are_missing() {
        openId.close();

        assertThat(states(registered(Map.of()), GIVEN)).containsEntry("doctor.bot.keys", CheckState.MISSING);
    }

    @Test
    void addresses_of_nothing_but_stars_want_attention() {
        assertThat(states(registered(Map.of("linekeeper.bot.allowed-service-urls", "*.com")), GIVEN))
                .containsEntry("doctor.bot.addresses", CheckState.ATTENTION);
    }

    private Map<String, String> registered(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "linekeeper.bot.app-id", "b0000000-0000-0000-0000-00000000b070",
                "linekeeper.bot.tenant-id", "11111111-2222-3333-4444-555555555555",
                "linekeeper.bot.credential", "secret",
                "linekeeper.bot.secret", "s3cret",
                "linekeeper.bot.openid-metadata", openId.metadata()));
        settings.putAll(more);
        return settings;
    }

    private static Map<String, CheckState> states(Map<String, String> settings, TokenCredential credential) {
        return checks(settings, credential).stream()
                .collect(Collectors.toMap(check -> check.name().key(), SetupCheck::state));
    }

    private static List<SetupCheck> checks(Map<String, String> settings, TokenCredential credential) {
        var properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("linekeeper", LinekeeperProperties.class);
        return new BotCheckup(BotIdentity.of(properties.bot()), properties, _ -> credential).checks();
    }
}

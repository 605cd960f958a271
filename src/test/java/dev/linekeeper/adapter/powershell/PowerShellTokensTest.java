package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import dev.linekeeper.adapter.entra.AppRegistration;
import dev.linekeeper.adapter.entra.ClientCredential;
import dev.linekeeper.adapter.entra.RenewableToken;
import dev.linekeeper.adapter.powershell.host.AzureTokens;
import dev.linekeeper.adapter.powershell.host.SecretMask;
import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.adapter.powershell.host.SignIn.SignInTokens;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.faults.Fault.InPowerShell;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tokens reach the process, in the right order and in time, and nobody else. */
class PowerShellTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<SignIn.SignInTokens> issued = new ArrayList<>();
    private final EmulatedPowerShell emulated = new EmulatedPowerShell(
            Fabrikam.model(),
            new SignIn.AccessTokenSignIn("a-tenant", this::issue),
            new PowerShellBackend.PowerShellPool(1, LONG, LONG),
            new Clock() {
                @Override
                public Instant instant() {
                    return now.get();
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            });

    @AfterEach
    void close() {
        emulated.close();
    }

    @Test
    void microsoft_graph_comes_first_and_teams_second() {
        work();
        var signIn = JsonMapper.shared().readTree(connects().getFirst()).path("signIn");
        assertThat(signIn.path("method").asString()).isEqualTo("access-tokens");
        assertThat(signIn.path("tenantId").asString()).isEqualTo("a-tenant");
        assertThat(signIn.path("graphToken").asString()).isEqualTo("graph-secret-1");
        assertThat(signIn.path("teamsToken").asString()).isEqualTo("teams-secret-1");
    }

    @Test
    void a_sign_in_is_renewed_shortly_before_the_tokens_expire_and_not_sooner() {
        work();
        now.set(NOON.plus(Duration.ofMinutes(55)));
        work();
        assertThat(connects()).hasSize(1);
        now.set(NOON.plus(Duration.ofMinutes(57)));
        work();
        assertThat(connects()).hasSize(2);
        assertThat(connects().getLast()).contains("graph-secret-2");
        assertThat(emulated.heard)
                .filteredOn(each -> each.name().equals("version"))
                .hasSize(1);
    }

    @Test
    @Requirement("T27")
    void no_log_line_no_message_no_command_line_and_no_text_has_a_token() {
        var logger = (Logger) LoggerFactory.getLogger("dev.linekeeper.adapter.powershell");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        var before = logger.getLevel();
        logger.setLevel(Level.TRACE);
        try {
            work();
            emulated.faults.set(
                    "Get-CsOnlineVoiceRoute", new InPowerShell.Noise("graph-secret-1 eyJhbGciOi.e30.x", 3), 1);
            work();
            emulated.faults.set(
                    "Get-CsOnlineVoiceRoute",
                    new InPowerShell.Fails("The token teams-secret-1 (eyJhbGciOi.e30.x) is bad", "x", 0),
                    1);
            assertThatThrownBy(this::work).hasMessage("Get-CsOnlineVoiceRoute: The token [secret] ([token]) is bad");
            emulated.faults.set("Get-CsOnlineVoiceRoute", new InPowerShell.Garbage("teams-secret-1"), 1);
            assertThatThrownBy(this::work).hasMessageNotContaining("secret-1");
        } finally {
            logger.setLevel(before);
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .isNotEmpty()
                .noneMatch(PowerShellTokensTest::tells);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("text=[secret] [token]"));
        assertThat(ProcessHandle.current().children())
                .extracting(child -> child.info().commandLine().orElse(""))
                .noneMatch(PowerShellTokensTest::tells);
        var tokens = issued.getFirst();
        assertThat(List.of(
                        tokens,
                        new SignIn.AccessTokenSignIn("a-tenant", () -> tokens),
                        SignIn.message(new SignIn.AccessTokenSignIn("a-tenant", () -> tokens)),
                        emulated.heard.get(1)))
                .extracting(Object::toString)
                .noneMatch(PowerShellTokensTest::tells);
    }

    @Test
    void neither_our_own_settings_nor_an_identity_of_the_machine_is_handed_on() {
        assertThat(List.of(
                        "LINEKEEPER_BOT_SECRET",
                        "linekeeper_powershell_secret",
                        "SPRING_DATASOURCE_PASSWORD",
                        "AZURE_CLIENT_SECRET",
                        "AZURE_FEDERATED_TOKEN_FILE",
                        "IDENTITY_ENDPOINT",
                        "IDENTITY_HEADER",
                        "MSI_ENDPOINT"))
                .allMatch(SecretMask::mayBeIn);
        assertThat(List.of("PATH", "HOME", "PSModulePath", "HTTPS_PROXY")).noneMatch(SecretMask::mayBeIn);
    }

    @Test
    void both_audiences_are_asked_for_and_the_earlier_end_counts() {
        var credential = mock(TokenCredential.class);
        when(credential.getTokenSync(argThat(asked ->
                        asked != null && asked.getScopes().equals(List.of("https://graph.microsoft.com/.default")))))
                .thenReturn(new AccessToken("g", OffsetDateTime.ofInstant(NOON.plusSeconds(20), ZoneOffset.UTC)));
        when(credential.getTokenSync(argThat(asked -> asked != null
                        && asked.getScopes().equals(List.of("48ac35b8-9aa8-4d74-927d-1f4a14a0b239/.default")))))
                .thenReturn(new AccessToken("t", OffsetDateTime.ofInstant(NOON.plusSeconds(10), ZoneOffset.UTC)));
        assertThat(new AzureTokens(_ -> credential).get())
                .isEqualTo(new SignIn.SignInTokens("g", "t", NOON.plusSeconds(10)));
    }

    /** The real module refuses two whose ends are 5400 seconds apart, as a cache for each comes to give. */
    @Test
    void both_tokens_are_new_at_each_sign_in_whatever_a_cache_has_kept() {
        var entra = new AtomicInteger();
        var tokens = new AzureTokens(_ -> {
            var kept = new AccessToken("token-" + entra.incrementAndGet(), OffsetDateTime.now(ZoneOffset.UTC));
            return _ -> Mono.just(kept);
        });
        assertThat(tokens.get())
                .extracting(SignInTokens::graph, SignInTokens::teams)
                .containsExactly("token-1", "token-2");
        assertThat(tokens.get())
                .extracting(SignInTokens::graph, SignInTokens::teams)
                .containsExactly("token-3", "token-4");
    }

    @Test
    void a_secret_gets_its_tokens_from_a_credential_without_a_cache() {
        var app = new AppRegistration("app", "tenant", new ClientCredential.Secret("s3cret"));
        var first = RenewableToken.withoutCache(app, "scope");
        assertThat(RenewableToken.withoutCache(app, "scope")).isNotSameAs(first);
    }

    @Test
    void a_token_nobody_gives_is_a_missing_right() {
        var credential = mock(TokenCredential.class);
        when(credential.getTokenSync(any())).thenThrow(new ClientAuthenticationException("AADSTS7000215", null));
        assertThatThrownBy(new AzureTokens(_ -> credential)::get)
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(BackendFailure.FailureKind.DENIED))
                .hasMessageContaining("AADSTS7000215");
    }

    private static boolean tells(String text) {
        return text.contains("graph-secret") || text.contains("teams-secret") || text.contains("eyJ");
    }

    private SignIn.SignInTokens issue() {
        var number = issued.size() + 1;
        var tokens = new SignIn.SignInTokens(
                "graph-secret-" + number, "teams-secret-" + number, now.get().plus(Duration.ofHours(1)));
        issued.add(tokens);
        return tokens;
    }

    private List<String> connects() {
        return emulated.heard.stream()
                .filter(each -> each.name().equals("connect"))
                .map(each -> each.line())
                .toList();
    }

    private void work() {
        emulated.backend.ports().policyCatalogue().voiceRoutes();
    }
}

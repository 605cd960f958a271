package dev.linekeeper.adapter.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import dev.linekeeper.adapter.teams.PeopleOfContoso;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.auth.Sender.UnservedSender;
import dev.linekeeper.adapter.teams.connector.ServiceUrls;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ResponseStatusException;

/** The order of the checks: an activity with everything wrong is mended piece by piece, and the next check speaks up. */
class ActivityChecksTest {
    private static final String ALLOWED = "https://smba.example/";
    private static final String EVIL = "https://evil.example/";

    private final List<AuditEntry> noted = new ArrayList<>();
    private final AuditTrail trail = (AuditTrail) Proxy.newProxyInstance(
            AuditTrail.class.getClassLoader(), new Class<?>[] {AuditTrail.class}, (_, _, arguments) -> {
                noted.add((AuditEntry) arguments[0]);
                return null;
            });
    private final ActivityChecks checks = new ActivityChecks(
            Set.of("Contoso"),
            ServiceUrls.on(List.of("smba.example")),
            Optional.of(new OrganisationMembers(new PeopleOfContoso(), Clock.systemUTC())),
            new TurnedAway(trail, Clock.systemUTC()));
    private final Activity activity = new Activity("message");

    @Test
    @Requirement({"T6", "T8", "T9"})
    void one_check_comes_after_the_other() {
        activity.setId("1");
        activity.setChannelId("webchat");
        activity.setServiceUrl(EVIL);
        assertThat(refusal(tokenFor(ALLOWED))).isEqualTo("service-url-is-not-the-token's");
        assertThat(refusal(tokenFor(EVIL))).isEqualTo("another-channel");

        activity.setChannelId("msteams");
        assertThat(refusal(tokenFor(EVIL))).isEqualTo("type, channelId, serviceUrl and conversation.id are needed");

        activity.setConversation(new ConversationAccount("c"));
        assertThat(refusal(tokenFor(EVIL))).isEqualTo("tenant-not-allowed");

        activity.getConversation().setTenantId("contoso");
        assertThat(refusal(tokenFor(EVIL))).isEqualTo("service-url-not-allowed");

        activity.setServiceUrl(ALLOWED);
        checks.admit(activity, tokenFor(ALLOWED));
        assertThat(checks.sender(activity)).isInstanceOf(UnservedSender.class);

        activity.setFrom(new ChannelAccount("29:ana"));
        activity.getFrom().setAadObjectId("aaaaaaaa-0000-0000-0000-000000000001");
        assertThat(checks.sender(activity)).isInstanceOf(KnownSender.class);
    }

    @Test
    @Requirement("T7")
    void an_activity_of_two_tenants_is_nobodys() {
        activity.setChannelId("msteams");
        activity.setServiceUrl(ALLOWED);
        activity.setConversation(new ConversationAccount("c"));
        activity.getConversation().setTenantId("contoso");
        activity.setChannelData(Map.of("tenant", Map.of("id", "CONTOSO")));
        checks.admit(activity, tokenFor(ALLOWED));

        activity.setChannelData(Map.of("tenant", Map.of("id", "fabrikam")));
        assertThat(refusal(tokenFor(ALLOWED))).isEqualTo("two-tenants");

        activity.getConversation().setTenantId("fabrikam");
        activity.setChannelData(Map.of("tenant", Map.of("id", "contoso")));
        assertThat(refusal(tokenFor(ALLOWED))).isEqualTo("two-tenants");
    }

    @Test
    @Requirement({"T8", "T26"})
    void who_is_turned_away_is_noted_in_the_audit_trail_once_a_minute() {
        activity.setChannelId("msteams");
        activity.setServiceUrl(ALLOWED);
        activity.setConversation(new ConversationAccount("c"));
        activity.getConversation().setTenantId("fabrikam");
        activity.setFrom(new ChannelAccount("29:eve"));
        assertThat(refusal(tokenFor(ALLOWED))).isEqualTo("tenant-not-allowed");
        assertThat(refusal(tokenFor(ALLOWED))).isEqualTo("tenant-not-allowed");

        activity.getConversation().setTenantId("contoso");
        assertThat(catchThrowableOfType(ResponseStatusException.class, () -> checks.readmit(activity, EVIL)))
                .as("what was kept")
                .isNotNull();
        activity.getFrom().setAadObjectId("EEEEEEEE-0000-0000-0000-000000000009");
        checks.sender(activity);
        activity.getFrom().setProperties("userRole", TextNode.valueOf("guest"));
        checks.sender(activity);
        activity.setType("conversationUpdate");
        checks.sender(activity);

        assertThat(noted).extracting(AuditEntry::action).containsOnly(Action.REFUSED);
        assertThat(noted)
                .extracting(
                        entry -> entry.details().get("why"),
                        entry -> entry.details().get("tenant"))
                .containsExactly(
                        tuple("tenant-not-allowed", "fabrikam"),
                        tuple("service-url-is-not-the-token's", "contoso"),
                        tuple("not-in-the-directory", "contoso"),
                        tuple("guest", "contoso"));
        assertThat(noted.getLast().actor()).contains(new UserId("eeeeeeee-0000-0000-0000-000000000009"));
        assertThat(noted.getLast().details()).containsEntry("account", "29:eve");
    }

    private String refusal(Jwt token) {
        return String.valueOf(catchThrowableOfType(ResponseStatusException.class, () -> checks.admit(activity, token))
                .getReason());
    }

    private static Jwt tokenFor(String serviceUrl) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .claim("serviceurl", serviceUrl)
                .build();
    }
}

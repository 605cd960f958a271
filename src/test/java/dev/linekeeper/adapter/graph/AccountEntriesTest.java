package dev.linekeeper.adapter.graph;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.models.User;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.simulator.state.AccountEdit;
import dev.linekeeper.simulator.state.Fabrikam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Update user, as the real SDK sends it and as Graph refuses it. */
class AccountEntriesTest {
    private static final UserId ACCOUNT = Fabrikam.SEATTLE;
    private static final Country CANADA = new Country("CA");

    private final EmulatedGraph emulated = new EmulatedGraph();

    @AfterEach
    void close() {
        emulated.close();
    }

    @Test
    void without_the_permission_graph_refuses_in_its_own_words_and_we_name_what_it_takes() {
        var before = emulated.model.state();

        var refused = catchThrowableOfType(
                BackendFailure.class, () -> emulated.accounts.setUsageLocation(ACCOUNT, CANADA, KEY));

        assertThat(refused.kind()).isEqualTo(FailureKind.DENIED);
        assertThat(refused.code()).isEqualTo("Authorization_RequestDenied");
        assertThat(refused).hasMessageContainingAll("Insufficient privileges", "User.ReadUpdate.All");
        assertThat(refused.requestId()).isNotEmpty();
        assertThat(emulated.last().method()).isEqualTo("PATCH");
        assertThat(emulated.last().status()).isEqualTo(403);
        var error = JsonMapper.shared().readTree(emulated.last().answer()).path("error");
        assertThat(error.path("code").asString()).isEqualTo("Authorization_RequestDenied");
        assertThat(error.path("message").asString()).isEqualTo("Insufficient privileges to complete the operation.");
        assertThat(error.path("innerError").propertyNames()).contains("date", "request-id", "client-request-id");
        assertThat(emulated.model.state()).isSameAs(before);
    }

    @Test
    void only_what_is_set_is_sent_and_nothing_where_it_is_so() {
        emulated.model.change(edit -> new AccountEdit(edit).grant(Set.of("User.ReadUpdate.All")));

        emulated.accounts.setUsageLocation(ACCOUNT, CANADA, KEY);
        assertThat(emulated.last().body()).contains("\"usageLocation\":\"CA\"").doesNotContain("accountEnabled");
        assertThat(emulated.last().status()).isEqualTo(204);

        emulated.accounts.setUsageLocation(ACCOUNT, CANADA, KEY);
        assertThat(emulated.last().method()).isEqualTo("GET");
    }

    @Test
    void an_empty_location_and_other_properties_are_refused_as_graph_does() {
        emulated.model.change(edit -> new AccountEdit(edit).grant(Set.of("User.ReadUpdate.All")));
        var graph = GraphClients.connect(emulated.baseUrl(), EmulatedGraph.TOKEN, Throttles.in(new ManualTime()));
        var named = new User();
        named.setDisplayName("Somebody else");
        var empty = new User();
        empty.setUsageLocation("");

        assertThatThrownBy(() ->
                        graph.change(it -> it.users().byUserId(ACCOUNT.value()).patch(named)))
                .hasMessageContaining("Insufficient privileges");
        assertThatThrownBy(() ->
                        graph.change(it -> it.users().byUserId(ACCOUNT.value()).patch(empty)))
                .hasMessageContaining("Invalid value specified for property 'usageLocation'");
    }

    @Test
    void what_was_granted_is_read_from_the_token_and_a_token_that_does_not_tell_is_no_answer() {
        assertThat(TokenRoles.accountRights(token("[\"User.ReadUpdate.All\", \"User.Read.All\"]")))
                .containsExactly(AccountRight.USAGE_LOCATION);
        assertThat(TokenRoles.accountRights(token("[]"))).isEmpty();
        assertThatThrownBy(() -> TokenRoles.accountRights("opaque")).isInstanceOf(BackendFailure.class);
    }

    private static String token(String roles) {
        var claims = "{\"roles\": %s}".formatted(roles).getBytes(StandardCharsets.UTF_8);
        return "e30.%s.".formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(claims));
    }
}

package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphCheckupTest {
    private static final String EVERYTHING =
            "User.Read.All GroupMember.Read.All TeamsUserConfiguration.Read.All TeamsTelephoneNumber.Read.All"
                    + " Organization.Read.All TeamsPolicyUserAssign.ReadWrite.All TeamsTelephoneNumber.ReadWrite.All"
                    + " TeamsAppInstallation.ReadWriteSelfForUser.All";

    private static final List<String> OPTIONAL =
            List.of("User.ReadUpdate.All", "User.EnableDisableAccount.All + User.Read.All");

    private final EmulatedGraph emulated = new EmulatedGraph();

    @AfterEach
    void close() {
        emulated.close();
    }

    @Test
    void what_the_token_carries_and_the_reads_confirm_is_good() {
        assertThat(states(checkup(token(EVERYTHING)).checks()))
                .hasSize(10)
                .allSatisfy((permission, state) -> assertThat(state)
                        .isEqualTo(OPTIONAL.contains(permission) ? CheckState.NOT_NEEDED : CheckState.GOOD));
    }

    @Test
    void what_nothing_but_a_fix_takes_is_named_and_is_no_trouble_until_it_is_granted() {
        var all = checkup(token(EVERYTHING + " User.ReadUpdate.All User.EnableDisableAccount.All"))
                .checks();

        assertThat(states(all)).containsEntry(OPTIONAL.getFirst(), CheckState.GOOD);
        assertThat(states(all)).containsEntry(OPTIONAL.getLast(), CheckState.GOOD);
        assertThat(checkup(token(EVERYTHING)).checks())
                .filteredOn(check -> OPTIONAL.contains(check.expected()))
                .hasSize(2)
                .noneMatch(SetupCheck::isTrouble)
                .extracting(check -> check.name().key())
                .containsOnly("doctor.optional-permission");
    }

    @Test
    void a_permission_the_token_lacks_is_missing_by_name_and_nothing_is_tried() {
        var checks = checkup(token(EVERYTHING.replace("User.Read.All ", "").replace("TeamsPolicyUserAssign", "X")))
                .checks();

        assertThat(states(checks))
                .containsEntry("User.Read.All", CheckState.MISSING)
                .containsEntry("TeamsPolicyUserAssign.ReadWrite.All", CheckState.MISSING)
                .containsEntry("GroupMember.Read.All", CheckState.GOOD);
        assertThat(emulated.seen).noneMatch(seen -> seen.target().startsWith("/v1.0/users"));
    }

    @Test
    void a_token_that_says_nothing_is_tried_out_with_reads_alone() {
        var checks = checkup("stand-in").checks();

        assertThat(states(checks))
                .containsEntry("TeamsTelephoneNumber.Read.All", CheckState.GOOD)
                .containsEntry("TeamsPolicyUserAssign.ReadWrite.All", CheckState.NOT_NEEDED);
        assertThat(emulated.seen).allMatch(seen -> seen.method().equals("GET"));
    }

    @Test
    void what_cannot_be_reached_is_unknown_and_not_missing() {
        emulated.close();

        assertThat(states(checkup("stand-in").checks())).containsEntry("User.Read.All", CheckState.UNKNOWN);
    }

    @Test
    void no_token_at_all_is_one_finding_of_its_own() {
        var access = new GraphCheckup.GraphAccess("linekeeper.graph.reads", () -> {
            throw new IllegalStateException("AADSTS7000215: Invalid client secret provided.\nTrace ID: 1");
        });
        var checks = new GraphCheckup(graph(), access, Optional.empty(), Optional.empty()).checks();

        assertThat(checks).anySatisfy(check -> {
            assertThat(check.name().key()).isEqualTo("doctor.token");
            assertThat(check.found().arguments()).containsExactly("AADSTS7000215: Invalid client secret provided.");
        });
        assertThat(checks).extracting(check -> check.name().key()).contains("doctor.writes", "doctor.installing");
    }

    private GraphCheckup checkup(String token) {
        var access = new GraphCheckup.GraphAccess("linekeeper.graph", () -> token);
        return new GraphCheckup(graph(), access, Optional.of(access), Optional.of(access));
    }

    private Graph graph() {
        return GraphClients.connect(emulated.baseUrl(), EmulatedGraph.TOKEN, Throttles.in(new ManualTime()));
    }

    private static Map<String, CheckState> states(List<SetupCheck> checks) {
        return checks.stream().collect(Collectors.toMap(SetupCheck::expected, SetupCheck::state));
    }

    private static String token(String roles) {
        Function<String, String> encode =
                text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "%s.%s.signature"
                .formatted(
                        encode.apply("{}"),
                        encode.apply("{\"roles\": [\"%s\"]}".formatted(String.join("\", \"", roles.split(" ")))));
    }
}

package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Grants go through Graph, and a type it refuses through PowerShell from then on. */
class RoutedGrantsTest {
    private static final UserId ADA = new UserId("ada");
    private static final PolicyName SEATTLE = new PolicyName("Seattle");

    private final Grants graph = new Grants("Microsoft Graph");
    private final Grants powerShell = new Grants("Teams PowerShell");
    private final List<PolicyKind> probed = new ArrayList<>();
    private Optional<BackendFailure> probing = Optional.empty();
    private final Capabilities capabilities = new Capabilities();
    private final RoutedGrants routed = new RoutedGrants(
            graph,
            (kind, _) -> {
                probed.add(kind);
                probing.ifPresent(failure -> {
                    throw failure;
                });
            },
            powerShell,
            capabilities);

    @Test
    void a_type_graph_takes_never_reaches_powershell() {
        grant(PolicyKind.SHARED_CALLING);
        assertThat(graph.calls).containsExactly("grant SHARED_CALLING");
        assertThat(powerShell.calls).isEmpty();
        assertThat(answerer(PolicyKind.SHARED_CALLING)).isEqualTo(new Answerer.By("Microsoft Graph"));
    }

    @Test
    void a_type_graph_refuses_is_granted_by_powershell_in_the_same_call_and_stays_there() {
        graph.failure = failed(Kind.UNSUPPORTED, "not supported");
        grant(PolicyKind.SHARED_CALLING);
        graph.failure = Optional.empty();
        grant(PolicyKind.SHARED_CALLING);
        routed.revoke(ADA, PolicyKind.SHARED_CALLING, KEY);
        assertThat(graph.calls).containsExactly("grant SHARED_CALLING");
        assertThat(powerShell.calls)
                .containsExactly("grant SHARED_CALLING", "grant SHARED_CALLING", "revoke SHARED_CALLING");
        assertThat(answerer(PolicyKind.SHARED_CALLING))
                .isEqualTo(new Answerer.By("Teams PowerShell", Optional.of("Microsoft Graph: not supported")));
        assertThat(answerer(PolicyKind.VOICE_ROUTING)).isEqualTo(new Answerer.By("Microsoft Graph"));
    }

    @Test
    void a_demoted_type_is_not_asked_about_again_and_never_comes_back_by_itself() {
        probing = failed(Kind.UNSUPPORTED, "unknown type");
        routed.tryOut();
        assertThat(probed).containsExactly(PolicyKind.values());
        probed.clear();
        probing = Optional.empty();
        routed.tryOut();
        assertThat(probed).isEmpty();
        grant(PolicyKind.CALLING_LINE_IDENTITY);
        assertThat(graph.calls).isEmpty();
    }

    @Test
    void a_missing_permission_is_reported_and_demotes_nothing() {
        probing = failed(Kind.DENIED, "TeamsPolicyUserAssign.ReadWrite.All is missing");
        routed.tryOut();
        graph.failure = failed(Kind.DENIED, "TeamsPolicyUserAssign.ReadWrite.All is missing");
        refused(Kind.DENIED, () -> grant(PolicyKind.SHARED_CALLING));
        assertThat(powerShell.calls).isEmpty();
        assertThat(answerer(PolicyKind.SHARED_CALLING))
                .isEqualTo(new Answerer.By(
                        "Microsoft Graph", Optional.of("TeamsPolicyUserAssign.ReadWrite.All is missing")));
    }

    @Test
    void the_first_refused_grant_of_a_type_is_tried_by_powershell_whose_yes_demotes_the_type() {
        graph.failure = failed(Kind.INVALID, "bad request");
        grant(PolicyKind.SHARED_CALLING);
        assertThat(answerer(PolicyKind.SHARED_CALLING))
                .isEqualTo(new Answerer.By("Teams PowerShell", Optional.of("Microsoft Graph: bad request")));
    }

    @Test
    void what_both_refuse_is_wrong_and_demotes_nothing() {
        graph.failure = failed(Kind.INVALID, "no such policy");
        powerShell.failure = failed(Kind.INVALID, "not found");
        refused(Kind.INVALID, () -> grant(PolicyKind.SHARED_CALLING));
        assertThat(answerer(PolicyKind.SHARED_CALLING)).isEqualTo(new Answerer.By("Microsoft Graph"));
    }

    @Test
    void a_type_that_worked_once_is_not_doubted_when_a_grant_is_refused() {
        grant(PolicyKind.SHARED_CALLING);
        graph.failure = failed(Kind.INVALID, "no such policy");
        refused(Kind.INVALID, () -> grant(PolicyKind.SHARED_CALLING));
        assertThat(powerShell.calls).isEmpty();
    }

    @Test
    void a_second_opinion_that_did_not_come_is_worth_another_try() {
        graph.failure = failed(Kind.INVALID, "bad request");
        powerShell.failure = failed(Kind.TRANSIENT, "the host hung");
        refused(Kind.TRANSIENT, () -> grant(PolicyKind.SHARED_CALLING));
    }

    private void grant(PolicyKind kind) {
        routed.grant(ADA, kind, SEATTLE, KEY);
    }

    private Answerer answerer(PolicyKind kind) {
        return capabilities.of(new Operation.Grant(kind));
    }

    private static Optional<BackendFailure> failed(Kind kind, String detail) {
        return Optional.of(new BackendFailure(kind, detail));
    }

    private static final class Grants implements PolicyGrants {
        private final String source;
        private final List<String> calls = new ArrayList<>();
        private Optional<BackendFailure> failure = Optional.empty();

        Grants(String source) {
            this.source = source;
        }

        @Override
        public String source() {
            return source;
        }

        @Override
        public Ticket grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
            return called("grant " + kind);
        }

        @Override
        public Ticket revoke(UserId person, PolicyKind kind, ChangeKey key) {
            return called("revoke " + kind);
        }

        private Ticket called(String call) {
            calls.add(call);
            failure.ifPresent(thrown -> {
                throw thrown;
            });
            return new Ticket.Accepted();
        }
    }
}

package dev.linekeeper.service.tenant.reading;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Operation;
import dev.linekeeper.service.tenant.OperationProvider;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Grants go through Graph, and a type it refuses through PowerShell from then on. */
class PolicyGrantRouterTest {
    private static final UserId ADA = new UserId("ada");
    private static final PolicyName SEATTLE = new PolicyName("Seattle");

    private final Grants graph = new Grants("Microsoft Graph");
    private final Grants powerShell = new Grants("Teams PowerShell");
    private final List<PolicyKind> probed = new ArrayList<>();
    private Optional<BackendFailure> probing = Optional.empty();
    private final Capabilities capabilities = new Capabilities();
    private final PolicyGrantRouter routed = new PolicyGrantRouter(
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
        assertThat(answerer(PolicyKind.SHARED_CALLING))
                .isEqualTo(new OperationProvider.ProvidingBackend("Microsoft Graph"));
    }

    @Test
    void a_type_graph_refuses_is_granted_by_powershell_in_the_same_call_and_stays_there() {
        graph.failure = failed(FailureKind.UNSUPPORTED, "not supported");
        grant(PolicyKind.SHARED_CALLING);
        graph.failure = Optional.empty();
        grant(PolicyKind.SHARED_CALLING);
        routed.revoke(ADA, PolicyKind.SHARED_CALLING, KEY);
        assertThat(graph.calls).containsExactly("grant SHARED_CALLING");
        assertThat(powerShell.calls)
                .containsExactly("grant SHARED_CALLING", "grant SHARED_CALLING", "revoke SHARED_CALLING");
        assertThat(answerer(PolicyKind.SHARED_CALLING))
                .isEqualTo(new OperationProvider.ProvidingBackend(
                        "Teams PowerShell", Optional.of("Microsoft Graph: not supported")));
        assertThat(answerer(PolicyKind.VOICE_ROUTING))
                .isEqualTo(new OperationProvider.ProvidingBackend("Microsoft Graph"));
    }

    @Test
    void a_demoted_type_is_not_asked_about_again_and_never_comes_back_by_itself() {
        probing = failed(FailureKind.UNSUPPORTED, "unknown type");
        routed.probe();
        assertThat(probed).containsExactly(PolicyKind.values());
        probed.clear();
        probing = Optional.empty();
        routed.probe();
        assertThat(probed).isEmpty();
        grant(PolicyKind.CALLING_LINE_IDENTITY);
        assertThat(graph.calls).isEmpty();
    }

    @Test
    void a_missing_permission_is_reported_and_demotes_nothing() {
        probing = failed(FailureKind.DENIED, "TeamsPolicyUserAssign.ReadWrite.All is missing");
        routed.probe();
        graph.failure = failed(FailureKind.DENIED, "TeamsPolicyUserAssign.ReadWrite.All is missing");
        refused(FailureKind.DENIED, () -> grant(PolicyKind.SHARED_CALLING));
        assertThat(powerShell.calls).isEmpty();
        assertThat(answerer(PolicyKind.SHARED_CALLING))
                .isEqualTo(new OperationProvider.ProvidingBackend(
                        "Microsoft Graph", Optional.of("TeamsPolicyUserAssign.ReadWrite.All is missing")));
    }

    @Test
    void the_first_refused_grant_of_a_type_is_tried_by_powershell_whose_yes_demotes_the_type() {
        graph.failure = failed(FailureKind.INVALID, "bad request");
        grant(PolicyKind.SHARED_CALLING);
        assertThat(answerer(PolicyKind.SHARED_CALLING))
                .isEqualTo(new OperationProvider.ProvidingBackend(
                        "Teams PowerShell", Optional.of("Microsoft Graph: bad request")));
    }

    @Test
    void what_both_refuse_is_wrong_and_demotes_nothing() {
        graph.failure = failed(FailureKind.INVALID, "no such policy");
        powerShell.failure = failed(FailureKind.INVALID, "not found");
        refused(FailureKind.INVALID, () -> grant(PolicyKind.SHARED_CALLING));
        assertThat(answerer(PolicyKind.SHARED_CALLING))
                .isEqualTo(new OperationProvider.ProvidingBackend("Microsoft Graph"));
    }

    @Test
    void a_type_that_worked_once_is_not_doubted_when_a_grant_is_refused() {
        grant(PolicyKind.SHARED_CALLING);
        graph.failure = failed(FailureKind.INVALID, "no such policy");
        refused(FailureKind.INVALID, () -> grant(PolicyKind.SHARED_CALLING));
        assertThat(powerShell.calls).isEmpty();
    }

    @Test
    void a_second_opinion_that_did_not_come_is_worth_another_try() {
        graph.failure = failed(FailureKind.INVALID, "bad request");
        powerShell.failure = failed(FailureKind.TRANSIENT, "the host hung");
        refused(FailureKind.TRANSIENT, () -> grant(PolicyKind.SHARED_CALLING));
    }

    private void grant(PolicyKind kind) {
        routed.grant(ADA, kind, SEATTLE, KEY);
    }

    private OperationProvider answerer(PolicyKind kind) {
        return capabilities.of(new Operation.GrantOperation(kind));
    }

    private static Optional<BackendFailure> failed(FailureKind kind, String detail) {
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
        public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
            return called("grant " + kind);
        }

        @Override
        public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
            return called("revoke " + kind);
        }

        private WriteReceipt called(String call) {
            calls.add(call);
            failure.ifPresent(thrown -> {
                throw thrown;
            });
            return new WriteReceipt.AcceptedWrite();
        }
    }
}

package dev.linekeeper.core.emergency;

import dev.linekeeper.core.emergency.EmergencyNumbers.DialledNumber;
import dev.linekeeper.core.emergency.PolicyEmergencyView.CallbackNumber;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import java.util.List;
import java.util.Optional;

/** Finds the verdict on the emergency calls of everybody under a policy, as far as it does not depend on the person. */
record PolicyVerdictReader(Report<PolicyCase> report, EmergencyRoutes routes, Fact<List<DialledNumber>> dialling) {

    static EmergencyRoutes routes(PolicyCase policy, Optional<NumberType> type) {
        return new EmergencyRoutes(type, true, policy.tenantCase().routing());
    }

    EmergencyVerdict read(Fact<List<CallbackNumber>> callbacks) {
        var entries = dialling.known().orElse(List.of());
        var dialable = EmergencyNumbers.dialable(entries);
        var worst = new WorstFinding(report, dialable.isEmpty() ? local() : dialable);
        number(worst);
        for (var entry : entries) {
            route(worst, entry, EmergencyNumbers.dialable(List.of(entry)));
        }
        DoubtfulRules.judge(worst);
        switch (callbacks) {
            case Fact.Missing(var why) -> worst.found(EmergencyLevel.NOT_READ, Explanation.of("emergency.unread", why));
            case Fact.Known(var numbers, _, _) -> {
                if (numbers.isEmpty()) {
                    worst.found(EmergencyLevel.NO_CALLBACK, Explanation.of("emergency.no-callbacks"));
                }
            }
        }
        if (entries.isEmpty()) {
            worst.found(EmergencyLevel.NEEDS_A_LOOK, depends());
        }
        return worst.verdict();
    }

    private List<String> local() {
        return Fact.present(report.subject().country()).stream()
                .flatMap(LocalNumbers::in)
                .toList();
    }

    private void number(WorstFinding worst) {
        switch (report.subject().number()) {
            case Fact.Missing(var why) -> worst.found(EmergencyLevel.NOT_READ, Explanation.of("emergency.unread", why));
            case Fact.Known(var found, _, _) -> {
                if (found.isEmpty()) {
                    var cause = worst.first(Outcome.FAIL, List.of(AccountRules.NUMBER))
                            .orElseGet(() -> Explanation.of("emergency.no-number"));
                    worst.found(EmergencyLevel.NO_CALLS, cause);
                }
            }
        }
    }

    private void route(WorstFinding worst, DialledNumber entry, List<String> digits) {
        switch (routes.of(entry)) {
            case BY_OPERATOR, BY_USAGE -> {}
            case NOWHERE -> worst.found(EmergencyLevel.NOT_OUT, lost(), Optional.of(nowhere()));
            case WRONG_TRUNK -> worst.found(EmergencyLevel.IN_DOUBT, digits, Optional.of(wrongTrunk(entry)));
            case UNKNOWN -> worst.found(EmergencyLevel.NOT_READ, Explanation.of("emergency.dial.way-unknown"));
        }
    }

    private List<String> lost() {
        return routes.taking(EmergencyRoute.NOWHERE, dialling.known().orElse(List.of()));
    }

    private Explanation nowhere() {
        return Explanation.of("emergency.dial.nowhere", lost());
    }

    private static Explanation wrongTrunk(DialledNumber entry) {
        return Explanation.of("emergency.dial.wrong-trunk", entry.usage().orElseThrow());
    }

    private Explanation depends() {
        return dialling.fold(
                _ -> Explanation.of("emergency.depends-on-person"), why -> Explanation.of("emergency.unread", why));
    }
}

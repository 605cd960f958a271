package dev.linekeeper.core.emergency;

import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.callerid.CallPath.OwnNumberPath;
import dev.linekeeper.core.callerid.CallPath.SharedCallingPath;
import dev.linekeeper.core.emergency.EmergencyNumbers.DialledNumber;
import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.readiness.EmergencyRules;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.List;
import java.util.Optional;

/** Finds the verdict on one person's emergency calls: from the path of their calls down to what deserves a look. */
final class PersonVerdictReader {
    private final Report<PersonCase> audit;
    private final EmergencyCallerId callerId;
    private final CallPath path;
    private final List<DialledNumber> entries;
    private final List<String> local;
    private final WorstFinding worst;

    PersonVerdictReader(Report<PersonCase> audit, EmergencyCallerId callerId) {
        this.audit = audit;
        this.callerId = callerId;
        this.path = CallPath.of(audit);
        this.entries = Fact.present(EmergencyViewReader.routing(audit.subject()))
                .map(EmergencyNumbers::entries)
                .orElse(List.of());
        this.local = LocalNumbers.of(audit.subject());
        var dialable = EmergencyNumbers.dialable(entries);
        this.worst = new WorstFinding(audit, dialable.isEmpty() ? local : dialable);
    }

    EmergencyVerdict read() {
        byCallerId();
        if (path instanceof SharedCallingPath shared) {
            routes(EmergencyRoutes.of(path, audit.subject()));
            if (shared.contested()) {
                worst.found(EmergencyLevel.IN_DOUBT, Explanation.of("emergency.shown.contested"));
            }
        }
        if (path instanceof OwnNumberPath own && !own.routed()) {
            worst.found(EmergencyLevel.IN_DOUBT, callerId.because());
        }
        DoubtfulRules.judge(worst);
        var missing = local.stream()
                .filter(digits -> !EmergencyNumbers.dialable(entries).contains(digits))
                .toList();
        // The rule counts the shared number's country too; what is dialled there is no headline here.
        if (audit.outcome(EmergencyDigitRules.LOCAL_NUMBERS) == Outcome.WARN && !missing.isEmpty()) {
            worst.found(
                    EmergencyLevel.NOT_RECOGNISED,
                    missing,
                    Optional.of(audit.because(EmergencyDigitRules.LOCAL_NUMBERS)));
        }
        return worst.verdict();
    }

    private void byCallerId() {
        switch (callerId.kind()) {
            case NOT_ABLE_TO_CALL -> worst.found(EmergencyLevel.NO_CALLS, local, Optional.of(callerId.because()));
            case NOT_ENABLED -> worst.found(EmergencyLevel.NOT_OUT, callerId.because());
            case UNSUPPORTED -> worst.found(EmergencyLevel.IN_DOUBT, callerId.because());
            case UNDETERMINED -> worst.found(EmergencyLevel.NOT_READ, callerId.because());
            case OWN_NUMBER, CALLBACK_NUMBER, CALLBACK_POOL, RESOURCE_ACCOUNT_NUMBER -> callback();
        }
    }

    private void callback() {
        switch (callerId.callback()) {
            case PERSON -> {}
            case UNSUPPORTED -> worst.found(EmergencyLevel.CALLBACK_UNSURE, callerId.because());
            case AUTO_ATTENDANT, NONE -> worst.found(EmergencyLevel.NO_CALLBACK, callerId.because());
        }
    }

    private void routes(EmergencyRoutes routes) {
        var lost = routes.taking(EmergencyRoute.NOWHERE, entries);
        if (!lost.isEmpty()) {
            var cause = worst.first(Outcome.FAIL, List.of(EmergencyRules.USAGE, EmergencyRules.ROUTED));
            worst.found(EmergencyLevel.NOT_OUT, lost, cause);
        }
    }
}

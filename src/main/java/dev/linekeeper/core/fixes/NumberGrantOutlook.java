package dev.linekeeper.core.fixes;

import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.callerid.LineCallerId;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.enrolment.ExpectedResult;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;

/** What a policy of a single number leads to: the rules, what people see of calls from it, emergency calls. */
record NumberGrantOutlook(Tenant tenant, JudgementSettings settings, Report<PolicyCase> policy) {
    List<Explanation> of(PolicyOfNumber grant, Person person) {
        return grant.after().isPresent()
                ? List.of(
                        ExpectedResult.rules(policy),
                        shown(grant, person),
                        PolicyEmergencyView.of(policy).verdict().headline())
                : List.of(Explanation.of("plan.outlook.number.taken"), shown(grant, person));
    }

    private Explanation shown(PolicyOfNumber grant, Person person) {
        var then = new Readiness(grant.madeIn(tenant), settings).audit(person.with(grant.number(), grant.after()));
        return CallerIdResolver.lines(then).stream()
                .filter(it -> it.line().number().equals(grant.number()))
                .map(LineCallerId::callerId)
                .findFirst()
                .orElseThrow()
                .because();
    }
}

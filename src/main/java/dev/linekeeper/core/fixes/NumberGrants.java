package dev.linekeeper.core.fixes;

import static dev.linekeeper.core.fixes.FixRefusals.notRead;
import static dev.linekeeper.core.fixes.FixRefusals.refused;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyReady;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plans the grant of a Shared Calling policy to a single number, and its end. The policy has to be there and to hold all
 * rules, and the number to be one that somebody calls with; what of that was not read keeps it from being planned.
 */
record NumberGrants(Tenant tenant, JudgementSettings settings, Function<UserId, Optional<Person>> people) {
    private static final String KIND = "NUMBER_POLICY";

    OfPolicy planned(Purpose purpose, PolicyOfNumber grant) {
        return tenant.cloud()
                .fold(
                        cloud -> cloud == Cloud.WORLDWIDE
                                ? ofPerson(purpose, grant)
                                : refused(
                                        grant,
                                        PolicyObstacle.NOT_OURS,
                                        Explanation.of("policy.number.cloud", cloud.name())),
                        why -> notRead(grant, why));
    }

    private OfPolicy ofPerson(Purpose purpose, PolicyOfNumber grant) {
        return people.apply(grant.holder())
                .map(person -> person.lines()
                        .fold(
                                lines -> lines.stream()
                                        .filter(line -> line.number().equals(grant.number()))
                                        .findFirst()
                                        .map(line -> ofLine(purpose, grant, person, line))
                                        .orElseGet(() ->
                                                notRead(grant, "%s does not list it".formatted(person.displayName()))),
                                why -> notRead(grant, why)))
                .orElseGet(() -> notRead(grant, "the directory does not know %s".formatted(grant.holder())));
    }

    /**
     * <a href="https://learn.microsoft.com/microsoftteams/multi-line">Microsoft</a> tells of alternate lines with a Shared Calling
     * policy, of no others: what one on a main line would do is a guess, and a private line makes no calls.
     */
    private OfPolicy ofLine(Purpose purpose, PolicyOfNumber grant, Person person, Line line) {
        if (purpose != Purpose.UNDO && grant.after().isPresent() && line.category() != Line.Category.ALTERNATE) {
            return refused(
                    grant,
                    PolicyObstacle.NOT_OURS,
                    Explanation.of(
                            line.category() == Line.Category.PRIVATE
                                    ? "policy.number.private"
                                    : "policy.number.primary",
                            grant.number(),
                            person.displayName()));
        }
        return grant.after()
                .map(policy -> granted(purpose, grant, policy, person))
                .orElseGet(() -> ready(
                        purpose, grant, Readiness.policy(grant.before().orElseThrow(), tenant, settings), person));
    }

    private OfPolicy granted(Purpose purpose, PolicyOfNumber grant, PolicyName policy, Person person) {
        return policy.isGlobal()
                ? refused(grant, PolicyObstacle.GLOBAL)
                : tenant.sharedCalling(policy)
                        .fold(
                                found -> found.map(_ -> judged(purpose, grant, policy, person))
                                        .orElseGet(() -> refused(grant, PolicyObstacle.NO_SUCH_POLICY)),
                                why -> notRead(grant, why));
    }

    private OfPolicy judged(Purpose purpose, PolicyOfNumber grant, PolicyName policy, Person person) {
        Report<PolicyCase> report = Readiness.policy(policy, tenant, settings);
        List<Finding<PolicyCase>> failing = found(Outcome.FAIL, report);
        List<Finding<PolicyCase>> unread = found(Outcome.UNKNOWN, report);
        return purpose == Purpose.UNDO || (failing.isEmpty() && unread.isEmpty())
                ? ready(purpose, grant, report, person)
                : failing.isEmpty()
                        ? refused(grant, unread, PolicyObstacle.NOT_READ)
                        : refused(grant, failing, PolicyObstacle.RULES);
    }

    private static List<Finding<PolicyCase>> found(Outcome outcome, Report<PolicyCase> report) {
        return report.with(outcome).stream()
                .filter(finding -> finding.rule().mayFail())
                .toList();
    }

    private OfPolicy ready(Purpose purpose, PolicyOfNumber grant, Report<PolicyCase> report, Person person) {
        var step = new Step(
                StepName.SET_NUMBER_POLICY,
                Optional.empty(),
                Optional.empty(),
                Optional.of(grant),
                Optional.empty(),
                grant.number().toString(),
                named(grant.before()),
                named(grant.after()));
        return new PolicyReady(
                new Plan(
                        grant.subject(),
                        purpose,
                        Optional.empty(),
                        List.of(step, Step.verify()),
                        Optional.empty(),
                        new NumberGrantRisk(
                                        country(grant),
                                        Fact.present(report.subject().country()))
                                .of(grant, person),
                        new NumberGrantOutlook(tenant, settings, report).of(grant, person),
                        FixFingerprint.of(purpose, KIND, grant)),
                report);
    }

    private Optional<Country> country(PolicyOfNumber grant) {
        return Fact.present(Fact.flatMapPresent(
                tenant.number(grant.number()),
                entry -> settings.numberCountries().of(entry, tenant)));
    }

    private static String named(Optional<PolicyName> policy) {
        return policy.map(PolicyName::value).orElse(Step.NONE);
    }
}

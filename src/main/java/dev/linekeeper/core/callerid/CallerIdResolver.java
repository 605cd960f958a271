package dev.linekeeper.core.callerid;

import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Line;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers "what is my caller ID?" by the algorithm of domain.md §5. Never names a number the tenant does not list; what it
 * needs and cannot read makes the answer {@link CallerId.Kind#UNDETERMINED}.
 */
public final class CallerIdResolver {
    private CallerIdResolver() {}

    /** What people see when the person calls them, with their main line if they have several. */
    public static CallerId normal(Person person, Tenant tenant, Settings settings) {
        return normal(Readiness.audit(person, tenant, settings));
    }

    /** Like {@link #normal(Person, Tenant, Settings)}, from a report in audit mode that is already there. */
    public static CallerId normal(Report<PersonCase> audit) {
        return besides(
                audit,
                switch (CallPath.of(audit)) {
                    case CallPath.Unreadable(var because) -> CallerId.undetermined(because);
                    case CallPath.OtherCloud(var because) -> CallerId.undetermined(because);
                    case CallPath.Closed(var because) -> CallerId.notAbleToCall(Confidence.HIGH, because);
                    case CallPath.Own own -> own(audit).of(own);
                    case CallPath.Shared shared -> new SharedCallerId(audit).of(shared);
                });
    }

    /** What people see per line; empty when the person has no number, or the numbers could not be read. */
    public static List<LineCallerId> lines(Person person, Tenant tenant, Settings settings) {
        return lines(Readiness.audit(person, tenant, settings));
    }

    /** Like {@link #lines(Person, Tenant, Settings)}, from a report in audit mode that is already there. */
    public static List<LineCallerId> lines(Report<PersonCase> audit) {
        return audit.subject().person().lines().known().orElse(List.of()).stream()
                .map(line -> new LineCallerId(line, of(line, audit)))
                .toList();
    }

    private static CallerId of(Line line, Report<PersonCase> audit) {
        return switch (line.category()) {
            case PRIMARY -> normal(audit);
            case PRIVATE -> CallerId.notAbleToCall(
                    Confidence.HIGH, Explanation.of("callerid.line.private", line.number()));
            case ALTERNATE -> switch (line.sharedCalling()) {
                case Fact.Missing<Optional<PolicyName>>(var why) ->
                    CallerId.undetermined(Explanation.of("callerid.unreadable.missing", why));
                case Fact.Known<Optional<PolicyName>>(var policy, _, _) ->
                    policy.map(name -> shared(name, audit)).orElseGet(() -> alternate(line, audit));
            };
        };
    }

    /** Microsoft says that the line decides; that its policy's account is shown then is our conclusion. */
    private static CallerId shared(PolicyName policy, Report<PersonCase> audit) {
        return switch (new CallPathReader(audit).under(policy)) {
            case CallPath.Shared shared -> {
                var answer = new SharedCallerId(audit).whatever(shared);
                yield answer.kind() == CallerId.Kind.UNDETERMINED
                        ? answer
                        : answer.but(Confidence.LOW, List.of(Explanation.of("callerid.caveat.line-policy", policy)));
            }
            case CallPath.Closed(var because) -> CallerId.notAbleToCall(Confidence.LOW, because);
            case CallPath.Unreadable(var because) -> CallerId.undetermined(because);
            case CallPath.OtherCloud(var because) -> CallerId.undetermined(because);
            case CallPath.Own own -> own(audit).of(own);
        };
    }

    private static CallerId alternate(Line line, Report<PersonCase> audit) {
        var listed = AccountNumbers.listed(line.number(), audit.subject().tenant());
        return new CallPathReader(audit)
                .gate()
                .map(gate -> switch (gate) {
                    case CallPath.Closed(var because) -> CallerId.notAbleToCall(Confidence.HIGH, because);
                    case CallPath.Unreadable(var because) -> CallerId.undetermined(because);
                    case CallPath.OtherCloud(var because) -> CallerId.undetermined(because);
                    case CallPath.Own _, CallPath.Shared _ -> throw new IllegalStateException("No gate: " + gate);
                })
                .orElseGet(() -> listed.fold(
                        found -> found.map(_ -> own(audit).with(line.number().base(), Confidence.MEDIUM, List.of()))
                                .orElseGet(() -> CallerId.undetermined(
                                        Explanation.of("callerid.unreadable.not-listed"))),
                        why -> CallerId.undetermined(Explanation.of("callerid.unreadable.missing", why))));
    }

    /** What is said beside every answer that names or hides a number; none of it makes the number another one. */
    private static CallerId besides(Report<PersonCase> audit, CallerId answer) {
        return switch (answer.kind()) {
            case NOT_ABLE_TO_CALL, UNDETERMINED -> answer;
            case NUMBER, ANONYMOUS -> {
                var caveats = new ArrayList<Explanation>();
                if (audit.outcome("USR-14") == Outcome.FAIL) {
                    caveats.add(audit.finding("USR-14").explanation().orElseThrow());
                }
                if (audit.subject().person().lines().known().orElse(List.of()).size() > 1) {
                    caveats.add(Explanation.of("callerid.caveat.several-lines"));
                }
                yield answer.but(answer.confidence(), caveats);
            }
        };
    }

    private static OwnCallerId own(Report<PersonCase> audit) {
        return new OwnCallerId(audit.subject().person(), audit.subject().tenant());
    }
}

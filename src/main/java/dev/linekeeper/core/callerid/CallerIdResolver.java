package dev.linekeeper.core.callerid;

import dev.linekeeper.core.callerid.CallPath.NoPath;
import dev.linekeeper.core.callerid.CallPath.OwnNumberPath;
import dev.linekeeper.core.callerid.CallPath.SharedCallingPath;
import dev.linekeeper.core.callerid.CallPath.UndeterminedPath;
import dev.linekeeper.core.callerid.CallerId.CallerIdKind;
import dev.linekeeper.core.readiness.CallingRules;
import dev.linekeeper.core.readiness.UserRules;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Answers "what is my caller ID?". Never names a number the tenant does not list; what it needs and cannot read makes the
 * answer {@link CallerIdKind#UNDETERMINED}.
 */
public final class CallerIdResolver {
    private final Report<PersonCase> audit;

    private CallerIdResolver(Report<PersonCase> audit) {
        this.audit = audit;
    }

    /**
     * What people see when the person calls them, with their main line if they have several.
     *
     * @param audit a report in audit mode
     */
    public static CallerId normal(Report<PersonCase> audit) {
        return new CallerIdResolver(audit).normal();
    }

    /**
     * What people see per line; empty when the person has no number, or the numbers could not be read.
     *
     * @param audit a report in audit mode
     */
    public static List<LineCallerId> lines(Report<PersonCase> audit) {
        var resolver = new CallerIdResolver(audit);
        return audit.subject().person().lines().known().orElse(List.of()).stream()
                .map(line -> new LineCallerId(line, resolver.of(line)))
                .toList();
    }

    private CallerId normal() {
        return withGeneralCaveats(of(CallPath.of(audit), Confidence.HIGH, new SharedCallerId(audit)::of));
    }

    private CallerId of(CallPath path, Confidence closed, Function<SharedCallingPath, CallerId> shared) {
        return switch (path) {
            case UndeterminedPath(var because) -> CallerId.undetermined(because);
            case NoPath(var because) -> CallerId.notAbleToCall(closed, because);
            case OwnNumberPath own -> own().of(own);
            case SharedCallingPath found -> shared.apply(found);
        };
    }

    private CallerId of(Line line) {
        return switch (line.category()) {
            case PRIMARY -> normal();
            case PRIVATE ->
                CallerId.notAbleToCall(Confidence.HIGH, Explanation.of("callerid.line.private", line.number()));
            case ALTERNATE ->
                line.sharedCalling()
                        .fold(
                                policy -> policy.map(this::lineCallerId).orElseGet(() -> alternate(line)),
                                CallerId::unread);
        };
    }

    /** Microsoft says that the line decides; that its policy's account is shown then is our conclusion. */
    private CallerId lineCallerId(PolicyName policy) {
        return of(new CallPathReader(audit).underPolicy(policy), Confidence.LOW, path -> {
            var answer = new SharedCallerId(audit).byPolicies(path);
            return answer.kind() == CallerIdKind.UNDETERMINED
                    ? answer
                    : answer.withCaveats(
                            Confidence.LOW, List.of(Explanation.of("callerid.caveat.line-policy", policy)));
        });
    }

    private CallerId alternate(Line line) {
        return new CallPathReader(audit)
                .blocked()
                .map(gate -> of(gate, Confidence.HIGH, new SharedCallerId(audit)::of))
                .orElseGet(() -> AccountNumbers.listed(
                                line.number(), audit.subject().tenant())
                        .fold(
                                found -> found.map(_ -> own().with(line.number().base(), Confidence.MEDIUM, List.of()))
                                        .orElseGet(() -> CallerId.undetermined(
                                                Explanation.of("callerid.unreadable.not-listed"))),
                                CallerId::unread));
    }

    /** Adds the caveats that hold for every number, shown or hidden; they do not change the number. */
    private CallerId withGeneralCaveats(CallerId answer) {
        var caveats = new ArrayList<Explanation>();
        if (audit.outcome(UserRules.ENABLED_PERSON) == Outcome.FAIL) {
            caveats.add(audit.because(UserRules.ENABLED_PERSON));
        }
        return switch (answer.kind()) {
            case NOT_ABLE_TO_CALL, UNDETERMINED -> answer.withCaveats(answer.confidence(), caveats);
            case NUMBER, ANONYMOUS -> {
                if (audit.outcome(CallingRules.TOLL_BYPASS) == Outcome.FAIL) {
                    caveats.add(audit.because(CallingRules.TOLL_BYPASS));
                }
                if (audit.outcome(UserRules.MAY_CALL) == Outcome.FAIL) {
                    caveats.add(audit.because(UserRules.MAY_CALL));
                }
                if (audit.subject().person().lines().known().orElse(List.of()).size() > 1) {
                    caveats.add(Explanation.of("callerid.caveat.several-lines"));
                }
                yield answer.withCaveats(answer.confidence(), caveats);
            }
        };
    }

    private OwnCallerId own() {
        return new OwnCallerId(audit.subject().person(), audit.subject().tenant());
    }
}

package dev.linekeeper.core.callerid;

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
 * answer {@link CallerId.CallerIdKind#UNDETERMINED}.
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
        return besides(of(CallPath.of(audit), Confidence.HIGH, new SharedCallerId(audit)::of));
    }

    private CallerId of(CallPath path, Confidence closed, Function<CallPath.SharedCallingPath, CallerId> shared) {
        return switch (path) {
            case CallPath.UndeterminedPath(var because) -> CallerId.undetermined(because);
            case CallPath.NoPath(var because) -> CallerId.notAbleToCall(closed, because);
            case CallPath.OwnNumberPath own -> own().of(own);
            case CallPath.SharedCallingPath found -> shared.apply(found);
        };
    }

    private CallerId of(Line line) {
        return switch (line.category()) {
            case PRIMARY -> normal();
            case PRIVATE ->
                CallerId.notAbleToCall(Confidence.HIGH, Explanation.of("callerid.line.private", line.number()));
            case ALTERNATE ->
                line.sharedCalling()
                        .fold(policy -> policy.map(this::under).orElseGet(() -> alternate(line)), CallerId::unread);
        };
    }

    /** Microsoft says that the line decides; that its policy's account is shown then is our conclusion. */
    private CallerId under(PolicyName policy) {
        return of(new CallPathReader(audit).under(policy), Confidence.LOW, path -> {
            var answer = new SharedCallerId(audit).whatever(path);
            return answer.kind() == CallerId.CallerIdKind.UNDETERMINED
                    ? answer
                    : answer.but(Confidence.LOW, List.of(Explanation.of("callerid.caveat.line-policy", policy)));
        });
    }

    private CallerId alternate(Line line) {
        return new CallPathReader(audit)
                .gate()
                .map(gate -> of(gate, Confidence.HIGH, new SharedCallerId(audit)::of))
                .orElseGet(() -> AccountNumbers.listed(
                                line.number(), audit.subject().tenant())
                        .fold(
                                found -> found.map(_ -> own().with(line.number().base(), Confidence.MEDIUM, List.of()))
                                        .orElseGet(() -> CallerId.undetermined(
                                                Explanation.of("callerid.unreadable.not-listed"))),
                                CallerId::unread));
    }

    /** What is said beside every answer that names or hides a number; none of it makes the number another one. */
    private CallerId besides(CallerId answer) {
        return switch (answer.kind()) {
            case NOT_ABLE_TO_CALL, UNDETERMINED -> answer;
            case NUMBER, ANONYMOUS -> {
                var caveats = new ArrayList<Explanation>();
                if (audit.outcome(UserRules.MAY_CALL) == Outcome.FAIL) {
                    caveats.add(audit.because(UserRules.MAY_CALL));
                }
                if (audit.subject().person().lines().known().orElse(List.of()).size() > 1) {
                    caveats.add(Explanation.of("callerid.caveat.several-lines"));
                }
                yield answer.but(answer.confidence(), caveats);
            }
        };
    }

    private OwnCallerId own() {
        return new OwnCallerId(audit.subject().person(), audit.subject().tenant());
    }
}

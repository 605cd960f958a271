package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line.Category;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The assessment of changes by risk. High: an own number goes, callback numbers go, or Shared Calling itself. Medium: emergency or
 * voice routing changes. Arguments are texts, because a risk is stored with its plan.
 */
final class RiskAssessment {
    private final PersonState before;
    private final PersonState after;
    private final Tenant tenant;
    private final EmergencyLevel then;
    private final List<Reason> reasons = new ArrayList<>();

    private record Reason(RiskLevel level, Explanation text) {}

    private RiskAssessment(Collection<Change> changes, PersonState before, Tenant tenant, EmergencyLevel then) {
        this.before = before;
        this.after = after(changes, before);
        this.tenant = tenant;
        this.then = then;
    }

    /** @param then the verdict on the person's emergency calls once the changes are made */
    static Risk of(Collection<Change> changes, PersonState before, Tenant tenant, EmergencyLevel then) {
        var assessment = new RiskAssessment(changes, before, tenant, then);
        changes.forEach(assessment::assess);
        return assessment.result();
    }

    private static PersonState after(Collection<Change> changes, PersonState before) {
        var state = before;
        for (var change : changes) {
            state = state.after(change);
        }
        return state;
    }

    private void assess(Change change) {
        switch (change) {
            case Change.ReleaseNumber it -> released(it);
            case Change.AssignNumber(
                    _,
                    var number,
                    _,
                    _,
                    var category) ->
                add(
                        RiskLevel.MEDIUM,
                        category == Category.PRIMARY ? "number-assigned" : "line-assigned." + category,
                        number.toString());
            case Change.SwitchVoice(_, var on) -> {
                if (!on) {
                    add(RiskLevel.HIGH, "voice-off");
                }
            }
            case Change.PolicyChange it -> {
                changed(it.kind(), it.granted().map(PolicyName::value).orElseGet(() -> takesOver(it.kind())));
                if (it.kind() == PolicyKind.SHARED_CALLING) {
                    it.granted().ifPresentOrElse(policy -> callbacks(Optional.of(policy)), this::revoked);
                }
            }
        }
    }

    /** What goes with a number: calls to it, the policy it has by itself, and perhaps the lines beside a main one. */
    private void released(Change.ReleaseNumber change) {
        String number = change.number().toString();
        if (change.category() == Category.PRIMARY) {
            add(RiskLevel.HIGH, "number-released", number);
            if (!after.lines().isEmpty()) {
                add(
                        RiskLevel.HIGH,
                        "lines-beside",
                        number,
                        after.lines().stream()
                                .map(line -> line.number().toString())
                                .toList());
            }
            return;
        }
        add(RiskLevel.HIGH, "line-released." + change.category(), number);
        if (before.lines().stream().noneMatch(line -> line.category() == Category.PRIMARY)) {
            add(RiskLevel.HIGH, "line-alone", number);
        }
        tenant.number(change.number())
                .flatMap(entry -> entry.map(TelephoneNumber::sharedCalling)
                        .orElseGet(() -> Fact.missing("the number is not listed")))
                .fold(
                        policy -> {
                            policy.ifPresent(it -> add(RiskLevel.HIGH, "line-policy", number, it.value()));
                            return true;
                        },
                        why -> {
                            add(RiskLevel.HIGH, "line-policy-unread", number);
                            return false;
                        });
    }

    private void changed(PolicyKind kind, String to) {
        var from = before.held(kind)
                .map(EffectivePolicy::policy)
                .map(PolicyName::value)
                .orElse(Step.UNKNOWN);
        switch (kind) {
            case EMERGENCY_CALL_ROUTING, EMERGENCY_CALLING -> add(RiskLevel.MEDIUM, "emergency-routing", from, to);
            case VOICE_ROUTING -> add(RiskLevel.MEDIUM, "voice-routing", from, to);
            case SHARED_CALLING, CALLING_LINE_IDENTITY, DIAL_PLAN, DIAL_OUT, CALLING -> {}
        }
    }

    private void revoked() {
        if (then.stopsCalls()) {
            add(RiskLevel.HIGH, "no-emergency-calls");
        } else if (then == EmergencyLevel.NOT_READ) {
            add(RiskLevel.HIGH, "emergency-not-read");
        }
        var next = before.held(PolicyKind.SHARED_CALLING).flatMap(EffectivePolicy::revoked);
        var takesOver =
                next.filter(held -> RemovalPlanner.withAccount(held, tenant).isPresent());
        if (next.isEmpty()) {
            add(RiskLevel.HIGH, "takes-over.unknown");
        }
        takesOver.ifPresent(held -> held.group()
                .ifPresentOrElse(
                        group -> add(
                                RiskLevel.HIGH,
                                "takes-over.group",
                                held.policy().value(),
                                group.value()),
                        () -> add(RiskLevel.HIGH, "takes-over.global")));
        if (after.lines().isEmpty()) {
            callbacks(takesOver.map(EffectivePolicy::policy));
        }
        if (reasons.stream().noneMatch(reason -> reason.level() == RiskLevel.HIGH)) {
            add(RiskLevel.HIGH, "policy-removed", takesOver(PolicyKind.SHARED_CALLING));
        }
    }

    private void callbacks(Optional<PolicyName> to) {
        var from = RemovalPlanner.calledUnder(before, tenant);
        var had = from.stream().flatMap(this::callbackNumbers).count();
        var has = to.stream().flatMap(this::callbackNumbers).count();
        if (had == 0 || from.equals(to)) {
            return;
        }
        var policy = from.map(PolicyName::value).orElse(Step.UNKNOWN);
        if (has == 0) {
            add(RiskLevel.HIGH, "callbacks-removed", policy);
        } else {
            add(RiskLevel.MEDIUM, "callbacks-changed", policy);
        }
    }

    private Stream<?> callbackNumbers(PolicyName policy) {
        return Fact.present(tenant.sharedCalling(policy)).map(Policy.SharedCalling::emergencyNumbers).stream()
                .flatMap(Collection::stream);
    }

    private String takesOver(PolicyKind kind) {
        return before.held(kind)
                .flatMap(EffectivePolicy::revoked)
                .map(EffectivePolicy::policy)
                .map(PolicyName::value)
                .orElse(Step.UNKNOWN);
    }

    private void add(RiskLevel level, String reason, Object... arguments) {
        reasons.add(new Reason(level, Explanation.of("plan.risk." + reason, arguments)));
    }

    private Risk result() {
        if (reasons.isEmpty()) {
            add(RiskLevel.LOW, "low");
        }
        reasons.sort(Comparator.comparing(Reason::level).reversed());
        return new Risk(
                reasons.getFirst().level(), reasons.stream().map(Reason::text).toList());
    }
}

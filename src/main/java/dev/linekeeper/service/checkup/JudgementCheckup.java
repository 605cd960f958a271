package dev.linekeeper.service.checkup;

import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the policies that enrolment grants are there, and are what they are taken for. */
public final class JudgementCheckup implements Checkup {
    private static final String EMPTY = "linekeeper.readiness.empty-voice-routing-policy";
    private static final String EMERGENCY = "linekeeper.readiness.emergency-call-routing-policies.";

    private final TenantReader readings;
    private final JudgementSettings settings;

    public JudgementCheckup(TenantReader readings, JudgementSettings settings) {
        this.readings = readings;
        this.settings = settings;
    }

    @Override
    public List<SetupCheck> checks() {
        Tenant tenant = readings.tenant().tenant();
        var checks = new ArrayList<SetupCheck>();
        checks.add(emptyRouting(tenant));
        if (settings.emergencyCallRoutingPolicies().isEmpty()) {
            checks.add(SetupCheck.of(
                    "emergency-policies",
                    SetupCheck.CheckState.ATTENTION,
                    EMERGENCY + "TYPE/COUNTRY",
                    SetupCheck.nothing()));
        }
        new TreeMap<>(settings.emergencyCallRoutingPolicies())
                .forEach((where, name) -> checks.add(emergencyRouting(tenant, where, name)));
        return checks;
    }

    private SetupCheck emptyRouting(Tenant tenant) {
        Optional<PolicyName> wanted = settings.emptyVoiceRoutingPolicy();
        if (wanted.isEmpty()) {
            return SetupCheck.of("empty-policy", SetupCheck.CheckState.ATTENTION, EMPTY, SetupCheck.nothing(), EMPTY);
        }
        String expected = "%s = %s".formatted(EMPTY, wanted.get());
        return switch (tenant.policies(PolicyKind.VOICE_ROUTING)) {
            case Fact.Missing<Map<PolicyName, Policy>>(var why) ->
                SetupCheck.of(
                        "empty-policy",
                        SetupCheck.CheckState.UNKNOWN,
                        expected,
                        SetupCheck.unchecked(why),
                        wanted.get());
            case Fact.Known<Map<PolicyName, Policy>>(var policies, _, _) ->
                switch (policies.get(wanted.get())) {
                    case null ->
                        SetupCheck.of(
                                "empty-policy",
                                SetupCheck.CheckState.MISSING,
                                expected,
                                SetupCheck.nothing(),
                                wanted.get());
                    case Policy.VoiceRouting routing
                    when routing.usages().isEmpty() ->
                        SetupCheck.of(
                                "empty-policy",
                                SetupCheck.CheckState.GOOD,
                                expected,
                                SetupCheck.found(wanted.get()),
                                wanted.get());
                    case Policy.VoiceRouting routing ->
                        SetupCheck.of(
                                "empty-policy",
                                SetupCheck.CheckState.MISSING,
                                expected,
                                Explanation.of("doctor.found.usages", List.copyOf(routing.usages())),
                                wanted.get());
                    case Policy other -> throw new IllegalStateException("Not a voice routing policy: " + other.name());
                };
        };
    }

    private static SetupCheck emergencyRouting(Tenant tenant, String where, PolicyName name) {
        String expected = "%s%s = %s".formatted(EMERGENCY, where, name);
        return switch (tenant.policies(PolicyKind.EMERGENCY_CALL_ROUTING)) {
            case Fact.Missing<Map<PolicyName, Policy>>(var why) ->
                SetupCheck.of(
                        "emergency-policy",
                        SetupCheck.CheckState.UNKNOWN,
                        expected,
                        SetupCheck.unchecked(why),
                        where,
                        name);
            case Fact.Known<Map<PolicyName, Policy>>(var policies, _, _) ->
                policies.containsKey(name)
                        ? SetupCheck.of(
                                "emergency-policy",
                                SetupCheck.CheckState.GOOD,
                                expected,
                                SetupCheck.found(name),
                                where,
                                name)
                        : SetupCheck.of(
                                "emergency-policy",
                                SetupCheck.CheckState.MISSING,
                                expected,
                                SetupCheck.nothing(),
                                where,
                                name);
        };
    }
}

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
    public List<Check> checks() {
        Tenant tenant = readings.tenant().tenant();
        var checks = new ArrayList<Check>();
        checks.add(emptyRouting(tenant));
        if (settings.emergencyCallRoutingPolicies().isEmpty()) {
            checks.add(Check.of("emergency-policies", Check.State.ATTENTION, EMERGENCY + "TYPE/COUNTRY", Check.nothing()));
        }
        new TreeMap<>(settings.emergencyCallRoutingPolicies())
                .forEach((where, name) -> checks.add(emergencyRouting(tenant, where, name)));
        return checks;
    }

    private Check emptyRouting(Tenant tenant) {
        Optional<PolicyName> wanted = settings.emptyVoiceRoutingPolicy();
        if (wanted.isEmpty()) {
            return Check.of("empty-policy", Check.State.ATTENTION, EMPTY, Check.nothing(), EMPTY);
        }
        String expected = "%s = %s".formatted(EMPTY, wanted.get());
        return switch (tenant.policies(PolicyKind.VOICE_ROUTING)) {
            case Fact.Missing<Map<PolicyName, Policy>>(var why) ->
                Check.of("empty-policy", Check.State.UNKNOWN, expected, Check.unchecked(why), wanted.get());
            case Fact.Known<Map<PolicyName, Policy>>(var policies, _, _) ->
                switch (policies.get(wanted.get())) {
                    case null ->
                        Check.of("empty-policy", Check.State.MISSING, expected, Check.nothing(), wanted.get());
                    case Policy.VoiceRouting routing when routing.usages().isEmpty() ->
                        Check.of("empty-policy", Check.State.GOOD, expected, Check.found(wanted.get()), wanted.get());
                    case Policy.VoiceRouting routing ->
                        Check.of(
                                "empty-policy",
                                Check.State.MISSING,
                                expected,
                                Explanation.of(
                                        "doctor.found.usages", List.copyOf(routing.usages())),
                                wanted.get());
                    case Policy other -> throw new IllegalStateException("Not a voice routing policy: " + other.name());
                };
        };
    }

    private static Check emergencyRouting(Tenant tenant, String where, PolicyName name) {
        String expected = "%s%s = %s".formatted(EMERGENCY, where, name);
        return switch (tenant.policies(PolicyKind.EMERGENCY_CALL_ROUTING)) {
            case Fact.Missing<Map<PolicyName, Policy>>(var why) ->
                Check.of("emergency-policy", Check.State.UNKNOWN, expected, Check.unchecked(why), where, name);
            case Fact.Known<Map<PolicyName, Policy>>(var policies, _, _) ->
                policies.containsKey(name)
                        ? Check.of("emergency-policy", Check.State.GOOD, expected, Check.found(name), where, name)
                        : Check.of("emergency-policy", Check.State.MISSING, expected, Check.nothing(), where, name);
        };
    }
}

package dev.linekeeper.service.checkup;

import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks that the policies the settings name for enrolment and for numbers of one's own can be read, and that the empty one is empty. */
public final class JudgementCheckup implements Checkup {
    private static final String EMPTY = "linekeeper.readiness.empty-voice-routing-policy";
    private static final String ROUTING = "linekeeper.readiness.voice-routing-policies.";
    private static final String EMERGENCY = "linekeeper.readiness.emergency-call-routing-policies.";

    private final TenantReader tenantReader;
    private final JudgementSettings settings;

    public JudgementCheckup(TenantReader tenantReader, JudgementSettings settings) {
        this.tenantReader = tenantReader;
        this.settings = settings;
    }

    @Override
    public List<SetupCheck> checks() {
        Tenant tenant = tenantReader.tenant().tenant();
        var checks = new ArrayList<SetupCheck>();
        checks.add(emptyRouting(tenant));
        if (settings.emergencyCallRoutingPolicies().isEmpty()) {
            checks.add(SetupCheck.of(
                    "emergency-policies", CheckState.ATTENTION, EMERGENCY + "TYPE/COUNTRY", SetupCheck.nothingFound()));
        }
        new TreeMap<>(settings.emergencyCallRoutingPolicies())
                .forEach((where, name) -> checks.add(named(
                        "emergency-policy",
                        tenant.policies(PolicyKind.EMERGENCY_CALL_ROUTING),
                        EMERGENCY,
                        where,
                        name)));
        settings.voiceRoutingPolicies().entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().iso()))
                .forEach(each -> checks.add(named(
                        "routing-policy",
                        tenant.policies(PolicyKind.VOICE_ROUTING),
                        ROUTING,
                        each.getKey().iso(),
                        each.getValue())));
        return checks;
    }

    private SetupCheck emptyRouting(Tenant tenant) {
        Optional<PolicyName> wanted = settings.emptyVoiceRoutingPolicy();
        if (wanted.isEmpty()) {
            return SetupCheck.of("empty-policy", CheckState.ATTENTION, EMPTY, SetupCheck.nothingFound(), EMPTY);
        }
        String expected = "%s = %s".formatted(EMPTY, wanted.get());
        return switch (tenant.policies(PolicyKind.VOICE_ROUTING)) {
            case Fact.Missing(var why) ->
                SetupCheck.of("empty-policy", CheckState.UNKNOWN, expected, SetupCheck.notChecked(why), wanted.get());
            case Fact.Known(var policies, _, _) ->
                switch (policies.get(wanted.get())) {
                    case null ->
                        SetupCheck.of(
                                "empty-policy", CheckState.MISSING, expected, SetupCheck.nothingFound(), wanted.get());
                    case Policy.VoiceRouting routing
                    when routing.usages().isEmpty() ->
                        SetupCheck.of(
                                "empty-policy",
                                CheckState.GOOD,
                                expected,
                                SetupCheck.found(wanted.get()),
                                wanted.get());
                    case Policy.VoiceRouting routing ->
                        SetupCheck.of(
                                "empty-policy",
                                CheckState.MISSING,
                                expected,
                                Explanation.of("doctor.found.usages", List.copyOf(routing.usages())),
                                wanted.get());
                    case Policy.Unread(_, _, var why) ->
                        SetupCheck.of(
                                "empty-policy", CheckState.UNKNOWN, expected, SetupCheck.notChecked(why), wanted.get());
                    case Policy other -> throw new IllegalStateException("Not a voice routing policy: " + other.name());
                };
        };
    }

    /**
     * A policy that the setting {@code key} names for {@code where}.
     *
     * @param key the setting up to the place
     */
    private static SetupCheck named(
            String subject, Fact<Map<PolicyName, Policy>> policies, String key, Object where, PolicyName name) {
        String expected = "%s%s = %s".formatted(key, where, name);
        return switch (policies) {
            case Fact.Missing(var why) ->
                SetupCheck.of(subject, CheckState.UNKNOWN, expected, SetupCheck.notChecked(why), where, name);
            case Fact.Known(var read, _, _) ->
                switch (read.get(name)) {
                    case null ->
                        SetupCheck.of(subject, CheckState.MISSING, expected, SetupCheck.nothingFound(), where, name);
                    case Policy.Unread(_, _, var why) ->
                        SetupCheck.of(subject, CheckState.UNKNOWN, expected, SetupCheck.notChecked(why), where, name);
                    case Policy.VoiceRouting routing
                    when routing.usages().isEmpty() ->
                        SetupCheck.of(
                                subject,
                                CheckState.MISSING,
                                expected,
                                Explanation.of("doctor.found.no-usages"),
                                where,
                                name);
                    case Policy _ ->
                        SetupCheck.of(subject, CheckState.GOOD, expected, SetupCheck.found(name), where, name);
                };
        };
    }
}

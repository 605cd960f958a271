package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.person.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What the stand-in module knows of the one person it has. */
record ScriptTenant(boolean voiceOn, List<String> numbers, Map<String, String> policies) {
    /** The person as the plan expects to find them. */
    static ScriptTenant before(Plan plan, int done) {
        var policies = new TreeMap<String, String>();
        for (PolicyKind kind : PolicyKind.values()) {
            plan.before().direct(kind).ifPresent(name -> policies.put(kind.type(), name.value()));
        }
        var tenant = new ScriptTenant(
                plan.before().voiceOn(),
                plan.before().lines().stream()
                        .map(line -> line.number().toString())
                        .toList(),
                policies);
        return tenant.after(plan.changes().subList(0, done));
    }

    static ScriptTenant of(JsonNode person) {
        var numbers = new ArrayList<String>();
        person.path("numbers")
                .forEach(it -> numbers.add(it.path("TelephoneNumber").asString()));
        var policies = new TreeMap<String, String>();
        person.path("policies").properties().forEach(it -> {
            if (!it.getValue().isNull()) {
                policies.put(it.getKey(), it.getValue().asString());
            }
        });
        return new ScriptTenant(person.path("ev").asBoolean(), numbers, policies);
    }

    ScriptTenant granted(String type, String policy) {
        var granted = new TreeMap<>(policies);
        granted.put(type, policy);
        return new ScriptTenant(voiceOn, numbers, granted);
    }

    ScriptTenant holding(String... others) {
        return new ScriptTenant(voiceOn, List.of(others), policies);
    }

    ScriptTenant after(List<Change> changes) {
        var tenant = this;
        for (Change change : changes) {
            tenant = tenant.after(change);
        }
        return tenant;
    }

    private ScriptTenant after(Change change) {
        var held = new ArrayList<>(numbers);
        var granted = new TreeMap<>(policies);
        switch (change) {
            case Change.ReleaseNumber(
                    _,
                    var number,
                    _,
                    _,
                    _) -> held.remove(number.toString());
            case Change.AssignNumber(
                    _,
                    var number,
                    _,
                    _,
                    _) -> held.add(number.toString());
            case Change.SwitchVoice _ -> {}
            case Change.GrantPolicy(_, var kind, var policy) ->
                granted.put(kind.type(), policy.value());
            case Change.RevokePolicy(_, var kind) -> granted.remove(kind.type());
        }
        return new ScriptTenant(change.voiceOn(voiceOn), held, granted);
    }

    /** The cmdlet that makes the change. */
    static String cmdlet(Change change) {
        return switch (change) {
            case Change.ReleaseNumber _ -> "Remove-CsPhoneNumberAssignment";
            case Change.AssignNumber _, Change.SwitchVoice _ -> "Set-CsPhoneNumberAssignment";
            case Change.PolicyChange it -> "Grant-Cs" + it.kind().type();
        };
    }

    /** A second number is a private line. */
    Map<String, Object> json(Plan plan) {
        return Map.of(
                "id",
                plan.person().value(),
                "name",
                "Somebody",
                "upn",
                "somebody@contoso.example",
                "ev",
                voiceOn,
                "numbers",
                IntStream.range(0, numbers.size()).mapToObj(this::number).toList(),
                "policies",
                policies);
    }

    private Map<String, String> number(int at) {
        return Map.of(
                "TelephoneNumber",
                numbers.get(at),
                "NumberType",
                "CallingPlan",
                "AssignmentCategory",
                at == 0 ? "Primary" : "Private");
    }
}

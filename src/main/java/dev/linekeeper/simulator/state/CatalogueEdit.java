package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import dev.linekeeper.core.tenant.groundwork.ShownNumber;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Makes, changes and removes policies; one that somebody is granted stays. */
public record CatalogueEdit(TenantEdit edit) {
    <V> void write(PolicyFix<V> change) {
        Optional<V> now = Optional.ofNullable(edit.known(change.kind()).get(change.name()))
                .map(change::said);
        if (now.equals(change.after())) {
            return;
        }
        if (!now.equals(change.before())) {
            throw TenantEdit.conflict("The policy %s says something else than expected".formatted(change.name()));
        }
        if (now.isEmpty() && (change instanceof CallerIdPolicy || change instanceof CallingPolicy)) {
            throw TenantEdit.conflict("There is no policy %s".formatted(change.name()));
        }
        if (change.after().isEmpty()) {
            remove(change.kind(), change.name());
            return;
        }
        switch (change) {
            case EmergencyRoutingPolicy it -> dials(it.name(), it.after().orElseThrow());
            case EmptyRoutingPolicy it -> routes(it.name(), it.after().orElseThrow());
            case CallerIdPolicy it -> shows(it.name(), it.after().orElseThrow());
            case CallingPolicy it -> switches(it.name(), it.after().orElseThrow());
        }
    }

    /** Has an emergency call routing policy dial these numbers; where there is none it is made, with enhanced services on. */
    public void dials(PolicyName name, List<EmergencyNumber> numbers) {
        var kind = PolicyKind.EMERGENCY_CALL_ROUTING;
        var listed = find(kind, name)
                .orElseGet(() -> added(kind, name).put("AllowEnhancedEmergencyServices", true))
                .putArray("EmergencyNumbers");
        numbers.forEach(number -> listed.addObject()
                .put("EmergencyDialString", number.dialString())
                .put("EmergencyDialMask", number.dialMask())
                .put("OnlinePSTNUsage", number.usage().orElse(null)));
    }

    /** Has a voice routing policy have these PSTN usages; where there is none it is made. */
    public void routes(PolicyName name, List<String> usages) {
        var kind = PolicyKind.VOICE_ROUTING;
        var listed = find(kind, name).orElseGet(() -> added(kind, name)).putArray("OnlinePstnUsages");
        usages.forEach(listed::add);
    }

    /** Has a caller ID policy show that; where there is none it is made. */
    public void shows(PolicyName name, ShownNumber number) {
        var kind = PolicyKind.CALLING_LINE_IDENTITY;
        String substitute = switch (number.substitute()) {
            case LINE_URI -> "LineUri";
            case ANONYMOUS -> "Anonymous";
            case RESOURCE -> "Resource";
            case SERVICE -> "Service";
        };
        var policy = find(kind, name)
                .orElseGet(() ->
                        added(kind, name).put("EnableUserOverride", false).put("BlockIncomingPstnCallerID", false))
                .put("CallingIDSubstitute", substitute);
        number.account().ifPresent(account -> policy.put("ResourceAccount", account.value()));
    }

    /** Has a calling policy allow and forbid that; where there is none it is made. */
    public void switches(PolicyName name, CallingSwitches switches) {
        var kind = PolicyKind.CALLING;
        var policy = find(kind, name).orElseGet(() -> added(kind, name));
        switches.privateCalling().ifPresent(on -> policy.put("AllowPrivateCalling", on));
        switches.preventTollBypass().ifPresent(on -> policy.put("PreventTollBypass", on));
    }

    public void remove(PolicyKind kind, PolicyName name) {
        boolean granted = edit.content().users().stream()
                .flatMap(users -> users.values().stream())
                .anyMatch(user -> user.grants()
                        .known()
                        .filter(grants -> name.equals(grants.get(kind)))
                        .isPresent());
        if (granted) {
            throw TenantEdit.conflict("The policy %s is still assigned to people".formatted(name));
        }
        edit.policies(kind).removeIf(document -> name.equals(new PolicyName(WireJson.text(document, "Identity"))));
    }

    private ObjectNode added(PolicyKind kind, PolicyName name) {
        return edit.policies(kind).addObject().put("Identity", "Tag:" + name);
    }

    private Optional<ObjectNode> find(PolicyKind kind, PolicyName name) {
        return WireJson.objects(edit.policies(kind)).stream()
                .filter(document -> name.equals(new PolicyName(WireJson.text(document, "Identity"))))
                .findFirst();
    }
}

package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change to a tenant in progress: hands out copies of documents to be changed, and makes the next state of them. What is
 * to be judged is read from {@link #content()}, the state before.
 */
public final class TenantEdit {
    private final TenantState before;
    private final Map<String, Map<String, ObjectNode>> touched = new LinkedHashMap<>();
    private final Map<String, JsonNode> sections = new LinkedHashMap<>();

    TenantEdit(TenantState before) {
        this.before = before;
    }

    TenantContent content() {
        return before.content();
    }

    /** The person's document, to be changed; fails when there is nobody of that id. */
    ObjectNode user(UserId id) {
        FileTenant.section(content().users(), TenantState.USERS);
        return entry(TenantState.USERS, id.value())
                .orElseThrow(() -> notFound("Nobody has the object id %s".formatted(id)));
    }

    /** The document of an account or else of a person, to be changed; fails when there is neither. */
    ObjectNode holder(UserId id) {
        return entry(TenantState.ACCOUNTS, id.value()).orElseGet(() -> user(id));
    }

    /** The number's document, to be changed. */
    Optional<ObjectNode> number(PhoneNumber number) {
        return entry(TenantState.NUMBERS, number.toString());
    }

    /** The documents of a section as they were. */
    Collection<ObjectNode> all(String section) {
        return before.all(section);
    }

    /** A new document with that id, to be filled. */
    ObjectNode added(String section, String id) {
        var made = WireJson.object().put("id", id);
        touched.computeIfAbsent(section, _ -> new LinkedHashMap<>()).put(id, made);
        return made;
    }

    private Optional<ObjectNode> entry(String section, String key) {
        return Optional.ofNullable(before.of(section).get(key))
                .map(old -> touched.computeIfAbsent(section, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(key, _ -> old.deepCopy()));
    }

    /** A list of the file, such as {@code groupPolicyAssignments}, to be changed; empty when it is absent. */
    public ArrayNode section(String name) {
        return (ArrayNode) sections.computeIfAbsent(
                name, _ -> before.file().get(name) instanceof ArrayNode there ? there.deepCopy() : WireJson.array());
    }

    /** The policies of a kind, to be changed. */
    public ArrayNode policies(PolicyKind kind) {
        var all = (ObjectNode) sections.computeIfAbsent(
                "policies", name -> before.file().path(name).deepCopy());
        return all.withArrayProperty(kind.type());
    }

    /** The policy of that name, in any case of letters; fails when there is none. */
    Policy policy(PolicyKind kind, PolicyName name) {
        return Optional.ofNullable(known(kind).get(name))
                .orElseThrow(() -> invalid("There is no %s named %s".formatted(kind.type(), name)));
    }

    Map<PolicyName, Policy> known(PolicyKind kind) {
        return FileTenant.section(Optional.ofNullable(content().policies().get(kind)), "policies/" + kind.type());
    }

    /** The next state; empty when nothing is another than it was. */
    Optional<TenantState> after() {
        var part = WireJson.object();
        Map<String, Map<String, ObjectNode>> entries = new LinkedHashMap<>(before.entries());
        touched.forEach((section, changed) -> {
            var old = before.of(section);
            changed.entrySet().removeIf(entry -> entry.getValue().equals(old.get(entry.getKey())));
            if (!changed.isEmpty()) {
                part.set(section, WireJson.array().addAll(changed.values()));
                var all = new LinkedHashMap<>(old);
                all.putAll(changed);
                entries.put(section, Collections.unmodifiableMap(all));
            }
        });
        sections.entrySet()
                .removeIf(section -> section.getValue().equals(before.file().get(section.getKey())));
        part.setAll(sections);
        return part.isEmpty()
                ? Optional.empty()
                : Optional.of(new TenantState(
                        entries,
                        WireJson.object().setAll(before.file()).setAll(sections),
                        content().with(TenantFile.read(part))));
    }

    /** Fails for a person without Teams Phone; plans that could not be read do not count. */
    static void mayHaveVoice(Fact<List<ServicePlan>> plans, String who) {
        licensed(plans, PublishedData.PHONE_SYSTEM, "%s lacks a Teams Phone licence".formatted(who));
    }

    static void licensed(Fact<List<ServicePlan>> plans, List<String> ids, String complaint) {
        var held = FileTenant.needed(plans);
        if (Stream.of(ServicePlanStatus.ENABLED, ServicePlanStatus.WARNING)
                .noneMatch(status -> PublishedData.holds(held, ids, status))) {
            throw conflict(complaint);
        }
    }

    public static BackendFailure notFound(String detail) {
        return new BackendFailure(FailureKind.NOT_FOUND, detail);
    }

    public static BackendFailure invalid(String detail) {
        return new BackendFailure(FailureKind.INVALID, detail);
    }

    static BackendFailure conflict(String detail) {
        return new BackendFailure(FailureKind.CONFLICT, detail);
    }
}

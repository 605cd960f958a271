package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tenant at one moment: the documents of its file, in the shape of src/docs/tenant-file.md, and what the reader of tenant
 * files makes of them. Nothing in it ever changes; the next state shares what stayed as it was.
 *
 * @param entries the entries that are changed one by one: by section, then by id or number. A section that cannot be used
 *     is not in the map
 * @param file all sections in the file's order; those in {@code entries} are empty here
 */
public record TenantState(Map<String, Map<String, ObjectNode>> entries, ObjectNode file, TenantContent content) {
    public static final String USERS = "users";
    public static final String ACCOUNTS = "resourceAccounts";
    public static final String NUMBERS = "telephoneNumbers";

    /**
     * Reads a file.
     *
     * @throws dev.linekeeper.adapter.tenantfile.UnreadableTenantFile when it is no tenant file; the message names the place
     */
    public static TenantState read(ConfiguredFile original) {
        var content = original.read();
        var file = TenantFile.inOneShape(original.content());
        Map<String, Map<String, ObjectNode>> entries = new LinkedHashMap<>();
        Map.of(USERS, content.users(), ACCOUNTS, content.accounts(), NUMBERS, content.numbers())
                .forEach((section, usable) -> {
                    if (usable.isPresent() && file.get(section) instanceof ArrayNode listed) {
                        Map<String, ObjectNode> all = new LinkedHashMap<>();
                        WireJson.objects(listed).forEach(entry -> all.put(key(section, entry), entry));
                        entries.put(section, Collections.unmodifiableMap(all));
                        file.putArray(section);
                    }
                });
        return new TenantState(entries, file, content);
    }

    /** The same once the person is deleted, from their groups too; the numbers they hold are not freed by it. */
    public TenantState without(UserId person) {
        var file = written().deepCopy();
        file.withArrayProperty(USERS).removeIf(user -> person.value().equalsIgnoreCase(WireJson.text(user, "id")));
        WireJson.objects(file.path("groups")).stream()
                .map(group -> group.path("members"))
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .forEach(members -> members.removeIf(id -> person.value().equalsIgnoreCase(id.asString(""))));
        return read(new ConfiguredFile("tenant.json", TenantFile.JSON.writeValueAsBytes(file)));
    }

    /** An entry whose number cannot be read keeps its text for a key. */
    private static String key(String section, ObjectNode entry) {
        var number = WireJson.text(entry, "telephoneNumber");
        return section.equals(NUMBERS)
                ? PhoneNumber.parse(number).map(PhoneNumber::toString).orElse(number)
                : new UserId(WireJson.text(entry, "id")).value();
    }

    /** The entries of a section that are changed one by one; none when it cannot be used. */
    public Collection<ObjectNode> all(String section) {
        return of(section).values();
    }

    public Optional<ObjectNode> user(UserId id) {
        return Optional.ofNullable(of(USERS).get(id.value()));
    }

    public Optional<ObjectNode> account(UserId id) {
        return Optional.ofNullable(of(ACCOUNTS).get(id.value()));
    }

    /** A person's document, or an account's as if it were a person's. */
    public Optional<ObjectNode> holder(UserId id) {
        return user(id).or(() -> account(id).map(TenantState::asPerson));
    }

    /** Whoever has a number has voice; a number that could not be read says nothing of either. */
    public static ObjectNode asPerson(ObjectNode account) {
        var person = account.deepCopy().put("accountType", "resourceAccount");
        var number = person.remove("telephoneNumber");
        if (number != null) {
            var lines =
                    person.put("isEnterpriseVoiceEnabled", number.isString()).putArray("telephoneNumbers");
            if (number.isString()) {
                lines.addObject().put("assignmentCategory", "primary").set("telephoneNumber", number);
            }
        }
        return person;
    }

    Map<String, ObjectNode> of(String section) {
        return entries.getOrDefault(section, Map.of());
    }

    /** The objects of a section; fails when it is not in the file, or cannot be used. */
    public List<ObjectNode> listed(String section) {
        return entries.containsKey(section) ? List.copyOf(all(section)) : objects(section, file.path(section));
    }

    public List<ObjectNode> policies(PolicyKind kind) {
        return objects("policies/" + kind.type(), file.path("policies").path(kind.type()));
    }

    private List<ObjectNode> objects(String section, JsonNode list) {
        if (!list.isArray() || content.faults().containsKey(section)) {
            throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, content.why(section));
        }
        return WireJson.objects(list);
    }

    /** The whole as one tenant file. */
    ObjectNode written() {
        var written = WireJson.object().setAll(file);
        entries.forEach((section, all) -> written.set(section, WireJson.array().addAll(all.values())));
        return written;
    }
}

package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.core.tenant.PolicyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A tenant file as what the {@code Get-Cs…} cmdlets would print, by the shapes of src/docs: a JSON file for each cmdlet. */
record TenantAsCmdlets(JsonNode tenant) {
    private static final Map<String, String> NUMBERS = Map.of(
            "capabilities", "Capability",
            "assignmentStatus", "PstnAssignmentStatus",
            "assignmentTargetId", "AssignedPstnTargetId",
            "portInStatus", "PortInOrderStatus");

    void write(Path folder) {
        var organisation = list();
        organisation
                .addObject()
                .put("TenantId", tenant.path("tenantId").asString("t"))
                .put("DisplayName", tenant.path("displayName").asString());
        write(folder, "Get-CsTenant", organisation);
        var users = list();
        tenant.path("users").forEach(user -> users.add(user(user)));
        var instances = list();
        var associations = list();
        for (var account : tenant.path("resourceAccounts")) {
            users.add(user(account).put("AccountType", "ResourceAccount"));
            var instance = instances.addObject();
            copy(account, "id", instance, "ObjectId");
            copy(account, "userPrincipalName", instance, "UserPrincipalName");
            copy(account, "displayName", instance, "DisplayName");
            copy(account, "applicationId", instance, "ApplicationId");
            var number = account.path("telephoneNumber");
            instance.put("PhoneNumber", number.isString() ? "tel:" + number.stringValue() : null);
            account.path("associations").forEach(one -> {
                var association = associations.addObject();
                copy(account, "id", association, "Id");
                pascal(one, association);
            });
        }
        write(folder, "Get-CsOnlineUser", users);
        write(folder, "Get-CsOnlineApplicationInstance", instances);
        write(folder, "Get-CsOnlineApplicationInstanceAssociation", associations);
        var numbers = list();
        tenant.path("telephoneNumbers").forEach(number -> numbers.add(number(number)));
        write(folder, "Get-CsPhoneNumberAssignment", numbers);
        var grants = list();
        tenant.path("groupPolicyAssignments")
                .forEach(grant -> pascal(grant, grants.addObject()).put("CreatedTime", "2026-01-05T09:00:00Z"));
        write(folder, "Get-CsGroupPolicyAssignment", grants);
        var linePolicies = list();
        for (var user : tenant.path("users")) {
            for (var line : user.path("telephoneNumbers")) {
                line.path("policyGrants")
                        .forEach(grant -> pascal(grant, linePolicies.addObject())
                                .put(
                                        "TelephoneNumber",
                                        line.path("telephoneNumber").asString().replace("+", "")));
            }
        }
        write(folder, "Get-CsPhoneNumberPolicyAssignment", linePolicies);
        var attendants = list();
        tenant.path("autoAttendants").forEach(attendant -> attendants.add(attendant(attendant)));
        write(folder, "Get-CsAutoAttendant", attendants);
        for (var kind : PolicyKind.values()) {
            write(folder, "Get-Cs" + kind.type(), tenant.path("policies").path(kind.type()));
        }
        var usages = list();
        usages.addObject().put("Identity", "Global").set("Usage", tenant.path("pstnUsages"));
        write(folder, "Get-CsOnlinePstnUsage", usages);
        write(folder, "Get-CsOnlineVoiceRoute", tenant.path("voiceRoutes"));
        write(folder, "Get-CsTenantNetworkSite", sites());
        var places = list();
        tenant.path("locations")
                .forEach(place -> pascal(place, places.addObject())
                        .put("CivicAddressId", "c0000000-0000-4000-8000-000000000001"));
        write(folder, "Get-CsOnlineLisLocation", places);
        write(folder, "Get-CsOnlineLisCivicAddress", list());
    }

    private static ObjectNode user(JsonNode user) {
        var printed = TenantFile.JSON.createObjectNode();
        copy(user, "id", printed, "Identity");
        for (var name : new String[] {
            "userPrincipalName",
            "displayName",
            "department",
            "accountEnabled",
            "usageLocation",
            "featureTypes",
            "userValidationErrors",
            "interpretedUserType"
        }) {
            copy(user, name, printed, pascal(name));
        }
        copy(user, "isEnterpriseVoiceEnabled", printed, "EnterpriseVoiceEnabled");
        if (user.hasNonNull("accountType")) {
            printed.put("AccountType", pascal(user.path("accountType").asString()));
        }
        if (user.hasNonNull("assignedPlans")) {
            var plans = printed.putArray("AssignedPlan");
            user.path("assignedPlans").forEach(plan -> pascal(plan, plans.addObject()));
        }
        if (user.path("telephoneNumbers").isArray()) {
            var lines = printed.putArray("TelephoneNumbers");
            user.path("telephoneNumbers")
                    .forEach(line -> pascal(line, lines.addObject()).remove("PolicyGrants"));
            var primary = user.path("telephoneNumbers")
                    .valueStream()
                    .filter(line ->
                            line.path("assignmentCategory").asString("primary").equals("primary"))
                    .findFirst();
            printed.put(
                    "LineUri",
                    primary.map(line -> "tel:" + line.path("telephoneNumber").asString())
                            .orElse(null));
        }
        if (user.path("policyGrants").isArray()) {
            for (var kind : PolicyKind.values()) {
                printed.putNull(kind.type());
            }
            user.path("policyGrants")
                    .forEach(grant -> printed.putObject(grant.path("policyType").asString())
                            .put("Authority", "Tenant")
                            .put("Name", grant.path("policyName").asString()));
        }
        return printed;
    }

    private static ObjectNode number(JsonNode number) {
        var printed = TenantFile.JSON.createObjectNode();
        number.propertyNames().forEach(name -> copy(number, name, printed, NUMBERS.getOrDefault(name, pascal(name))));
        printed.remove("SupportedCustomerActions");
        printed.put(
                "LocationUpdateSupported",
                number.path("supportedCustomerActions")
                        .valueStream()
                        .anyMatch(action -> action.asString().equals("locationUpdate")));
        return printed;
    }

    private static ObjectNode attendant(JsonNode attendant) {
        var printed = TenantFile.JSON.createObjectNode();
        copy(attendant, "id", printed, "Identity");
        copy(attendant, "name", printed, "Name");
        copy(attendant, "applicationInstances", printed, "ApplicationInstances");
        if (attendant.hasNonNull("operator")) {
            pascal(attendant.path("operator"), printed.putObject("Operator"));
        }
        printed.putObject("DefaultCallFlow")
                .putObject("Menu")
                .put(
                        "DirectorySearchMethod",
                        attendant
                                .path("defaultCallFlow")
                                .path("menu")
                                .path("directorySearchMethod")
                                .asString("None"));
        return printed;
    }

    private ArrayNode sites() {
        var sites = list();
        tenant.path("networkSites").forEach(site -> {
            var printed = sites.addObject();
            copy(site, "Identity", printed, "Identity");
            copy(site, "EmergencyCallRoutingPolicy", printed, "EmergencyCallRoutingPolicyName");
            copy(site, "EmergencyCallingPolicy", printed, "EmergencyCallingPolicyName");
        });
        return sites;
    }

    private static ObjectNode pascal(JsonNode from, ObjectNode to) {
        from.propertyNames().forEach(name -> copy(from, name, to, pascal(name)));
        return to;
    }

    private static String pascal(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String called) {
        if (from.has(name)) {
            to.set(called, from.get(name));
        }
    }

    private static ArrayNode list() {
        return TenantFile.JSON.createArrayNode();
    }

    private static void write(Path folder, String cmdlet, JsonNode objects) {
        try {
            Files.writeString(folder.resolve(cmdlet + ".json"), objects.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

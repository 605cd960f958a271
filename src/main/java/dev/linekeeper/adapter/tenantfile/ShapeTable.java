package dev.linekeeper.adapter.tenantfile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The members whose name or form differs between what Microsoft Graph answers, what the {@code Get-Cs…} cmdlets print and
 * what the section readers know. All other members have one name, whatever its case.
 */
final class ShapeTable {
    /**
     * Path, then the members there: the readers' name with {@code []} behind a list of objects and {@code [text]} behind a
     * list of texts, then other names.
     */
    private static final String MEMBERS = """
        users                      | id<ObjectId<Identity isEnterpriseVoiceEnabled<EnterpriseVoiceEnabled
        users                      | assignedPlans[]<AssignedPlan featureTypes[text] telephoneNumbers[] lineUri
        users                      | policyGrants[] effectivePolicyAssignments[] userValidationErrors[text]
        users/assignedPlans        | servicePlanId capabilityStatus
        users/telephoneNumbers     | telephoneNumber<PhoneNumber policyGrants[]
        users/effectivePolicyAssignments | policySource[]
        groups                     | id<ObjectId members[text]
        groupPolicyAssignments     | rank<Priority
        telephoneNumbers           | telephoneNumber capabilities[text]<Capability<AcquiredCapabilities locationId
        telephoneNumbers           | assignmentStatus<PstnAssignmentStatus assignmentTargetId<AssignedPstnTargetId
        telephoneNumbers           | portInStatus<PortInOrderStatus supportedCustomerActions[text] locationUpdateSupported
        resourceAccounts           | id<ObjectId<Identity telephoneNumber<PhoneNumber<LineUri assignedPlans[]<AssignedPlan
        resourceAccounts           | policyGrants[] effectivePolicyAssignments[] associations[]
        resourceAccounts/effectivePolicyAssignments | policySource[]
        autoAttendants             | id<Identity applicationInstances[text]
        autoAttendants/directoryLookupScope | inclusion<InclusionScope exclusion<ExclusionScope
        autoAttendants/directoryLookupScope/inclusion | groupIds[text]<GroupScope
        autoAttendants/directoryLookupScope/exclusion | groupIds[text]<GroupScope
        pstnUsages                 | Usage[text]
        voiceRoutes                | Identity<Name OnlinePstnUsages[text] OnlinePstnGatewayList[text]
        networkSites               | Identity<NetworkSiteID
        policies                   | EmergencyNumbers[] OnlinePstnUsages[text] ExtendedNotifications[] NormalizationRules[]
        """;

    private static final Map<String, Map<String, Member>> TABLE = table();

    /** How the entries of a list look; {@link #VALUE} is no list. */
    enum ListForm {
        VALUE,
        LIST,
        /** An object stands for its id, or for its message. */
        TEXTS
    }

    /**
     * A member of the one shape.
     *
     * @param rank of the name it was found by: of two names for one member the lower rank counts
     */
    record Member(String name, ListForm form, int rank) {}

    private ShapeTable() {}

    /** The member that is written so at that path; itself when nothing is special about it. */
    static Member member(String path, String written) {
        return Optional.ofNullable(TABLE.getOrDefault(path.toLowerCase(Locale.ROOT), Map.of())
                        .get(written.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> new Member(written, ListForm.VALUE, 0));
    }

    private static Map<String, Map<String, Member>> table() {
        Map<String, Map<String, Member>> table = new HashMap<>();
        for (var line : MEMBERS.lines().toList()) {
            var columns = line.split("\\|", 2);
            var members = table.computeIfAbsent(columns[0].strip().toLowerCase(Locale.ROOT), _ -> new HashMap<>());
            for (var words : columns[1].strip().split(" ", -1)) {
                var names = words.split("<", -1);
                var form = names[0].endsWith("[]")
                        ? ListForm.LIST
                        : names[0].endsWith("[text]") ? ListForm.TEXTS : ListForm.VALUE;
                var name = names[0].replaceFirst("\\[.*", "");
                for (int rank = 0; rank < names.length; rank++) {
                    var written = rank == 0 ? name : names[rank];
                    members.put(written.toLowerCase(Locale.ROOT), new Member(name, form, rank));
                }
            }
        }
        return table;
    }
}

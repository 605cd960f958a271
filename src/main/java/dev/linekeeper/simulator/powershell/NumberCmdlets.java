package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code Get-CsPhoneNumberAssignment}, with the two attributes of {@code -Filter} that Linekeeper uses, and the policies of numbers. */
record NumberCmdlets(SimulatedTenant tenant) {
    private static final int MOST_A_PAGE = 1000;
    private static final Pattern FILTER = Pattern.compile("\\s*(\\w+)\\s+-eq\\s+'((?:[^']|'')*)'\\s*");

    void serve(CmdletTable cmdlets) {
        cmdlets.on("Get-CsPhoneNumberAssignment", Set.of("Filter", "Top", "Skip"), this::numbers)
                .on("Get-CsPhoneNumberPolicyAssignment", Set.of("PolicyType"), this::policies);
    }

    private List<ObjectNode> numbers(ObjectNode parameters) {
        var top = parameters.path("Top").asInt(500);
        if (top > MOST_A_PAGE) {
            throw CmdletError.of("BadRequest", "Top may not be greater than %d.".formatted(MOST_A_PAGE));
        }
        return tenant.state().listed("telephoneNumbers").stream()
                .filter(filter(WireJson.text(parameters, "Filter")))
                .sorted(Comparator.comparing(number -> WireJson.text(number, "telephoneNumber")))
                .skip(parameters.path("Skip").asInt(0))
                .limit(top)
                .map(NumberCmdlets::printed)
                .toList();
    }

    /** Numbers without {@code +}, as the page shows them. */
    private List<ObjectNode> policies(ObjectNode parameters) {
        var wanted = WireJson.text(parameters, "PolicyType");
        List<ObjectNode> printed = new ArrayList<>();
        for (var user : tenant.state().listed("users")) {
            for (var line : WireJson.objects(user.path("telephoneNumbers"))) {
                for (var grant : WireJson.objects(line.path("policyGrants"))) {
                    if (wanted.isBlank() || wanted.equalsIgnoreCase(WireJson.text(grant, "policyType"))) {
                        printed.add(CmdletTable.pascal(grant)
                                .put(
                                        "TelephoneNumber",
                                        WireJson.text(line, "telephoneNumber").replace("+", ""))
                                .put("Reference", "Direct"));
                    }
                }
            }
        }
        return printed;
    }

    /** With the columns of the real cmdlet; what is not set is null or empty. */
    private static ObjectNode printed(ObjectNode number) {
        var target = number.path("assignmentTargetId").asString("");
        var printed = WireJson.object()
                .put("TelephoneNumber", WireJson.text(number, "telephoneNumber"))
                .put("NumberType", word(number, "numberType"))
                .put("ActivationState", word(number, "activationState"))
                .put("PstnAssignmentStatus", word(number, "assignmentStatus"))
                .put("AssignedPstnTargetId", target.isEmpty() ? null : target)
                .putNull("AssignmentBlockedState")
                .put("AssignmentCategory", target.isEmpty() ? "" : "Primary")
                .put("CivicAddressId", text(number, "civicAddressId"))
                .put("IsoCountryCode", text(number, "isoCountryCode"))
                .put("LocationId", text(number, "locationId"))
                .put("LocationUpdateSupported", actions(number).anyMatch("locationUpdate"::equalsIgnoreCase))
                .put("NetworkSiteId", "")
                .put("NumberSource", word(number, "numberSource"))
                .put("PortInOrderStatus", text(number, "portInStatus"));
        var capabilities = printed.putArray("Capability");
        number.path("capabilities").forEach(each -> capabilities.add(WireJson.pascal(each.asString(""))));
        printed.putArray("ReverseNumberLookup");
        printed.putArray("Tag");
        return printed;
    }

    private static Stream<String> actions(ObjectNode number) {
        return number.path("supportedCustomerActions").valueStream().map(action -> action.asString(""));
    }

    private static String word(ObjectNode number, String member) {
        return WireJson.pascal(text(number, member));
    }

    private static String text(JsonNode number, String member) {
        return number.hasNonNull(member) ? WireJson.text(number, member) : "";
    }

    private static Predicate<ObjectNode> filter(String written) {
        if (written.isBlank()) {
            return _ -> true;
        }
        var match = FILTER.matcher(written);
        if (!match.matches()) {
            throw CmdletError.of("BadRequest", "The filter is not valid.");
        }
        var value = match.group(2).replace("''", "'");
        return switch (match.group(1)) {
            case "TelephoneNumber" ->
                number -> PhoneNumber.parse(WireJson.text(number, "telephoneNumber"))
                        .equals(PhoneNumber.parse(value));
            case "ResourceAccountSharedCallingPolicySupported" ->
                number -> WireJson.text(number, "resourceAccountSharedCallingPolicySupported")
                        .equalsIgnoreCase(value);
            default ->
                throw CmdletError.of(
                        "BadRequest", "The attribute '%s' cannot be filtered by.".formatted(match.group(1)));
        };
    }
}

package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** {@code Get-CsPhoneNumberAssignment}, with the two attributes of {@code -Filter} that Linekeeper uses, and the policies of numbers. */
record NumberCmdlets(SimulatedTenant model) {
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
        return model.ports().numbers().all().numbers().stream()
                .filter(filter(WireJson.text(parameters, "Filter")))
                .sorted(Comparator.comparing(TelephoneNumber::number))
                .skip(parameters.path("Skip").asInt(0))
                .limit(top)
                .map(NumberCmdlets::printed)
                .toList();
    }

    /** Numbers without {@code +}, as the page shows them. */
    private List<ObjectNode> policies(ObjectNode parameters) {
        var wanted = WireJson.text(parameters, "PolicyType");
        return model.content().users().stream()
                .filter(_ ->
                        wanted.isBlank() || PolicyKind.ofType(wanted).equals(Optional.of(PolicyKind.SHARED_CALLING)))
                .flatMap(users -> users.values().stream())
                .flatMap(user -> user.lines().known().stream().flatMap(List::stream))
                .flatMap(line -> Fact.present(line.sharedCalling()).stream()
                        .map(policy -> WireJson.object()
                                .put("TelephoneNumber", line.number().toString().substring(1))
                                .put("PolicyType", PolicyKind.SHARED_CALLING.type())
                                .put("PolicyName", policy.value())
                                .put("Reference", "Direct")))
                .toList();
    }

    /** With the columns of the real cmdlet; what is unknown, and what Direct Routing has no country for, is null or empty. */
    private static ObjectNode printed(TelephoneNumber number) {
        var place = number.location()
                .known()
                .flatMap(at -> at)
                .map(LocationId::value)
                .orElse("");
        var printed = WireJson.object()
                .put("TelephoneNumber", number.number().toString())
                .put("NumberType", WireJson.pascal(number.type()))
                .put("ActivationState", WireJson.pascal(number.activation()))
                .put("PstnAssignmentStatus", WireJson.pascal(number.status()))
                .put("AssignedPstnTargetId", number.target().orElse(null))
                .putNull("AssignmentBlockedState")
                .put("AssignmentCategory", number.target().isPresent() ? "Primary" : "")
                .put("CivicAddressId", "")
                .put(
                        "IsoCountryCode",
                        number.country()
                                .known()
                                .flatMap(at -> at)
                                .map(Country::iso)
                                .orElse(""))
                .put("LocationId", place)
                .put("LocationUpdateSupported", number.locationUpdateSupported())
                .put("NetworkSiteId", "")
                .put("NumberSource", WireJson.pascal(number.source()))
                .put("PortInOrderStatus", number.portInStatus().orElse(""));
        var capabilities = printed.putArray("Capability");
        number.capabilities().known().orElse(Set.of()).forEach(each -> capabilities.add(WireJson.pascal(each)));
        printed.putArray("ReverseNumberLookup");
        printed.putArray("Tag");
        return printed;
    }

    private static Predicate<TelephoneNumber> filter(String written) {
        if (written.isBlank()) {
            return _ -> true;
        }
        var match = FILTER.matcher(written);
        if (!match.matches()) {
            throw CmdletError.of("BadRequest", "The filter is not valid.");
        }
        var value = match.group(2).replace("''", "'");
        return switch (match.group(1)) {
            case "TelephoneNumber" -> number -> number.number().toString().equals(value);
            case "ResourceAccountSharedCallingPolicySupported" ->
                number -> number.sharedCallingSupported()
                        .known()
                        .filter(supported -> supported == Boolean.parseBoolean(value))
                        .isPresent();
            default ->
                throw CmdletError.of(
                        "BadRequest", "The attribute '%s' cannot be filtered by.".formatted(match.group(1)));
        };
    }
}

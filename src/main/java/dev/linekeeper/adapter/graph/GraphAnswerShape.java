package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.teamsadministration.PortInStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of Graph in one shape, where its pages show two: one object for a list of one, an object wrapped in {@code
 * value} (<a href="https://learn.microsoft.com/graph/api/teamsadministration-teamsuserconfiguration-get">its example</a>),
 * a text where others have a flag. The SDK refuses a whole page for one value of another type, so a value that cannot be
 * read is left out alone, and a member that nobody here reads is left out unseen: a new one is added to the table.
 */
final class GraphAnswerShape {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VALUE = "value";

    private static final Map<String, Function<JsonNode, @Nullable JsonNode>> MEMBERS = Stream.of(
                    members(
                            GraphAnswerShape::text,
                            "@odata.nextLink @odata.deltaLink @odata.type id userPrincipalName displayName mail"
                                    + " department usageLocation userType",
                            "capabilityStatus skuPartNumber accountType telephoneNumber assignmentCategory policyType",
                            "assignmentType policyId groupId numberType activationState assignmentStatus",
                            "assignmentTargetId locationId isoCountryCode numberSource name status statusDetail"),
                    members(GraphAnswerShape::flag, "accountEnabled isEnterpriseVoiceEnabled"),
                    members(GraphAnswerShape::count, "enabled consumedUnits"),
                    members(GraphAnswerShape::uuid, "servicePlanId"),
                    members(GraphAnswerShape::portIn, "portInStatus"),
                    members(
                            GraphAnswerShape::texts,
                            "featureTypes capabilities supportedCustomerActions proxyAddresses"),
                    members(GraphAnswerShape::one, "policyAssignment prepaidUnits"),
                    members(
                            GraphAnswerShape::objects,
                            "value assignedPlans servicePlans telephoneNumbers effectivePolicyAssignments numbers"
                                    + " verifiedDomains"))
            .flatMap(kind -> kind.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private GraphAnswerShape() {}

    /** The answer as the SDK can read it; what is no JSON stays, for the SDK to refuse. */
    static byte[] of(byte[] answer) {
        try {
            return JSON.writeValueAsBytes(of(JSON.readTree(answer)));
        } catch (JacksonException cutOff) {
            return answer;
        }
    }

    /** The same for an answer that was parsed; an object that came alone in {@code value} is there and around it. */
    private static JsonNode of(JsonNode answer) {
        ObjectNode shaped = answer.isArray() ? JSON.createObjectNode().set(VALUE, objects(answer)) : members(answer);
        if (shaped.path(VALUE).size() == 1 && !shaped.has("id")) {
            shaped.path(VALUE)
                    .get(0)
                    .properties()
                    .forEach(member -> shaped.putIfAbsent(member.getKey(), member.getValue()));
        }
        return shaped;
    }

    private static Map<String, Function<JsonNode, @Nullable JsonNode>> members(
            Function<JsonNode, @Nullable JsonNode> shape, String... names) {
        return Stream.of(names)
                .flatMap(line -> Stream.of(line.split(" ")))
                .collect(Collectors.toMap(Function.identity(), _ -> shape));
    }

    /** The members that are read, each in its shape; none for what is no object. */
    private static ObjectNode members(JsonNode written) {
        ObjectNode shaped = JSON.createObjectNode();
        written.properties().forEach(member -> {
            var shape = MEMBERS.get(member.getKey());
            JsonNode value = shape == null || member.getValue().isNull() ? null : shape.apply(member.getValue());
            if (value != null) {
                shaped.set(member.getKey(), value);
            }
        });
        return shaped;
    }

    /** A record that is no object stays in its place as an empty one, so that the reader notices it. */
    private static JsonNode objects(JsonNode written) {
        ArrayNode shaped = JSON.createArrayNode();
        elements(written).forEach(element -> shaped.add(members(element)));
        return shaped;
    }

    private static JsonNode texts(JsonNode written) {
        ArrayNode shaped = JSON.createArrayNode();
        elements(written).filter(JsonNode::isString).forEach(shaped::add);
        return shaped;
    }

    private static @Nullable JsonNode one(JsonNode written) {
        return elements(written)
                .filter(JsonNode::isObject)
                .findFirst()
                .map(GraphAnswerShape::members)
                .orElse(null);
    }

    /** What a list holds; one value is a list of one, and a list may be wrapped in {@code value} once more. */
    private static Stream<JsonNode> elements(JsonNode written) {
        JsonNode list = written.path(VALUE).isArray() ? written.path(VALUE) : written;
        return list.isArray() ? list.valueStream() : Stream.of(list);
    }

    /** What is no text becomes one, which the reader then cannot read: it must not look like nothing. */
    private static JsonNode text(JsonNode written) {
        return JSON.getNodeFactory().stringNode(written.isContainer() ? written.toString() : written.asString());
    }

    private static @Nullable JsonNode flag(JsonNode written) {
        return switch (text(written).asString().toLowerCase(Locale.ROOT)) {
            case "true" -> JSON.getNodeFactory().booleanNode(true);
            case "false" -> JSON.getNodeFactory().booleanNode(false);
            default -> null;
        };
    }

    private static @Nullable JsonNode count(JsonNode written) {
        String digits = text(written).asString();
        return digits.matches("-?\\d{1,9}") ? JSON.getNodeFactory().numberNode(Integer.parseInt(digits)) : null;
    }

    private static @Nullable JsonNode uuid(JsonNode written) {
        try {
            return JSON.getNodeFactory()
                    .stringNode(UUID.fromString(text(written).asString()).toString());
        } catch (IllegalArgumentException another) {
            return null;
        }
    }

    /** A word the SDK does not know would be lost, and so a port-in under way. */
    private static JsonNode portIn(JsonNode written) {
        JsonNode word = text(written);
        return word.asString().isBlank() || PortInStatus.forValue(word.asString()) != null
                ? word
                : JSON.getNodeFactory().stringNode(Objects.requireNonNull(PortInStatus.UnknownFutureValue.getValue()));
    }
}

package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.readiness.Basis;
import dev.linekeeper.core.readiness.Finding;
import dev.linekeeper.core.readiness.Rule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The shapes that scripts rely on. A member without a value is null, never left out. */
record Json(Function<Explanation, String> wording) {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    ArrayNode findings(List<? extends Finding<?>> findings) {
        var array = MAPPER.createArrayNode();
        findings.forEach(finding -> array.add(finding(finding)));
        return array;
    }

    private ObjectNode finding(Finding<?> finding) {
        var rule = finding.rule();
        return MAPPER.createObjectNode()
                .put("rule", rule.id().value())
                .put("outcome", finding.outcome().name())
                .put("reason", wording.apply(finding.explanation().orElse(rule.titleText())))
                .put(
                        "remedy",
                        switch (finding.outcome()) {
                            case FAIL, WARN, MANUAL ->
                                rule.remedyText().map(wording).orElse(null);
                            case PASS, INFO, NA, UNKNOWN -> null;
                        })
                .put("source", source(rule));
    }

    /** Microsoft's page, or our reasoning marked as ours. */
    private String source(Rule<?> rule) {
        return switch (rule.basis()) {
            case Basis.Documented(var page) -> page.toString();
            case Basis.Inferred _ ->
                "inferred: " + rule.reasoningText().map(wording).orElseThrow();
        };
    }

    ObjectNode callerId(CallerId callerId) {
        return MAPPER.createObjectNode()
                .put("kind", callerId.kind().name())
                .put("number", text(callerId.number()))
                .put("source", callerId.source().map(Enum::name).orElse(null))
                .put("confidence", callerId.confidence().name())
                .set("caveats", texts(callerId.caveats().stream().map(wording).toList()));
    }

    ObjectNode emergency(EmergencyCallerId emergency) {
        return MAPPER.createObjectNode()
                .put("kind", emergency.kind().name())
                .set(
                        "numbers",
                        texts(emergency.numbers().stream()
                                .map(PhoneNumber::toString)
                                .toList()))
                .put("callback", emergency.callback().name())
                .put("confidence", emergency.confidence().name());
    }

    static ObjectNode step(Step step) {
        return MAPPER.createObjectNode()
                .put("step", step.name().name())
                .put("target", orNull(step.target()))
                .put("before", orNull(step.before()))
                .put("after", orNull(step.after()));
    }

    static String pretty(JsonNode answer) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    static ArrayNode texts(List<String> texts) {
        var array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    @SuppressWarnings("NullAway") // the JSON library writes null for null
    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @SuppressWarnings("NullAway") // as above
    private static String text(Optional<PhoneNumber> number) {
        return number.map(PhoneNumber::toString).orElse(null);
    }
}

package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.LineCallerId;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.emergency.EmergencyNotification;
import dev.linekeeper.core.emergency.EmergencyNumbers;
import dev.linekeeper.core.emergency.LocationSource;
import dev.linekeeper.core.emergency.PolicyEmergencyView.CallbackNumber;
import dev.linekeeper.core.emergency.SharedNumber;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.readiness.judgement.Basis;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.service.checkup.SetupCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON that scripts rely on: one shape for each type of the core whose components are not the members. A member without a value is null, never left out;
 * what could not be read is an object whose {@code unread} says why.
 */
public final class ShellJson {
    /** JSON without a shape for anything. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .build();

    private final Function<Explanation, String> wording;
    private final JsonMapper mapper;

    ShellJson(Function<Explanation, String> wording) {
        this.wording = wording;
        this.mapper = MAPPER.rebuild().addModule(shapes()).build();
    }

    /** An object with these members in this order: a name, its value, the next name … */
    public static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var at = 0; at < namesAndValues.length; at += 2) {
            members.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return members;
    }

    String pretty(Object answer) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    String inOneLine(Object answer) {
        return mapper.writeValueAsString(answer);
    }

    private SimpleModule shapes() {
        return new SimpleModule()
                .addSerializer(new JsonShape<>(Explanation.class, wording))
                .addSerializer(new JsonShape<Fact<?>>(
                        Fact.class, fact -> fact.fold(known -> known, why -> members("unread", why))))
                .addSerializer(new JsonShape<>(PhoneNumber.class, PhoneNumber::toString))
                .addSerializer(new JsonShape<>(NumberReservation.class, ShellJson::reservation))
                .addSerializer(new JsonShape<>(PolicyName.class, PolicyName::value))
                .addSerializer(new JsonShape<>(Country.class, Country::iso))
                .addSerializer(new JsonShape<Finding<?>>(Finding.class, this::finding))
                .addSerializer(new JsonShape<>(CallerId.class, ShellJson::callerId))
                .addSerializer(new JsonShape<>(
                        LineCallerId.class, it -> members("line", it.line().number(), "callerId", it.callerId())))
                .addSerializer(new JsonShape<>(
                        Line.class, it -> members("category", it.category(), "policy", it.sharedCalling())))
                .addSerializer(new JsonShape<>(EmergencyCallerId.class, ShellJson::emergencyCallerId))
                .addSerializer(new JsonShape<>(SharedNumber.class, ShellJson::sharedNumber))
                .addSerializer(new JsonShape<>(
                        EmergencyLocation.class, it -> members("place", it.description(), "address", it.address())))
                .addSerializer(new JsonShape<>(EmergencyNumbers.class, ShellJson::dialling))
                .addSerializer(new JsonShape<>(
                        EmergencyNumbers.DialledNumber.class,
                        it -> members("dialString", it.dialString(), "usage", it.usage(), "masks", it.masks())))
                .addSerializer(new JsonShape<>(EmergencyNotification.class, ShellJson::notice))
                .addSerializer(new JsonShape<>(LocationSource.class, LocationSource::text))
                .addSerializer(new JsonShape<>(
                        CallbackNumber.class,
                        it -> members("number", it.number(), "status", it.entry(), "alsoIn", it.alsoIn())))
                .addSerializer(new JsonShape<>(TelephoneNumber.class, TelephoneNumber::status))
                .addSerializer(new JsonShape<>(Step.class, ShellJson::step))
                .addSerializer(new JsonShape<>(SetupCheck.class, ShellJson::check));
    }

    private Object finding(Finding<?> finding) {
        var rule = finding.rule();
        return members(
                "rule",
                rule.id().value(),
                "outcome",
                finding.outcome(),
                "reason",
                finding.explanation().orElse(rule.titleText()),
                "remedy",
                switch (finding.outcome()) {
                    case FAIL, WARN, MANUAL -> rule.remedyText();
                    case PASS, INFO, NA, UNKNOWN -> Optional.empty();
                },
                "source",
                source(rule));
    }

    /** Microsoft's page, or our reasoning marked as ours. */
    private String source(Rule<?> rule) {
        return switch (rule.basis()) {
            case Basis.Documented(var page) -> page.toString();
            case Basis.Inferred _ ->
                "inferred: " + rule.reasoningText().map(wording).orElseThrow();
        };
    }

    private static Map<String, @Nullable Object> reservation(NumberReservation it) {
        return members(
                "number", it.number(),
                "for", it.whom().kind(),
                "name", it.whom().name(),
                "until", it.until().toString(),
                "by", it.by().value(),
                "reason", it.reason());
    }

    private static Object callerId(CallerId it) {
        return members(
                "kind", it.kind(),
                "number", it.number(),
                "source", it.source(),
                "confidence", it.confidence(),
                "caveats", it.caveats());
    }

    private static Object emergencyCallerId(EmergencyCallerId it) {
        return members(
                "kind", it.kind(),
                "numbers", it.numbers(),
                "callback", it.callback(),
                "confidence", it.confidence());
    }

    private static Object sharedNumber(SharedNumber it) {
        return members(
                "number", it.number(),
                "type", it.type().graphName(),
                "account", it.accountName(),
                "country", it.country(),
                "address", it.address());
    }

    private static Object dialling(EmergencyNumbers it) {
        return members(
                "policy",
                it.policy(),
                "from",
                switch (it.from()) {
                    case Assignment.Direct _ -> "direct";
                    case Assignment.ByGroup _ -> "group";
                    case Assignment.Inherited() -> "global";
                },
                "enhanced",
                it.enhanced(),
                "numbers",
                it.entries());
    }

    private static Object notice(EmergencyNotification it) {
        return members(
                "policy", it.policy(),
                "mode", it.mode(),
                "dialOut", it.dialOut(),
                "addressEntry", it.addressEntry(),
                "disclaimer", it.disclaimer(),
                "notified", it.notified(),
                "perNumber", it.perNumber());
    }

    private static Object step(Step it) {
        var members = members(
                "step", it.name(),
                "target", orNull(it.target()),
                "before", orNull(it.before()),
                "after", orNull(it.after()));
        if (it.change().orElse(null) instanceof Change.NumberChange number) {
            members.put("category", number.category());
        }
        return members;
    }

    private static Object check(SetupCheck it) {
        return members(
                "check", it.name().key(),
                "name", it.name(),
                "state", it.state(),
                "expected", it.expected(),
                "found", it.found(),
                "remedy", it.remedy(),
                "without", it.without());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Writes a type as something that is written already. */
    private static final class JsonShape<T> extends ValueSerializer<T> {
        private final Class<? super T> type;
        private final Function<T, ?> form;

        JsonShape(Class<? super T> type, Function<T, ?> form) {
            this.type = type;
            this.form = form;
        }

        @Override
        public Class<?> handledType() {
            return type;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writePOJO(form.apply(value));
        }
    }
}

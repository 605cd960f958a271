package dev.linekeeper.core.emergency;

import dev.linekeeper.core.callerid.Answering;
import dev.linekeeper.core.callerid.Answers;
import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.callerid.Confidence;
import dev.linekeeper.core.emergency.EmergencyCallerId.Kind;
import dev.linekeeper.core.readiness.CallbackNumberRules;
import dev.linekeeper.core.readiness.EmergencyCallbackRules;
import dev.linekeeper.core.readiness.EmergencyPlaceRules;
import dev.linekeeper.core.readiness.EmergencyRules;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.Rule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Follows an emergency call to the number it shows (src/docs/shared-calling.md). Caller ID policies play no part in it.
 */
final class EmergencyCallerIdReader {
    /** What Microsoft requires of callback numbers; where one fails, what a callback does is not supported. */
    private static final List<Rule<?>> CALLBACK_RULES =
            Stream.concat(CallbackNumberRules.ALL.stream(), Stream.of(EmergencyPlaceRules.SITE_POLICIES))
                    .<Rule<?>>map(rule -> rule)
                    .toList();

    /** What leaves the numbers as they are and their use in doubt. */
    private static final List<Rule<?>> DOUBTS = Stream.<Rule<?>>concat(
                    EmergencyRules.CALLS_MAY_FAIL.stream(), RoutingRules.CALLS_MAY_FAIL.stream())
            .toList();

    private final Report<PersonCase> audit;

    EmergencyCallerIdReader(Report<PersonCase> audit) {
        this.audit = audit;
    }

    EmergencyCallerId read() {
        return switch (CallPath.of(audit)) {
            case CallPath.Undetermined(var because) -> none(Kind.UNDETERMINED, because);
            case CallPath.Closed(var because) -> none(Kind.NOT_ABLE_TO_CALL, because);
            case CallPath.Own own -> own(own);
            case CallPath.Shared shared -> shared(shared);
        };
    }

    private EmergencyCallerId own(CallPath.Own path) {
        if (!path.routed()) {
            return none(Kind.UNDETERMINED, said("own-not-routed", path.number()));
        }
        var severalLines = audit.subject().person().lines().known().orElse(List.of()).size() > 1;
        var sure = path.sharedToo().isPresent() ? Confidence.MEDIUM : Confidence.HIGH;
        return new EmergencyCallerId(
                Kind.OWN_NUMBER,
                List.of(path.number()),
                EmergencyCallerId.Callback.PERSON,
                severalLines ? Confidence.LOW : sure,
                severalLines ? List.of(said("several-lines")) : List.of(),
                said("own", path.number()));
    }

    private EmergencyCallerId shared(CallPath.Shared path) {
        return switch (audit.outcome(EmergencyRules.HAS_NUMBERS)) {
            case FAIL -> none(Kind.NOT_ENABLED, audit.because(EmergencyRules.HAS_NUMBERS));
            case UNKNOWN -> none(Kind.UNDETERMINED, audit.because(EmergencyRules.HAS_NUMBERS));
            case PASS, WARN, MANUAL, INFO, NA ->
                path.policy().emergencyNumbers().isEmpty() ? noCallbackNumbers(path) : callbackNumbers(path);
        };
    }

    private EmergencyCallerId noCallbackNumbers(CallPath.Shared path) {
        return switch (audit.outcome(EmergencyCallbackRules.TOLL_FREE)) {
            case FAIL ->
                new EmergencyCallerId(
                        Kind.UNSUPPORTED,
                        List.of(),
                        EmergencyCallerId.Callback.UNSUPPORTED,
                        Confidence.HIGH,
                        List.of(),
                        audit.because(EmergencyCallbackRules.TOLL_FREE));
            case UNKNOWN -> none(Kind.UNDETERMINED, audit.because(EmergencyCallbackRules.TOLL_FREE));
            case PASS, WARN, MANUAL, INFO, NA -> doubted(path, accountNumber(path));
        };
    }

    private EmergencyCallerId accountNumber(CallPath.Shared path) {
        var number = path.number().number();
        return switch (Answers.of(path.account(), audit.subject().tenant())) {
            case Answering.Attendant(var name, _, _) ->
                account(
                        number,
                        EmergencyCallerId.Callback.AUTO_ATTENDANT,
                        Confidence.HIGH,
                        said("account.attendant", number, name));
            case Answering.Queue _ ->
                account(
                        number,
                        EmergencyCallerId.Callback.AUTO_ATTENDANT,
                        Confidence.HIGH,
                        said("account.queue", number));
            case Answering.Nobody _ ->
                account(number, EmergencyCallerId.Callback.NONE, Confidence.HIGH, said("account.nobody", number));
            case Answering.Unknown _, Answering.ThePerson _ ->
                account(number, EmergencyCallerId.Callback.NONE, Confidence.LOW, said("account.unread", number));
        };
    }

    private static EmergencyCallerId account(
            PhoneNumber number, EmergencyCallerId.Callback callback, Confidence confidence, Explanation because) {
        return new EmergencyCallerId(
                Kind.RESOURCE_ACCOUNT_NUMBER, List.of(number), callback, confidence, List.of(), because);
    }

    private EmergencyCallerId callbackNumbers(CallPath.Shared path) {
        var numbers = path.policy().emergencyNumbers();
        var listed = audit.subject().tenant().numbers().known();
        if (listed.isEmpty() || !listed.get().keySet().containsAll(numbers)) {
            return none(Kind.UNDETERMINED, said("not-listed", path.policy().name()));
        }
        var one = numbers.size() == 1;
        return doubted(
                path,
                new EmergencyCallerId(
                        one ? Kind.CALLBACK_NUMBER : Kind.CALLBACK_POOL,
                        numbers,
                        EmergencyCallerId.Callback.PERSON,
                        one ? Confidence.HIGH : Confidence.MEDIUM,
                        List.of(),
                        one ? said("one", numbers.getFirst()) : said("pool", numbers.size(), numbers)));
    }

    private EmergencyCallerId doubted(CallPath.Shared path, EmergencyCallerId answer) {
        var caveats = new ArrayList<Explanation>();
        if (path.contested()) {
            caveats.add(said("contested"));
        }
        var broken = explained(CALLBACK_RULES, Outcome.FAIL);
        caveats.addAll(broken);
        caveats.addAll(explained(CALLBACK_RULES, Outcome.UNKNOWN));
        caveats.addAll(explained(DOUBTS, Outcome.FAIL));
        caveats.addAll(explained(DOUBTS, Outcome.UNKNOWN));
        return new EmergencyCallerId(
                answer.kind(),
                answer.numbers(),
                broken.isEmpty() ? answer.callback() : EmergencyCallerId.Callback.UNSUPPORTED,
                caveats.isEmpty() ? answer.confidence() : Confidence.LOW,
                caveats,
                broken.isEmpty() ? answer.because() : said("unsupported", answer.numbers()));
    }

    private List<Explanation> explained(List<Rule<?>> rules, Outcome outcome) {
        return rules.stream()
                .filter(rule -> audit.outcome(rule) == outcome)
                .map(audit::because)
                .toList();
    }

    private static EmergencyCallerId none(Kind kind, Explanation because) {
        return new EmergencyCallerId(
                kind, List.of(), EmergencyCallerId.Callback.NONE, Confidence.LOW, List.of(), because);
    }

    private static Explanation said(String key, Object... arguments) {
        return Explanation.of("emergency.shown." + key, arguments);
    }
}

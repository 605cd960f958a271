package dev.linekeeper.core.emergency;

import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.callerid.CallPath.NoPath;
import dev.linekeeper.core.callerid.CallPath.OwnNumberPath;
import dev.linekeeper.core.callerid.CallPath.SharedCallingPath;
import dev.linekeeper.core.callerid.CallPath.UndeterminedPath;
import dev.linekeeper.core.callerid.CallRecipient;
import dev.linekeeper.core.callerid.CallRecipients;
import dev.linekeeper.core.callerid.Confidence;
import dev.linekeeper.core.emergency.EmergencyCallerId.EmergencyCallerIdKind;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.CallbackNumberRules;
import dev.linekeeper.core.readiness.EmergencyCallbackRules;
import dev.linekeeper.core.readiness.EmergencyPlaceRules;
import dev.linekeeper.core.readiness.EmergencyRules;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
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
    private static final List<Rule<?>> CALLBACK_RULES = Stream.concat(
                    CallbackNumberRules.ALL.stream(), Stream.of(EmergencyPlaceRules.SITE_POLICIES))
            .<Rule<?>>map(rule -> rule)
            .toList();

    /** The rules whose failure leaves the numbers as they are and their use in doubt. */
    private static final List<Rule<?>> DOUBTS = Stream.of(
                    EmergencyRules.CALLS_MAY_FAIL, RoutingRules.CALLS_MAY_FAIL, List.of(AccountRules.NUMBER))
            .<Rule<?>>flatMap(List::stream)
            .toList();

    private final Report<PersonCase> audit;

    EmergencyCallerIdReader(Report<PersonCase> audit) {
        this.audit = audit;
    }

    EmergencyCallerId read() {
        return switch (CallPath.of(audit)) {
            case UndeterminedPath(var because) -> none(EmergencyCallerIdKind.UNDETERMINED, because);
            case NoPath(var because) -> none(EmergencyCallerIdKind.NOT_ABLE_TO_CALL, because);
            case OwnNumberPath own -> own(own);
            case SharedCallingPath shared -> shared(shared);
        };
    }

    private EmergencyCallerId own(OwnNumberPath path) {
        if (!path.routed()) {
            return none(EmergencyCallerIdKind.UNDETERMINED, said("own-not-routed", path.number()));
        }
        var severalLines =
                audit.subject().person().lines().known().orElse(List.of()).size() > 1;
        var confidence = path.sharedToo().isPresent() ? Confidence.MEDIUM : Confidence.HIGH;
        return new EmergencyCallerId(
                EmergencyCallerIdKind.OWN_NUMBER,
                List.of(path.number()),
                EmergencyCallerId.Callback.PERSON,
                severalLines ? Confidence.LOW : confidence,
                severalLines ? List.of(said("several-lines")) : List.of(),
                said("own", path.number()));
    }

    private EmergencyCallerId shared(SharedCallingPath path) {
        return switch (audit.outcome(EmergencyRules.HAS_NUMBERS)) {
            case FAIL -> none(EmergencyCallerIdKind.NOT_ENABLED, audit.because(EmergencyRules.HAS_NUMBERS));
            case UNKNOWN -> none(EmergencyCallerIdKind.UNDETERMINED, audit.because(EmergencyRules.HAS_NUMBERS));
            case PASS, WARN, MANUAL, INFO, NA ->
                path.policy().emergencyNumbers().isEmpty() ? noCallbackNumbers(path) : callbackNumbers(path);
        };
    }

    private EmergencyCallerId noCallbackNumbers(SharedCallingPath path) {
        return switch (audit.outcome(EmergencyCallbackRules.TOLL_FREE)) {
            case FAIL ->
                new EmergencyCallerId(
                        EmergencyCallerIdKind.UNSUPPORTED,
                        List.of(),
                        EmergencyCallerId.Callback.UNSUPPORTED,
                        Confidence.HIGH,
                        List.of(),
                        audit.because(EmergencyCallbackRules.TOLL_FREE));
            case UNKNOWN -> none(EmergencyCallerIdKind.UNDETERMINED, audit.because(EmergencyCallbackRules.TOLL_FREE));
            case PASS, WARN, MANUAL, INFO, NA -> withDoubts(path, accountNumber(path));
        };
    }

    private EmergencyCallerId accountNumber(SharedCallingPath path) {
        var number = path.number().number();
        return switch (CallRecipients.of(path.account(), audit.subject().tenant())) {
            case CallRecipient.Attendant(var name, _, _) ->
                account(
                        number,
                        EmergencyCallerId.Callback.AUTO_ATTENDANT,
                        Confidence.HIGH,
                        said("account.attendant", number, name));
            case CallRecipient.Queue _ ->
                account(
                        number,
                        EmergencyCallerId.Callback.AUTO_ATTENDANT,
                        Confidence.HIGH,
                        said("account.queue", number));
            case CallRecipient.NobodyAnswers _ ->
                account(number, EmergencyCallerId.Callback.NONE, Confidence.HIGH, said("account.nobody", number));
            case CallRecipient.UnknownRecipient _, CallRecipient.CallerThemselves _ ->
                account(number, EmergencyCallerId.Callback.NONE, Confidence.LOW, said("account.unread", number));
        };
    }

    private static EmergencyCallerId account(
            PhoneNumber number, EmergencyCallerId.Callback callback, Confidence confidence, Explanation because) {
        return new EmergencyCallerId(
                EmergencyCallerIdKind.RESOURCE_ACCOUNT_NUMBER,
                List.of(number),
                callback,
                confidence,
                List.of(),
                because);
    }

    private EmergencyCallerId callbackNumbers(SharedCallingPath path) {
        var numbers = path.policy().emergencyNumbers();
        var listed = audit.subject().tenant().numbers().known();
        if (listed.isEmpty() || !listed.get().keySet().containsAll(numbers)) {
            return none(
                    EmergencyCallerIdKind.UNDETERMINED,
                    said("not-listed", path.policy().name()));
        }
        var one = numbers.size() == 1;
        return withDoubts(
                path,
                new EmergencyCallerId(
                        one ? EmergencyCallerIdKind.CALLBACK_NUMBER : EmergencyCallerIdKind.CALLBACK_POOL,
                        numbers,
                        EmergencyCallerId.Callback.PERSON,
                        one ? Confidence.HIGH : Confidence.MEDIUM,
                        List.of(),
                        one ? said("one", numbers.getFirst()) : said("pool", numbers.size(), numbers)));
    }

    private EmergencyCallerId withDoubts(SharedCallingPath path, EmergencyCallerId answer) {
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

    private static EmergencyCallerId none(EmergencyCallerIdKind kind, Explanation because) {
        return new EmergencyCallerId(
                kind, List.of(), EmergencyCallerId.Callback.NONE, Confidence.LOW, List.of(), because);
    }

    private static Explanation said(String key, Object... arguments) {
        return Explanation.of("emergency.shown." + key, arguments);
    }
}

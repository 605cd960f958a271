package dev.linekeeper.core.emergency;

import dev.linekeeper.core.callerid.Answering;
import dev.linekeeper.core.callerid.Answers;
import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.callerid.Confidence;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.ArrayList;
import java.util.List;

/** The second algorithm of domain.md §5. Caller ID policies play no part in it. */
final class EmergencyCallerIdReader {
    /** What Microsoft requires of callback numbers; where one fails, what a callback does is not supported. */
    private static final List<String> CALLBACK_RULES =
            List.of("POL-03", "POL-04", "POL-06", "POL-07", "POL-08", "POL-09", "POL-10", "EMG-09");

    /** What leaves the numbers as they are and their use in doubt. */
    private static final List<String> DOUBTS =
            List.of("EMG-02", "EMG-03", "EMG-04", "RES-08", "RES-12", "RES-14", "RES-15");

    private final Report<PersonCase> audit;

    EmergencyCallerIdReader(Report<PersonCase> audit) {
        this.audit = audit;
    }

    EmergencyCallerId read() {
        return switch (CallPath.of(audit)) {
            case CallPath.Unreadable(var because) -> none(EmergencyCallerId.Kind.UNDETERMINED, because);
            case CallPath.OtherCloud(var because) -> none(EmergencyCallerId.Kind.UNDETERMINED, because);
            case CallPath.Closed(var because) -> none(EmergencyCallerId.Kind.NOT_ABLE_TO_CALL, because);
            case CallPath.Own own -> own(own);
            case CallPath.Shared shared -> shared(shared);
        };
    }

    private EmergencyCallerId own(CallPath.Own path) {
        if (!path.routed()) {
            return none(EmergencyCallerId.Kind.UNDETERMINED, said("own-not-routed", path.number()));
        }
        var severalLines = audit.subject().person().lines().known().orElse(List.of()).size() > 1;
        var sure = path.sharedToo().isPresent() ? Confidence.MEDIUM : Confidence.HIGH;
        return new EmergencyCallerId(
                EmergencyCallerId.Kind.OWN_NUMBER,
                List.of(path.number()),
                EmergencyCallerId.Callback.PERSON,
                severalLines ? Confidence.LOW : sure,
                severalLines ? List.of(said("several-lines")) : List.of(),
                said("own", path.number()));
    }

    private EmergencyCallerId shared(CallPath.Shared path) {
        return switch (audit.outcome("EMG-01")) {
            case FAIL -> none(EmergencyCallerId.Kind.NOT_ENABLED, explained("EMG-01"));
            case UNKNOWN -> none(EmergencyCallerId.Kind.UNDETERMINED, explained("EMG-01"));
            case PASS, WARN, MANUAL, INFO, NA ->
                path.policy().emergencyNumbers().isEmpty() ? account(path) : callbackNumbers(path);
        };
    }

    private EmergencyCallerId account(CallPath.Shared path) {
        return switch (audit.outcome("POL-05")) {
            case FAIL -> new EmergencyCallerId(
                    EmergencyCallerId.Kind.UNSUPPORTED,
                    List.of(),
                    EmergencyCallerId.Callback.UNSUPPORTED,
                    Confidence.HIGH,
                    List.of(),
                    explained("POL-05"));
            case UNKNOWN -> none(EmergencyCallerId.Kind.UNDETERMINED, explained("POL-05"));
            case PASS, WARN, MANUAL, INFO, NA -> accountNumber(path);
        };
    }

    private EmergencyCallerId accountNumber(CallPath.Shared path) {
        var answering = Answers.of(path.account(), audit.subject().tenant());
        var number = path.number().number();
        return doubted(path, switch (answering) {
            case Answering.Attendant(var name, _, _) ->
                account(number, EmergencyCallerId.Callback.AUTO_ATTENDANT, Confidence.HIGH, said("account.attendant", number, name));
            case Answering.Queue _ ->
                account(number, EmergencyCallerId.Callback.AUTO_ATTENDANT, Confidence.HIGH, said("account.queue", number));
            case Answering.Nobody _ -> account(number, EmergencyCallerId.Callback.NONE, Confidence.HIGH, said("account.nobody", number));
            case Answering.Unknown _, Answering.ThePerson _ ->
                account(number, EmergencyCallerId.Callback.NONE, Confidence.LOW, said("account.unread", number));
        });
    }

    private static EmergencyCallerId account(
            PhoneNumber number, EmergencyCallerId.Callback callback, Confidence confidence, Explanation because) {
        return new EmergencyCallerId(
                EmergencyCallerId.Kind.RESOURCE_ACCOUNT_NUMBER, List.of(number), callback, confidence, List.of(), because);
    }

    private EmergencyCallerId callbackNumbers(CallPath.Shared path) {
        var numbers = path.policy().emergencyNumbers();
        var listed = audit.subject().tenant().numbers().known();
        if (listed.isEmpty() || !listed.get().keySet().containsAll(numbers)) {
            return none(EmergencyCallerId.Kind.UNDETERMINED, said("not-listed", path.policy().name()));
        }
        var one = numbers.size() == 1;
        return doubted(
                path,
                new EmergencyCallerId(
                        one ? EmergencyCallerId.Kind.CALLBACK_NUMBER : EmergencyCallerId.Kind.CALLBACK_POOL,
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

    private List<Explanation> explained(List<String> rules, Outcome outcome) {
        return rules.stream()
                .filter(rule -> audit.outcome(rule) == outcome)
                .map(this::explained)
                .toList();
    }

    private Explanation explained(String rule) {
        return audit.finding(rule).explanation().orElseThrow();
    }

    private static EmergencyCallerId none(EmergencyCallerId.Kind kind, Explanation because) {
        return new EmergencyCallerId(kind, List.of(), EmergencyCallerId.Callback.NONE, Confidence.LOW, List.of(), because);
    }

    private static Explanation said(String key, Object... arguments) {
        return Explanation.of("emergency.shown." + key, arguments);
    }
}

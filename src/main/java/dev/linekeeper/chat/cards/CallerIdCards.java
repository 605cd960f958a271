package dev.linekeeper.chat.cards;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.callerid.CallRecipient;
import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.callerid.LineCallerId;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people see when somebody calls them, in words. */
public final class CallerIdCards {
    private CallerIdCards() {}

    /** With what {@code asOf} says of when it was read. */
    public static Sheet of(String whose, Report<PersonCase> audit, Explanation asOf) {
        Sheet sheet = of(whose, audit.subject().person().displayName(), audit);
        return new Sheet(
                sheet.title(),
                sheet.tone(),
                sheet.verdict(),
                sheet.details(),
                Stream.concat(sheet.notes().stream(), Stream.of(asOf)).toList(),
                sheet.suggestions());
    }

    /**
     * What the rules say of a caller ID.
     *
     * @param whose {@code own} or {@code other}: the messages are {@code chat.caller-id.title.WHOSE} and those of the kinds
     *     under {@code chat.caller-id.WHOSE}
     */
    public static Sheet of(String whose, String name, Report<PersonCase> audit) {
        CallerId callerId = CallerIdResolver.normal(audit);
        EmergencyVerdict emergency = EmergencyVerdict.of(audit);
        var details = new ArrayList<Sheet.Detail>();
        callerId.callerName()
                .ifPresent(shown -> details.add(detail("chat.caller-id.name", Explanation.of("chat.name", shown))));
        callBack(callerId.answering()).ifPresent(answer -> details.add(detail("chat.caller-id.call-back", answer)));
        callerId.source()
                .ifPresent(source -> details.add(
                        detail("chat.caller-id.source", ConstantMessages.of("chat.caller-id.source", source))));
        details.add(detail("chat.caller-id.because", callerId.because()));
        details.add(detail("chat.caller-id.confidence", ConstantMessages.of("chat.confidence", callerId.confidence())));
        List<LineCallerId> lines = CallerIdResolver.lines(audit);
        if (lines.size() > 1) {
            lines.forEach(line -> details.add(new Sheet.Detail(
                    Explanation.of("chat.caller-id.line", line.line().number()), shown(line.callerId()))));
        }
        return new Sheet(
                Explanation.of("chat.caller-id.title." + whose, name),
                EmergencyDetails.worse(tone(callerId), emergency),
                EmergencyDetails.with(verdict(whose, name, callerId), emergency),
                details,
                Stream.concat(callerId.caveats().stream(), linePolicies(lines)).toList(),
                List.of(NoteCards.say("help")));
    }

    /** Which of several numbers has a Shared Calling policy of its own, or may have one. */
    private static Stream<Explanation> linePolicies(List<LineCallerId> lines) {
        return lines.size() < 2
                ? Stream.empty()
                : lines.stream()
                        .map(LineCallerId::line)
                        .flatMap(line -> line.sharedCalling()
                                .fold(
                                        policy -> policy
                                                .map(name -> Explanation.of(
                                                        "chat.caller-id.line-policy", line.number(), name))
                                                .stream(),
                                        why -> Stream.of(Explanation.of(
                                                "chat.caller-id.line-policy.unread", line.number(), why))));
    }

    private static Explanation verdict(String whose, String name, CallerId callerId) {
        String prefix = "chat.caller-id." + whose;
        return callerId.number()
                .map(number -> ConstantMessages.of(prefix, callerId.kind(), name, number))
                .orElseGet(() -> ConstantMessages.of(prefix, callerId.kind(), name));
    }

    private static Explanation shown(CallerId callerId) {
        return callerId.number()
                .map(number -> Explanation.of("chat.list", List.of(number)))
                .orElseGet(() -> ConstantMessages.of("chat.caller-id.kind", callerId.kind()));
    }

    private static Tone tone(CallerId callerId) {
        return switch (callerId.kind()) {
            case NUMBER, ANONYMOUS ->
                switch (callerId.confidence()) {
                    case HIGH -> Tone.GOOD;
                    case MEDIUM -> Tone.INFO;
                    case LOW -> Tone.WARNING;
                };
            case NOT_ABLE_TO_CALL -> Tone.STOP;
            case UNDETERMINED -> Tone.WARNING;
        };
    }

    private static Optional<Explanation> callBack(CallRecipient answering) {
        return switch (answering) {
            case CallRecipient.CallerThemselves() -> Optional.of(Explanation.of("chat.call-back.person"));
            case CallRecipient.Attendant(var name, var search, var operator) -> {
                Explanation found = search.map(how -> ConstantMessages.of("chat.call-back.search", how))
                        .orElseGet(() -> Explanation.of("chat.call-back.search.unread"));
                String key = operator.isPresent() ? "chat.call-back.attendant-operator" : "chat.call-back.attendant";
                yield Optional.of(Explanation.of(key, name, found));
            }
            case CallRecipient.Queue() -> Optional.of(Explanation.of("chat.call-back.queue"));
            case CallRecipient.NobodyAnswers() -> Optional.of(Explanation.of("chat.call-back.nobody"));
            case CallRecipient.UnknownRecipient() -> Optional.empty();
        };
    }
}

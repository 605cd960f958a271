package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.DiagnosisCards;
import dev.linekeeper.chat.cards.EmergencyCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.enquiry.OwnNextSteps;
import dev.linekeeper.core.diagnosis.Diagnosis;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.readiness.PolicyRules;
import dev.linekeeper.core.readiness.UserRules;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.tenant.reading.ShownPerson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What everybody may ask about themselves: whether they can call, which number is shown, what happens to emergency calls. */
record OwnCommands(TenantView tenant) {
    /** Whoever fails these first was never set up; whoever fails others was, and something is broken. */
    private static final Set<RuleId> LACKS_CALLING = Set.of(UserRules.VOICE_ON.id(), PolicyRules.ASSIGNED.id());

    private static final Suggestion EMERGENCY_READ =
            NoteCards.say("i have read my emergency card", "chat.emergency.read.button");

    List<Command> commands() {
        return List.of(
                command("my-calling")
                        .by(Role.USER)
                        .personal()
                        .reads()
                        .greeting()
                        .says(
                                "why can't i call",
                                "why (cant|cannot|can not|couldn't) i (call|dial|phone)"
                                        + " [(out|anyone|anybody|people|outside)]")
                        .answers(this::ownCalls),
                command("my-caller-id")
                        .by(Role.USER)
                        .personal()
                        .reads()
                        .greeting()
                        .says(
                                "what's my caller id",
                                "(what is|whats|show|show me|check) my (caller id|callerid|caller-id|outgoing"
                                        + " number|phone number|number)",
                                "what's my (callerid|caller-id|outgoing number|phone number|number)",
                                "my (caller id|callerid|caller-id|number|phone number)",
                                "(caller id|callerid|caller-id)",
                                "(which|what) number (do|will) (people|others|they|customers) see [when i call [them]]",
                                "(which|what) number (do i show|shows) [when i call]",
                                "what do (people|others|they|customers) see when i call [them]",
                                "how do (people|others|they|customers) call me back")
                        .answers(invocation -> aboutCaller(
                                invocation,
                                me -> OwnNextSteps.on(
                                        CallingCommands.callerId(tenant, "own", me),
                                        false,
                                        OwnNextSteps.WHY,
                                        OwnNextSteps.EMERGENCY))),
                command("my-emergency")
                        .by(Role.USER)
                        .personal()
                        .reads()
                        .greeting()
                        .says(
                                "emergency",
                                "[what (are|is)] my emergency [(settings|calls|calling|number)]",
                                "emergency (call|calls|calling|settings)",
                                "what happens (if|when) i (dial|call|ring) {digits}",
                                "(if|when) i (dial|call|ring) {digits}",
                                "what happens (if|when) i (dial|call|ring) (emergency|the emergency services)",
                                "(112|911|999|110)")
                        .answers(invocation -> aboutCaller(
                                invocation,
                                me -> OwnNextSteps.on(
                                        EmergencyCards.own(emergencyCalls(me.person()), invocation.text(Slot.DIGITS)),
                                        false,
                                        EMERGENCY_READ,
                                        OwnNextSteps.WHY))),
                command("emergency-read")
                        .by(Role.USER)
                        .personal()
                        .says(
                                "i have read my emergency card",
                                "(i've|i have|ive) read (my|the) emergency (card|calls|settings)")
                        .answers(invocation -> aboutCaller(invocation, me -> emergencyRead(invocation, me))));
    }

    private Answer aboutCaller(Invocation invocation, Function<ShownPerson, Answer> answer) {
        var me = invocation.caller().id();
        return tenant.shownInEffect(me)
                .map(answer)
                .map(about -> invocation.noted(me, about))
                .orElseGet(NoteCards::stranger);
    }

    /** Why the caller cannot call, who need not ask anybody to look. */
    private Answer ownCalls(Invocation invocation) {
        var me = invocation.caller().id();
        return tenant.shownInEffect(me)
                .map(inEffect -> inEffect.person().entry())
                .map(entry -> invocation.noted(me, ownDiagnosis(tenant.shown(entry))))
                .orElseGet(NoteCards::stranger);
    }

    private Answer ownDiagnosis(ShownPerson shown) {
        var snapshot = tenant.snapshot();
        Diagnosis diagnosis = Diagnosis.of(tenant.readiness(snapshot).audit(shown.person()));
        boolean lacksCalling = diagnosis
                .cause()
                .map(cause -> cause.rule().id())
                .filter(LACKS_CALLING::contains)
                .isPresent();
        return OwnNextSteps.on(
                DiagnosisCards.of(
                        Explanation.of("chat.why.own"),
                        shown.person().entry(),
                        diagnosis,
                        NoteCards.asOf(snapshot.asOf(), shown.asOf())),
                lacksCalling,
                OwnNextSteps.EMERGENCY,
                OwnNextSteps.CALLER_ID);
    }

    /** What was shown is looked up now: what a press says of it is not to be trusted. */
    private Answer emergencyRead(Invocation invocation, ShownPerson me) {
        var verdict = emergencyCalls(me.person()).verdict();
        invocation.attest(
                Map.of("read", "emergency card", "verdict", verdict.level().name()));
        return NoteCards.of(Tone.INFO, "chat.emergency.read");
    }

    private EmergencyView emergencyCalls(Person person) {
        return EmergencyView.of(tenant.readiness(tenant.snapshot()).audit(person));
    }
}

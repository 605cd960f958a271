package dev.linekeeper.chat.override;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.GapLine;
import dev.linekeeper.core.override.OverrideState.OverrideAsked;
import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import dev.linekeeper.core.override.OverrideState.OverrideOver;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/** What is said of an override. */
record OverrideTexts(DisplayNames names) {
    Explanation title(EmergencyOverride override) {
        return say("title", names.of(override.person()), override.gap().policy());
    }

    /** The line on every card of the person: until when, by whom, why. */
    Explanation note(EmergencyOverride override) {
        return say("note", override.gap().rules(), last(override), approvers(override), override.reason());
    }

    static String state(EmergencyOverride override) {
        return switch (override.state()) {
            case OverrideAsked _ -> "OVERRIDE_ASKED";
            case OverrideInForce _ -> "OVERRIDE_IN_FORCE";
            case OverrideOver it -> "OVERRIDE_" + it.how().name();
        };
    }

    Explanation status(EmergencyOverride override) {
        return switch (override.state()) {
            case OverrideAsked _ ->
                say("status.asked", override.approvals().size(), EmergencyOverride.APPROVALS, override.decideBy());
            case OverrideInForce(var since, _) ->
                say("status.in-force", approvers(override), since, last(override));
            case OverrideOver(var how, var by, var why, var at) ->
                by.map(who -> say("status." + how, names.of(who), at, why)).orElseGet(() -> say("status." + how, at));
        };
    }

    /** A rule with what it says. */
    static Explanation line(GapLine line) {
        return say("line", line.rule(), line.says());
    }

    private List<Explanation> approvers(EmergencyOverride override) {
        return override.approvals().stream()
                .map(Approval::by)
                .map(names::of)
                .map(RequestCards::name)
                .toList();
    }

    private static Object last(EmergencyOverride override) {
        return override.days().end().orElseThrow();
    }

    static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.override." + key, arguments);
    }
}

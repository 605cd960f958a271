package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions about a plan for somebody whose Shared Calling policy is another than the sentence took for granted. */
public final class OtherPolicyCards {
    private OtherPolicyCards() {}

    /** The Shared Calling policy that applied when the plan was made. */
    public static Optional<PolicyName> policyNow(Plan plan) {
        return Optional.ofNullable(plan.before().policies().get(PolicyKind.SHARED_CALLING))
                .map(held -> held.policy());
    }

    /** Asks by the messages {@code KEY.title} and {@code KEY.text} whether to go on; {@code named} is the policy of the sentence. */
    public static Answer of(String key, String name, Plan plan, PolicyName named, Suggestion goOn) {
        var leave = new ButtonPress(CommandVerbs.LEAVE, Map.of());
        return new Answer.Note(
                Tone.INFO,
                Explanation.of(key + ".title", name, now(plan)),
                Explanation.of(key + ".text", name, now(plan), named),
                List.of(goOn, new Suggestion(Explanation.of("chat.other-policy.leave"), "", leave)));
    }

    /** The same in a list of people. */
    public static Row row(String name, Plan plan, PolicyName to, ButtonPress move) {
        return new Row(
                Tone.WARNING,
                RequestCards.name(name),
                Explanation.of("chat.other-policy.row", now(plan), to),
                Optional.of(move));
    }

    private static String now(Plan plan) {
        return policyNow(plan).map(PolicyName::value).orElse("–");
    }
}

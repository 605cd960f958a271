package dev.linekeeper.chat.groups;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.numbers.NumberPolicyCommands;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;

/** The question to whom a policy is to be granted, where a sentence names the policy alone. */
final class ToWhom {
    private ToWhom() {}

    static Answer is(PolicyName policy, Invocation invocation) {
        return new Answer.WhichOne(
                Explanation.of("chat.grant.to-whom", policy),
                List.of(
                        option(CommandVerbs.ENROL, policy, invocation),
                        option(GrantCommands.GRANT, policy, invocation),
                        option(NumberPolicyCommands.GRANT, policy, invocation)),
                false);
    }

    private static Option option(String verb, PolicyName policy, Invocation invocation) {
        return new Option(
                Wording.of(invocation.caller().locale()).say(Explanation.of("chat.grant.to-whom." + verb)),
                "",
                ChatInput.press(verb, Slot.POLICY, policy.value()));
    }
}

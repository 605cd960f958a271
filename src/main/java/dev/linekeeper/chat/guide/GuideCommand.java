package dev.linekeeper.chat.guide;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.grammar.Spelling;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The command that answers from Microsoft's pages, and reads nothing of the tenant. */
public final class GuideCommand {
    static final String VERB = "guide";
    private static final int SUGGESTED = 5;

    private GuideCommand() {}

    public static Command statement() {
        return command(VERB)
                .by(Role.HELPDESK, Role.ADMIN, Role.APPROVER, Role.AUDITOR, Role.OWNER)
                .reads()
                .says("guide {topic}", "guide", "[the] guide (to|on|about|for) {topic}", "guide topics")
                .offers(Slot.TOPIC)
                .answers(GuideCommand::guide);
    }

    private static Answer guide(Invocation invocation) {
        Wording reader = Wording.of(invocation.caller().locale());
        return rule(invocation)
                .or(() -> invocation
                        .text(Slot.TOPIC)
                        .<Answer>map(text -> GuideTopic.named(text, reader)
                                .<Answer>map(GuideCards::of)
                                .orElseGet(() -> nearest(text, reader, invocation))))
                .orElseGet(GuideCards::topics);
    }

    /** What one rule says, named by its id, be it typed for a topic or by itself. */
    private static Optional<Answer> rule(Invocation invocation) {
        return Stream.of(Slot.RULE_ID, Slot.TOPIC)
                .flatMap(slot -> invocation.text(slot).stream())
                .map(id -> id.replace(' ', '-'))
                .flatMap(id -> Readiness.rules().stream()
                        .filter(rule -> AnyCase.same(rule.id().value(), id)))
                .findFirst()
                .map(GuideCards::of);
    }

    private static Answer nearest(String text, Wording reader, Invocation invocation) {
        return new Answer.WhichOne(
                Explanation.of("chat.guide.no-such-topic", text),
                Arrays.stream(GuideTopic.values())
                        .sorted(Comparator.comparingInt(topic -> distance(text, topic, reader)))
                        .limit(SUGGESTED)
                        .map(topic -> new Option(
                                reader.say(GuideCards.title(topic)),
                                "",
                                invocation.buttonWith(Slot.TOPIC, topic.name())))
                        .toList(),
                true);
    }

    private static int distance(String text, GuideTopic topic, Wording reader) {
        return topic.names(reader)
                .mapToInt(name -> Spelling.distance(AnyCase.folded(name), AnyCase.folded(text)))
                .min()
                .orElseThrow();
    }
}

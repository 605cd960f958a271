package dev.linekeeper.chat.guide;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.readiness.judgement.Basis;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Explanation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The topics, and one of them: what is so on the right, who says so on the left. */
final class GuideCards {
    private GuideCards() {}

    static Listing topics() {
        var rows = Arrays.stream(GuideTopic.values())
                .map(topic -> new Row(
                        Tone.INFO,
                        title(topic),
                        Explanation.of("chat.guide.about." + topic),
                        Optional.of(ChatInput.press(GuideCommand.VERB, Slot.TOPIC, topic.name()))))
                .toList();
        return ListingCards.of(Explanation.of("chat.guide.title"), Explanation.of("chat.guide.text"), rows);
    }

    static Sheet of(GuideTopic topic) {
        return new Sheet(
                title(topic),
                Tone.INFO,
                Explanation.of("chat.guide.about." + topic),
                Stream.concat(
                                topic.facts().stream().map(GuideCards::fact),
                                topic.rules().stream().map(GuideCards::rule))
                        .toList(),
                topic == GuideTopic.EMERGENCY || topic == GuideTopic.CALLBACK
                        ? List.of(Explanation.of("emergency.limit.configuration-only"))
                        : List.of(),
                Stream.concat(further(topic), Stream.of(NoteCards.say("guide"))).toList());
    }

    /** What a rule asks for, when it does not hold, and what to do then. */
    static Sheet of(Rule<?> rule) {
        return new Sheet(
                Explanation.of("chat.guide.rule.title", rule.id().value(), rule.titleText()),
                Tone.INFO,
                rule.whenText(),
                Stream.concat(
                                rule.remedyText().stream()
                                        .map(remedy -> new Detail(Explanation.of("chat.guide.rule.remedy"), remedy)),
                                Stream.of(rule(rule)))
                        .toList(),
                List.of(),
                List.of(NoteCards.say("guide")));
    }

    static Explanation title(GuideTopic topic) {
        return Explanation.of("chat.guide.topic." + topic);
    }

    private static Stream<Suggestion> further(GuideTopic topic) {
        return switch (topic) {
            case COST -> Stream.of(NoteCards.say("cost"));
            case CALLBACK -> Stream.of(NoteCards.say("forecast"));
            case EMERGENCY -> Stream.of(NoteCards.say("guide callback numbers"));
            case REQUIREMENTS -> Stream.of(NoteCards.say("set up"));
            case CONSIDERATIONS, BENEFITS, SUPPORT, LICENCES, NUMBERS, CALLER_ID -> Stream.empty();
        };
    }

    private static Detail fact(GuideFact fact) {
        return new Detail(
                fact.page()
                        .map(page -> Explanation.of("chat.guide.page", page))
                        .orElseGet(() -> Explanation.of("chat.guide.ours")),
                Explanation.of("chat.guide.fact." + fact));
    }

    /** The rule's own title, under its id. */
    private static Detail rule(Rule<?> rule) {
        String id = rule.id().value();
        return new Detail(
                switch (rule.basis()) {
                    case Basis.Documented(var page) -> Explanation.of("chat.guide.rule", id, page);
                    case Basis.Inferred _ -> Explanation.of("chat.guide.rule.ours", id);
                },
                Explanation.of("chat.guide.checked", rule.titleText()));
    }
}

package dev.linekeeper.chat.attestation;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.core.attestation.TestCallTask;
import dev.linekeeper.core.attestation.TestCallTask.TestCallOutcome;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.attestation.TestCallDesk;
import dev.linekeeper.service.digest.NewsItem;
import java.util.List;
import java.util.Optional;

/** The cards of test calls: the task, the list, and the news of one that did not work, which names nobody. */
public record TestCallCards(TestCallLines lines) implements NewsCards {
    @Override
    public String kind() {
        return TestCallDesk.KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        return lines.store()
                .find(new RequestId(Long.parseLong(item.subject())))
                .<Answer>map(call -> new Answer.Note(
                        Tone.WARNING,
                        Explanation.of("chat.test-call.failed.title", TestCallLines.where(call)),
                        Explanation.of("chat.test-call.failed.text"),
                        List.of(
                                NoteCards.say("emergency " + call.policy()),
                                NoteCards.say("test call " + call.policy()))))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.test-call.none"));
    }

    /** What is to be done, with a button for each way it can end; or how it ended. */
    Sheet task(TestCallTask call) {
        boolean open = call.said().isEmpty();
        return new Sheet(
                Explanation.of("chat.test-call.title", TestCallLines.where(call), call.id()),
                open ? Tone.INFO : tone(call.said().orElseThrow().outcome()),
                call.said()
                        .map(said -> lines.result(call, said))
                        .orElseGet(() -> Explanation.of("chat.test-call.do." + (call.echo() ? "echo" : "operator"))),
                call
                        .said()
                        .filter(said -> !said.note().isBlank())
                        .map(said -> Sheet.detail("chat.test-call.note", Explanation.of("chat.name", said.note())))
                        .stream()
                        .toList(),
                List.of(Explanation.of("chat.test-call.limit")),
                open ? buttons(call) : List.of(NoteCards.say("test calls")));
    }

    private static List<Suggestion> buttons(TestCallTask call) {
        return List.of(
                button(call, TestCallOutcome.WORKED, "worked"),
                button(call, TestCallOutcome.FAILED, "did not work"),
                button(call, TestCallOutcome.NOT_MADE, "was not made"));
    }

    private static Suggestion button(TestCallTask call, TestCallOutcome outcome, String words) {
        return new Suggestion(
                Explanation.of("chat.test-call.button." + outcome),
                "test call %d %s".formatted(call.id().number(), words),
                ChatInput.press(
                        TestCallCommands.verb(outcome),
                        Slot.REQUEST,
                        Long.toString(call.id().number())));
    }

    Answer.Listing list(List<TestCallTask> calls) {
        return ListingCards.of(
                Explanation.of("chat.test-call.list.title"),
                Explanation.of("chat.test-call.list.text", calls.size()),
                calls.stream()
                        .map(call -> new Answer.Listing.Row(
                                call.said().map(said -> tone(said.outcome())).orElse(Tone.INFO),
                                Explanation.of("chat.test-call.title", TestCallLines.where(call), call.id()),
                                call.said()
                                        .map(said -> lines.result(call, said))
                                        .orElseGet(() -> Explanation.of("chat.test-call.open")),
                                Optional.empty()))
                        .toList());
    }

    private static Tone tone(TestCallOutcome outcome) {
        return outcome == TestCallOutcome.FAILED ? Tone.WARNING : Tone.INFO;
    }
}

package dev.linekeeper.adapter.teams.cards;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.files.FileOffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Renders answers as Adaptive Cards in the reader's language. Thread-safe. */
public final class AnswerCards {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final CardTemplates templates = new CardTemplates();
    private final CardData data = new CardData();

    /** The card of an answer for a reader; telephone numbers are masked where others read along. */
    public RenderedCard render(Answer answer, Caller caller) {
        if (answer instanceof Answer.OfferedFile(FileOffer file)) {
            return render(NoteCards.offered(file), caller);
        }
        Wording wording = Wording.of(caller.locale()).quoting(Markdown::quote).timing(AnswerCards::local);
        Wording shown = caller.othersReadAlong() ? wording.masking() : wording;
        byte[] expanded = templates
                .find(answer.getClass(), shown)
                .expand(data.of(answer, shown))
                .utf8();
        List<String> lines = PlainText.lines(expanded);
        ObjectNode summary = MAPPER.createObjectNode()
                .put("fallbackText", String.join(" · ", lines.stream().limit(3).toList()))
                .put("speak", String.join(" ", lines.stream().limit(2).toList()))
                .put("lang", shown.locale().getLanguage());
        return new RenderedCard(joined(expanded, MAPPER.writeValueAsBytes(summary)), String.join("\n", lines));
    }

    /** One JSON object with the properties of two, neither of them empty. */
    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length - 1);
        both[first.length - 1] = ',';
        System.arraycopy(second, 1, both, first.length, second.length - 1);
        return both;
    }

    /** A time that the client shows in the reader's time zone. */
    private static String local(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return "{{DATE(" + second + ",SHORT)}} {{TIME(" + second + ")}}";
    }
}

package dev.linekeeper.adapter.teams.cards;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Wording;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows answers as Adaptive Cards, in the reader's language and as the place allows. */
public final class AnswerCards {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final CardTemplates templates = new CardTemplates();
    private final CardData data = new CardData();

    /** The card of an answer for the eyes of the caller; where others read along, telephone numbers are masked. */
    public RenderedCard render(Answer answer, Caller caller) {
        Wording wording = Wording.of(caller.locale()).quoting(Markdown::quote).timing(AnswerCards::local);
        Wording fitting = caller.othersReadAlong() ? wording.masking() : wording;
        byte[] expanded = templates
                .find(answer.getClass(), fitting)
                .expand(data.of(answer, fitting))
                .utf8();
        List<String> lines = PlainText.lines(expanded);
        ObjectNode summary = MAPPER.createObjectNode()
                .put("fallbackText", String.join(" · ", lines.stream().limit(3).toList()))
                .put("speak", String.join(" ", lines.stream().limit(2).toList()))
                .put("lang", fitting.locale().getLanguage());
        return new RenderedCard(joined(expanded, MAPPER.writeValueAsBytes(summary)), String.join("\n", lines));
    }

    /** One object of the properties of two; neither is empty. */
    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length - 1);
        both[first.length - 1] = ',';
        System.arraycopy(second, 1, both, first.length, second.length - 1);
        return both;
    }

    /** A time the reader's own client turns into theirs. */
    private static String local(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return "{{DATE(%s,SHORT)}} {{TIME(%s)}}".formatted(second, second);
    }
}

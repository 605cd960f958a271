package dev.linekeeper.adapter.teams;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Wording;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows answers as Adaptive Cards, in the reader's language and as the place allows. */
public final class Cards {
    private final CardTemplates templates = new CardTemplates();
    private final CardData data = new CardData();

    /** The card of an answer for the eyes of the caller; where others read along, telephone numbers are masked. */
    public Card render(Answer answer, Caller caller) {
        Wording wording = Wording.of(caller.locale()).quoting(Markdown::quote).timing(Cards::local);
        Wording fitting = caller.othersReadAlong() ? wording.masking() : wording;
        JsonNode expanded = templates
                .find(answer.getClass(), fitting)
                .expand(data.of(answer, fitting))
                .tree();
        List<String> lines = PlainText.lines(expanded);
        var card = (ObjectNode) expanded;
        card.put("fallbackText", String.join(" · ", lines.stream().limit(3).toList()));
        card.put("speak", String.join(" ", lines.stream().limit(2).toList()));
        card.put("lang", fitting.locale().getLanguage());
        return new Card(card.toString(), String.join("\n", lines));
    }

    /** A time the reader's own client turns into theirs. */
    private static String local(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return "{{DATE(%s,SHORT)}} {{TIME(%s)}}".formatted(second, second);
    }
}

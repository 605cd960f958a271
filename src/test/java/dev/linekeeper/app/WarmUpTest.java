package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.chat.engine.CommandBook;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final WarmUp warmUp = new WarmUp(new CommandBook(List.of()), new CardRenderer(new AnswerCards()));

    @Test
    void goesAllTheWayToAnActivityWithACard() {
        var answer = warmUp.answer("what's my caller ID");

        assertThat(answer).contains(CardActivity.ADAPTIVE_CARD, "I did not understand that");
    }
}

package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Ask;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardsTest {
    private final Cards cards = new Cards();
    private final Caller ana = new Caller(new UserId("ana"), "tenant", Locale.UK, Caller.Place.PERSONAL);

    @Test
    void help_lists_what_may_be_said() {
        Card card = cards.render(new Answer.Help(List.of(new Answer.Help.Line("enrol PEOPLE with POLICY [because REASON]", "help"))), ana);

        for (Answer answer : List.of(
                new Answer.Hello(Optional.of("*Ana* ${x} [a](http://b)"), List.of()),
                new Answer.Hello(Optional.empty(), List.of()),
                new Answer.Sorry("7f3a"),
                new Answer.NotAllowed("enrol", Explanation.of("chat.list", List.of(Role.ADMIN, Role.OWNER))),
                new Answer.Note(Answer.Tone.STOP, Explanation.of("chat.too-long.title"), Explanation.of("chat.too-long.text", 2000), List.of(new Answer.Suggestion(Explanation.of("chat.say", "help"), "help", new Ask.Pressed("help", Map.of())))),
                new Answer.WhoAmI(Optional.of(new DirectoryEntry(new UserId("a"), "ana@contoso.example", "Ana", Optional.empty(), Fact.missing("x"), Fact.missing("x"), Fact.missing("x"))), List.of(Role.USER, Role.ADMIN), List.of(Role.OWNER)),
                new Answer.DidYouMean("chek adele", "check adele"),
                new Answer.WhichOne(Explanation.of("chat.say", "Who"), List.of(new Answer.WhichOne.Option("Adele", "Sales", new Ask.Pressed("check", Map.of("thing", "x")))), true),
                new Answer.Form("enrol", Explanation.of("chat.say", "Enrol"), List.of(new Answer.Field(Slot.PEOPLE, true, "*a*", List.of()), new Answer.Field(Slot.POLICY, true, "SC", List.of(new Answer.Choice("SC_1", "SC_1")))), "enrol ADELE"))) {
            Card each = cards.render(answer, ana);
        }
        assertThat(card.json()).contains("1.5");
    }
}

package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody is set up like a colleague: Joni is under Seattle. */
class LikeColleagueTest {
    private static final String LIKE_JONI = "enrol megan.bowen@contoso.example like joni.sherman@contoso.example";

    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    @AfterEach
    void close() {
        chat.close();
    }

    private static Caller admin(Locale language) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get("admin").objectId()),
                SentencesByRole.CONTOSO,
                language,
                Caller.ConversationType.PERSONAL);
    }

    private Answer says(String sentence) {
        return chat.chat().answer(admin(Locale.ENGLISH), new ChatInput.TypedText(sentence));
    }

    private List<Request> asked() {
        return chat.store().requests().latest(10);
    }

    private static String text(Answer answer, Locale language) {
        return new AnswerCards().render(answer, admin(language)).fallback();
    }

    @Test
    void the_policy_of_the_colleague_is_named_and_sent_by_a_button_alone() {
        var sheet = (Sheet) says(LIKE_JONI + " because same desk");
        assertThat(text(sheet, Locale.ENGLISH)).contains("Megan Bowen like Joni Sherman: Seattle", "Shared Calling");
        assertThat(asked()).isEmpty();

        assertThat(chat.chat()
                        .answer(
                                admin(Locale.ENGLISH),
                                sheet.suggestions().getFirst().press()))
                .isInstanceOf(RequestCard.class);

        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.terms().plan().policy()).contains(new PolicyName("Seattle"));
            assertThat(request.terms().reason()).isEqualTo("same desk");
        });
    }

    @Test
    void what_is_not_changed_and_stays_different_is_said() {
        var joni = chat.tenant()
                .ports()
                .directory()
                .findByPrincipalName("joni.sherman@contoso.example")
                .orElseThrow();
        chat.tenant()
                .ports()
                .policyGrants()
                .grant(joni.id(), PolicyKind.CALLING_LINE_IDENTITY, new PolicyName("Anonymous"), new ChangeKey("x", 1));

        var sheet = (Sheet) says(LIKE_JONI);

        assertThat(text(sheet, Locale.ENGLISH))
                .contains("Caller ID policy stays different: Global, the colleague's is Anonymous.");
        assertThat(text(sheet, Locale.GERMAN)).contains("bleibt verschieden");
        assertThat(text(sheet, Locale.FRENCH)).contains("reste diff\u00e9rent");
    }

    @Test
    void like_somebody_without_shared_calling_there_is_nothing_to_do() {
        assertThat(((Note) says("enrol megan.bowen@contoso.example like adele.vance@contoso.example"))
                        .title()
                        .key())
                .isEqualTo("chat.like.none.title");
        assertThat(asked()).isEmpty();
    }

    @Test
    void who_is_so_already_is_told() {
        assertThat(((Note) says("enrol joni.sherman@contoso.example the same as joni.sherman@contoso.example"))
                        .title()
                        .key())
                .isEqualTo("chat.asked.nothing-to-do.title");
    }
}

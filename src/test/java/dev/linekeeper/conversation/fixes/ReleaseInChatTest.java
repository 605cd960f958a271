package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.requests.House;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the release of a number would come to is said before anybody does it, and nothing is done by asking. */
class ReleaseInChatTest {
    private final GovernedChat chat = new GovernedChat();

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void whose_number_it_is_says_what_would_be_lost_and_whose_job_it_is() {
        var before = chat.tenant().numbers().known().orElseThrow().keySet();

        Map.ofEntries(
                        entry("release number +14255550171", "change policy Seattle remove callback +14255550171"),
                        entry("release +14255550100", "the account fails RES-04"),
                        entry("free the number +14255550140", "Release the own number +14255550140"),
                        entry("release number +14255550180", "a further line of the person"),
                        entry("release number +442079460130", "New-CsOnlineTelephoneNumberReleaseOrder"),
                        entry("release number +442079469999", "There is nothing to release"),
                        entry("release number banana", "no telephone number"))
                .forEach((sentence, says) ->
                        assertThat(text(chat.asks(sentence))).as(sentence).contains(says));
        assertThat(chat.asks("release a number")).isInstanceOf(Answer.Form.class);
        assertThat(chat.says(House.ADELE, "release number +14255550171")).isInstanceOf(Answer.NotAllowed.class);

        assertThat(chat.requests()).isEmpty();
        assertThat(chat.tenant().numbers().known().orElseThrow().keySet()).isEqualTo(before);
    }

    /** The person's own request, with its rules, and not a second way. */
    @Test
    void a_main_number_leads_to_the_request_that_enrols_the_person_and_gives_it_back() {
        var card = (Answer.Sheet) chat.asks("release number +14255550140");

        var press = card.suggestions().getFirst().press();
        assertThat(press.inputs())
                .containsEntry(Slot.CHOICE.key(), "yes")
                .containsEntry(Slot.NUMBER.key(), "+14255550140");
        assertThat(chat.requests()).isEmpty();
        chat.presses(press);
        assertThat(chat.requests()).singleElement().satisfies(it -> {
            assertThat(it.terms().releaseNumber()).isTrue();
            assertThat(it.terms().plan().policy()).contains(new PolicyName("Seattle"));
        });
    }
}

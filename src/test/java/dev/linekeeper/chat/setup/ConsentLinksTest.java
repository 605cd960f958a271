package dev.linekeeper.chat.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an administrator consents. */
class ConsentLinksTest {
    @Test
    void each_registration_has_one_link_in_its_own_tenant() {
        var card = (Script) new ConsentLinks("contoso-id", List.of("reads-id", "writes-id", "writes-id")).card();

        assertThat(card.lines())
                .containsExactly(
                        "https://login.microsoftonline.com/contoso-id/adminconsent?client_id=reads-id",
                        "https://login.microsoftonline.com/contoso-id/adminconsent?client_id=writes-id");
    }

    @Test
    void where_there_is_no_registration_it_says_so() {
        assertThat(new ConsentLinks("contoso-id", List.of()).card())
                .isInstanceOfSatisfying(
                        Note.class, note -> assertThat(note.title().key()).isEqualTo("chat.setup.no-consent.title"));
    }
}

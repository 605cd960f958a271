package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.linekeeper.simulator.playground.Chromium;
import dev.linekeeper.simulator.playground.PlaygroundPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a newcomer does in the first five minutes, in a real browser against the whole application. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class BrowserJourneyTest {
    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void aPlaceOfItsOwn(DynamicPropertyRegistry settings) {
        settings.add("linekeeper.data-folder", data::toString);
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + data.resolve("linekeeper"));
    }

    @Test
    void enrol_approve_as_somebody_else_check_ask_for_the_caller_id_undo_and_send_and_take_files() {
        try (var chromium = Chromium.start();
                var context = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-US"))) {
            var page = PlaygroundPage.open(context.newPage(), "http://localhost:" + port, "ana.ruiz");
            page.say("enrol adele with London because joins the sales desk");
            page.shows("Adele Vance, Sales?");
            page.press("Yes");
            page.shows("Enrol Adele Vance");

            page.become("lee.chen");
            page.press("Approve");
            page.shows("done and read back");

            page.become("ana.ruiz");
            var request = page.requestOf("Enrol Adele Vance");
            page.say("check adele");
            page.shows("Adele Vance");
            page.shows("London");

            page.become("adele.vance");
            page.say("what's my caller ID");
            page.shows("+44 20 7946 0100");

            page.become("ana.ruiz");
            page.say("undo " + request + " because it was a trial");
            page.shows("Undo");
            page.become("priya.nair");
            page.shows("Undo for Adele Vance"); // else hers may come with the first approval in it, and is not edited
            page.become("lee.chen");
            page.press("Approve");
            page.shows("What is lost");
            page.press("Yes, approve");
            page.shows("1 of 2");
            page.become("priya.nair");
            page.showsEdited("1 of 2"); // a card's own refresh says so earlier, and what is pressed then is asked anew
            page.press("Approve");
            page.press("Yes, approve");
            page.shows("Taken back by");

            page.become("adele.vance");
            page.say("what's my caller ID");
            page.shows("cannot call");

            page.become("ana.ruiz");
            page.drop("people.csv", "UserPrincipalName\r\nmegan.bowen@contoso.example\r\n");
            page.say("enrol these with London");
            page.shows("the file people.csv");
            page.say("enrol megan.bowen@contoso.example and alex.wilber@contoso.example with Seattle");
            page.say("result " + page.requestOf("Enrol 2 people"));
            page.answerOffer("Allow");
            page.shows("is in your OneDrive");
            assertThat(page.save(".csv"))
                    .startsWith("\uFEFFrequest,user,name")
                    .contains("megan.bowen@contoso.example", "alex.wilber@contoso.example");
            assertThat(page.complaints()).isEmpty();
        }
    }
}

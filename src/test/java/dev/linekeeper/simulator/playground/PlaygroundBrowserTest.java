package dev.linekeeper.simulator.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, against a scripted bot. */
class PlaygroundBrowserTest {
    private static Chromium chromium;
    private static PlaygroundServer server;
    private BrowserContext context;
    private PlaygroundPage page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = PlaygroundServer.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            server.close();
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        server.startOver();
        context = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-US"));
        page = PlaygroundPage.open(context.newPage(), server.url(), "megan");
    }

    @AfterEach
    void nothing_went_wrong_in_the_page() {
        server.bot().down = false;
        assertThat(page.complaints()).isEmpty();
        context.close();
    }

    @Test
    void a_visitor_is_greeted_and_shown_what_to_try() {
        page.startOver();
        page.shows("Hello Megan Bowen");
        assertThat(page.browser().locator(".toast")).hasCount(0);
        assertThat(page.browser().getByText("No tenant connected. Nothing leaves this machine."))
                .isVisible();
        page.browser()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("whoami"))
                .click();
        page.shows("You said: whoami");
    }

    @Test
    void a_form_sends_its_inputs_and_insists_on_what_is_required() {
        page.say("form");
        page.press("Check");
        assertThat(page.card()).containsText("Say who");
        page.fill("Person", "adele");
        page.press("Check");
        page.shows("Submitted: ");
        page.shows("\"person\":\"adele\"");
    }

    @Test
    void a_card_inside_a_card_opens_and_sends() {
        page.say("form");
        page.press("More");
        page.fill("Person", "adele");
        page.fill("Ticket", "INC-77");
        page.press("Send ticket");
        page.shows("\"ticket\":\"INC-77\"");
    }

    @Test
    void hidden_parts_of_a_card_can_be_shown() {
        page.say("readiness");
        assertThat(page.card().getByText("Licence: Teams Phone")).isHidden();
        page.press("Show what passes");
        assertThat(page.card().getByText("Licence: Teams Phone")).isVisible();
    }

    @Test
    void pressing_a_button_replaces_the_card() {
        page.say("enrol adele");
        page.press("Approve");
        page.shows("Approved; applying");
        assertThat(page.message("Approved; applying")).containsText("Edited");
        page.browser().reload();
        page.shows("Approved; applying");
    }

    @Test
    void an_answer_for_the_presser_alone_and_an_error_are_notices() {
        page.say("form");
        page.press("Tell me");
        assertThat(page.toast("Only you can read this.")).isVisible();
        page.press("Unknown");
        assertThat(page.toast("I do not know this button.")).containsText("type the command instead");
    }

    @Test
    void a_card_is_refreshed_for_whom_it_names_only() {
        page.enter("channel");
        page.say("@Linekeeper mine");
        page.shows("What everybody sees");
        page.become("lee");
        page.shows("What only Lee Gu sees");
        page.become("megan");
        page.shows("What everybody sees");
    }

    @Test
    void what_others_get_is_marked_until_they_read_it() {
        await().until(server::hasGreetedEverybody);
        page.say("ask lee");
        assertThat(page.toast("Lee Gu has a new message")).isVisible();
        page.toast("Lee Gu has a new message")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Be Lee Gu"))
                .click();
        page.shows("member of Voice Approvers");
        assertThat(page.unread("personal")).isHidden();
    }

    @Test
    void the_bot_is_seen_typing() {
        page.say("slow");
        assertThat(page.browser().locator(".typing")).isVisible();
        page.shows("There you are.");
        assertThat(page.browser().locator(".typing")).isHidden();
    }

    @Test
    void messages_change_and_vanish_in_place() {
        page.say("edit");
        page.shows("second");
        page.say("delete");
        page.shows("This message was deleted.");
        page.showsNot("soon gone");
    }

    @Test
    void nothing_in_a_message_or_a_card_becomes_html() {
        page.say("<b>hello</b> <img src=x onerror=\"document.title='pwned'\">");
        page.shows("You said: <b>hello</b> <img");
        page.say("evil");
        page.shows("[x](javascript:alert(1))");
        page.say("evil card");
        page.shows("<svg onload=");
        page.press("Bad link");
        assertThat(page.toast("This link cannot be opened here.")).isVisible();
        assertThat(page.browser().locator(".log img, .log script, .log [onerror]"))
                .hasCount(0);
        assertThat(page.browser().title()).startsWith("Megan Bowen");
    }

    @Test
    void a_file_is_handed_to_the_bot(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("people.csv"), "user,policy\nadele,London\n");
        page.attach(file);
        page.say("here they are");
        page.shows("Got the file people.csv: user,policy");
    }

    @Test
    void a_file_can_be_dropped_anywhere_and_goes_with_the_keyboard() {
        page.drop("people.csv", "user,policy\nadele,London\n");
        var remove =
                page.browser().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove people.csv"));
        assertThat(remove).isVisible();
        remove.focus();
        page.browser().keyboard().press("Enter");
        assertThat(remove).hasCount(0);
        page.drop("people.csv", "user,policy\nadele,London\n");
        assertThat(remove).isVisible();
        page.composer().press("Enter");
        page.shows("Got the file people.csv: user,policy");
        assertThat(server.bot()
                        .heard("message")
                        .getLast()
                        .at("/attachments/1/contentType")
                        .asString())
                .isEqualTo("text/html");
    }

    @Test
    void a_file_of_the_bot_is_allowed_with_the_keyboard_and_saved() {
        page.say("file");
        page.shows("118 rows, one a person");
        page.browser().locator("[data-message]").last().focus();
        page.browser().keyboard().press("Enter");
        assertThat(page.browser().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Allow")))
                .isFocused();
        page.browser().keyboard().press("Enter");
        page.shows("The file was saved.");
        assertThat(page.message("The file was saved.")).isFocused();
        assertThat(page.save("report.csv")).isEqualTo("user\nadele");
    }

    @Test
    void a_file_of_the_bot_can_be_declined() {
        page.say("file");
        page.answerOffer("Decline");
        page.shows("The file was not saved.");
        assertThat(page.browser().locator(".file-offer")).hasCount(0);
        assertThat(server.bot().heard("invoke").getLast().at("/value/action").asString())
                .isEqualTo("decline");
    }

    @Test
    void when_the_bot_is_down_the_message_is_kept_and_can_be_sent_again() {
        server.bot().down = true;
        page.say("are you there");
        assertThat(page.toast("did not take your message")).isVisible();
        page.shows("Not delivered");
        server.bot().down = false;
        page.toast("did not take your message")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send again"))
                .click();
        page.shows("You said: are you there");
    }

    @Test
    void everything_can_be_done_with_the_keyboard() {
        var keys = page.browser().keyboard();
        page.composer().click();
        keys.type("form");
        keys.press("Shift+Enter");
        keys.type("please");
        assertThat(page.composer()).hasValue("form\nplease");
        page.composer().fill("");
        keys.type("form");
        keys.press("Enter");
        page.shows("Enrol a user in Shared Calling");
        page.browser().locator("[data-message]").last().focus();
        keys.press("Enter");
        assertThat(page.card().getByLabel("Person")).isFocused();
        keys.press("Escape");
        keys.press("Escape");
        assertThat(page.composer()).isFocused();
        page.browser().locator(".persona-button").focus();
        keys.press("Enter");
        keys.press("ArrowDown");
        keys.press("Enter");
        assertThat(page.browser().locator(".persona-button")).containsText("Lee Gu");
    }

    @Test
    void a_narrow_window_shows_the_list_or_the_chat() {
        page.browser().setViewportSize(400, 800);
        assertThat(page.browser().locator(".chats")).isHidden();
        page.browser()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back to chats"))
                .click();
        page.enter("channel");
        assertThat(page.browser().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Requests")))
                .isVisible();
        var width = (Number) page.browser().evaluate("document.documentElement.scrollWidth");
        assertThat(width.intValue()).isLessThanOrEqualTo(400);
    }
}

package dev.linekeeper.simulator.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The playground's page as a test uses it. Every step waits for what it needs, so a test never sleeps.
 *
 * <pre>{@code
 * var page = PlaygroundPage.open(browser.newPage(), url, "megan");
 * page.say("enrol adele");
 * page.press("Send for approval");
 * page.become("lee");
 * page.press("Approve");
 * page.shows("Approved");
 * }</pre>
 */
public final class PlaygroundPage {
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private PlaygroundPage(Page page) {
        this.page = page;
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    /** Opens the page as somebody; {@code alias} is the part of their address before the @. */
    public static PlaygroundPage open(Page page, String url, String alias) {
        var playground = new PlaygroundPage(page);
        page.navigate(url + "/?as=" + alias);
        assertThat(playground.composer()).isVisible();
        return playground;
    }

    public Page browser() {
        return page;
    }

    /** What went wrong in the page itself: script errors and refused contents. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    public Locator composer() {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message").setExact(true));
    }

    /** Types a message and sends it with Enter. */
    public void say(String text) {
        composer().fill(text);
        composer().press("Enter");
        assertThat(composer()).hasValue("");
    }

    /** The newest message that has this text in it. */
    public Locator message(String text) {
        return page.locator("[data-message]", new Page.LocatorOptions().setHasText(text))
                .last();
    }

    /** The newest card. */
    public Locator card() {
        return page.locator("[data-message] .card").last();
    }

    /** Presses the newest button of this name on any card; wait for the card with {@link #shows} where an older one has it too. */
    public void press(String button) {
        var title = page.getByText(button, new Page.GetByTextOptions().setExact(true));
        page.locator(".card .ac-pushButton", new Page.LocatorOptions().setHas(title))
                .last()
                .click();
    }

    /** Fills the newest input with this label. */
    public void fill(String label, String value) {
        page.locator(".card :is(input, textarea, select)")
                .and(page.getByLabel(label))
                .last()
                .fill(value);
    }

    /** Waits until the open chat shows the text. */
    public void shows(String text) {
        assertThat(message(text)).isVisible();
    }

    /** Waits until the bot has replaced a message by one with the text; a card that was only refreshed is not enough. */
    public void showsEdited(String text) {
        assertThat(message(text)).containsText("Edited");
    }

    public void showsNot(String text) {
        assertThat(page.locator("[data-message]", new Page.LocatorOptions().setHasText(text)))
                .hasCount(0);
    }

    /** Changes who one is, and waits for their chat. */
    public void become(String alias) {
        page.locator(".persona-button").click();
        page.locator("[role=option][data-alias='" + alias + "']").click();
        assertThat(page.locator(".persona-button[data-alias='" + alias + "']")).isVisible();
        assertThat(page.locator(".log-inner[aria-busy=false]")).isVisible();
    }

    /** Opens {@code personal} or {@code channel}. */
    public void enter(String kind) {
        page.locator("[data-room=" + kind + "]").click();
    }

    /** The number beside a chat; nothing visible when all is read. */
    public Locator unread(String kind) {
        return page.locator("[data-room=" + kind + "] .badge");
    }

    public Locator toast(String text) {
        return page.locator(".toast", new Page.LocatorOptions().setHasText(text));
    }

    public void attach(Path file) {
        page.locator(".composer input[type=file]").setInputFiles(file);
    }

    /** Waits until the newest card has the text in it. */
    public void cardSays(String text) {
        assertThat(card()).containsText(text);
    }

    /** The number of the request on the newest card with that text, such as {@code SC-1042}. */
    public String requestOf(String text) {
        var request = Pattern.compile("SC-\\d+");
        var card = message(text);
        assertThat(card).containsText(request);
        return request.matcher(card.textContent())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    /** Drops a file somewhere on the page, as from a folder beside the browser. */
    public void drop(String name, String content) {
        var files = page.evaluateHandle(
                "([name, content]) => { const it = new DataTransfer();"
                        + " it.items.add(new File([content], name, {type: 'text/csv'})); return it; }",
                List.of(name, content));
        page.locator("#messages").dispatchEvent("drop", Map.of("dataTransfer", files));
        assertThat(page.locator(".picked")).containsText(name);
    }

    /** Presses a button of the newest file that is offered. */
    public void answerOffer(String button) {
        page.locator(".file-offer")
                .last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    /** Saves the newest file that the chat shows, and returns what is in it. */
    public String save(String name) {
        var link = page.locator("a.file", new Page.LocatorOptions().setHasText(name))
                .last();
        var download = page.waitForDownload(link::click);
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void startOver() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start over"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear chats"))
                .click();
    }

    /** How many messages the open chat shows. */
    public int messages() {
        return page.locator("[data-message]").count();
    }

    public void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.linekeeper.simulator.playground.Chromium;
import dev.linekeeper.simulator.playground.PlaygroundPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The chat page in Chromium. The bot keeps a log of who called it, its own connector among others. */
final class PageClient implements Client {
    private static final double PATIENCE = 120_000;
    private static final String CONVERSATIONS = "/connector/v3/conversations/";

    private final Chromium chromium = Chromium.start();
    private final PlaygroundPage page;
    private final Path calls;
    private final Path pictures;
    private String who;

    PageClient(String address, Path calls, Path pictures) {
        this.calls = calls;
        this.pictures = pictures;
        this.who = "ana.ruiz";
        this.page = PlaygroundPage.open(chromium.browser().newPage(), address, who);
        page.browser().setViewportSize(1200, 1300);
        page.browser().setDefaultTimeout(PATIENCE);
    }

    private void become(String other) {
        if (!other.equals(who)) {
            page.become(other);
            who = other;
        }
        page.browser().waitForTimeout(50);
    }

    private Locator titled(String title) {
        return page.browser().locator("[data-message] .card", new Page.LocatorOptions().setHasText(title));
    }

    @Override
    public void says(String other, String text) {
        become(other);
        page.say(text);
    }

    @Override
    public void sends(String other, String name, byte[] content, String text) throws IOException {
        become(other);
        Path file = Files.createTempDirectory("list").resolve(name);
        Files.write(file, content);
        page.attach(file);
        page.say(text);
    }

    @Override
    public int cards(String other) {
        become(other);
        return page.browser().locator("[data-message] .card").count();
    }

    @Override
    public String card(String other, String title) {
        become(other);
        Locator cards = titled(title);
        return String.join("\n", cards.allInnerTexts().reversed());
    }

    @Override
    public void presses(String other, String title, String button, String sentence) {
        become(other);
        page.press(button);
    }

    @Override
    public String takes(String other, String sentence, int seconds) {
        become(other);
        int before = page.browser().locator("a.file").count();
        page.say(sentence);
        page.browser().waitForTimeout(5000);
        page.answerOffer("Allow");
        page.browser()
                .waitForCondition(
                        () -> page.browser().locator("a.file").count() > before,
                        new Page.WaitForConditionOptions().setTimeout(seconds * 1000.0));
        return page.save(".csv");
    }

    @Override
    public List<Operation> operations() throws IOException {
        try (var lines = Files.lines(calls)) {
            return lines.map(line -> line.split(" "))
                    .filter(call -> call[1].matches("POST|PUT|DELETE") && call[2].startsWith(CONVERSATIONS))
                    .map(call -> new Operation(
                            Long.parseLong(call[0]),
                            call[2].substring(CONVERSATIONS.length()).replaceAll("/.*", "")))
                    .toList();
        }
    }

    @Override
    public void picture(String name) {
        page.browser().waitForTimeout(800);
        page.screenshot(pictures.resolve(name + ".png"));
    }

    @Override
    public List<String> complaints() {
        return page.complaints();
    }

    @Override
    public void close() {
        chromium.close();
    }
}

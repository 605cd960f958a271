package dev.linekeeper.conversation.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.adapter.teams.cards.RenderedCard;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.bulk.FreezeWindow;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.bulk.ImportState;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.BatchStage.Hold;
import dev.linekeeper.core.request.BatchStage.HoldReason;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The cards of lists and batches at every state, as they read in each language. To be read aloud when they change. */
class CardsOfManyTest {
    private static final Path GOLDEN = Path.of("src/test/resources/cards");
    private static final String ROWS = """
        adele.vance@contoso.example
        alex.wilber@contoso.example
        megan.bowen@contoso.example
        ana.ruiz@contoso.example
        nobody@contoso.example
        nobody.else@contoso.example
        Alex
        =1+1
        =2+2
        =3+3
        =4+4
        Adele Vance
        conor.oneil@contoso.example
        """;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T10:00:00Z"));
    private final ChatInMemory chat = ChatInMemory.over(
            Fabrikam.demo(clock),
            clock,
            new FreezeWindows(List.of(FreezeWindow.of("daily 22:00-06:00")), ZoneOffset.UTC));
    private final StringBuilder read = new StringBuilder();
    private Locale language = Locale.ENGLISH;

    @AfterEach
    void close() {
        chat.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void they_read_as_they_were_last_read(String tag) throws IOException {
        language = Locale.forLanguageTag(tag);
        lists();
        batches();

        Path golden = GOLDEN.resolve("many.%s.txt".formatted(tag));
        if ("write".equals(System.getProperty("linekeeper.golden"))) {
            Files.writeString(golden, read);
        }
        assertThat(read.toString()).isEqualToNormalizingNewlines(Files.readString(golden));
    }

    private void lists() {
        RequestId list = id(says("admin", "enrol these\n" + ROWS));
        String card = "import " + list.number();
        note("no policy", "admin", card);
        says("admin", card + " with London");
        note("begun", "admin", card);
        chat.store().imports().reached(chat.store().imports().find(list).orElseThrow(), 4);
        note("half judged", "admin", card);
        chat.importRun().run(list);
        note("judged", "admin", card);
        note("its rows", "admin", "rows of " + card);
        says("admin", "ask for " + card);
        note("being asked for", "admin", card);
        chat.importRun().run(list);
        note("asked for", "admin", card);
        RequestId other = id(says("admin", "enrol these with London\n" + ROWS));
        var stored = chat.store().imports().find(other).orElseThrow();
        var failed = stored.list()
                .with(new ImportState.ImportFailed(
                        Explanation.of("chat.import.nobody", "people.csv"), clock.instant()));
        chat.store().imports().replace(stored, failed);
        note("failed", "admin", "import " + other.number());
        says("admin", "cancel import " + other.number());
        note("given up", "admin", "import " + other.number());
        clock.pass(Duration.ofMinutes(1));
    }

    private void batches() {
        RequestId batch =
                chat.store().batches().latest(Optional.empty(), 1).getFirst().id();
        String card = "request " + batch.number();
        note("waits", "approver", card);
        says("approver", "approve " + batch.number());
        says("approver", "confirm " + batch.number());
        note("approved", "approver", card);
        for (var why : HoldReason.values()) {
            put(batch, new BatchUnderWay(clock.instant(), List.of(), 0, 0, Optional.of(hold(why))));
            note("held: " + why, "approver", card);
        }
        put(batch, new BatchUnderWay(clock.instant(), members(batch).subList(0, 1), 0, 0, Optional.empty()));
        note("the first", "approver", card);
        put(batch, BatchUnderWay.from(clock.instant(), List.of(), 0, 0));
        clock.pass(Duration.ofHours(13));
        note("frozen", "approver", card);
        put(batch, new BatchStage.BatchEnded(clock.instant(), clock.instant(), Optional.of(hold(HoldReason.STOPPED))));
        note("stopped and ended", "approver", card);
    }

    private Hold hold(HoldReason why) {
        boolean said = why == HoldReason.PAUSED || why == HoldReason.STOPPED;
        return new Hold(why, Optional.of(caller("approver").id()).filter(_ -> said), clock.instant());
    }

    private void put(RequestId batch, BatchStage stage) {
        var before = chat.store().batches().find(batch).orElseThrow();
        chat.store().batches().replace(before, before.batch().with(stage));
    }

    private List<RequestId> members(RequestId batch) {
        return chat.store().batches().members(batch, RequestId.FIRST, 9).stream()
                .map(member -> member.request().id())
                .toList();
    }

    private void note(String state, String role, String sentence) {
        RenderedCard card = new AnswerCards().render(says(role, sentence), caller(role));
        read.append("== %s ==\n%s\n".formatted(state, card.fallback()));
        JsonMapper.shared().readTree(card.json()).findParents("verb").stream()
                .filter(action -> action.has("title"))
                .forEach(action ->
                        read.append("[%s] ".formatted(action.path("title").asString())));
        read.append("\n\n");
    }

    private static RequestId id(Answer answer) {
        return ((RequestCard) answer).id();
    }

    private Answer says(String role, String sentence) {
        return chat.chat().answer(caller(role), new ChatInput.TypedText(sentence));
    }

    private Caller caller(String role) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get(role).objectId()),
                SentencesByRole.CONTOSO,
                language,
                Caller.ConversationType.PERSONAL);
    }
}

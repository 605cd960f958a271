package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.timing.Sampling;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Everybody talks for a long time, while one person is enrolled and taken out again: nothing is left behind, neither
 * memory nor threads nor open files. In an ordinary build they talk for a moment.
 */
@SpringBootTest(classes = LinekeeperApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class SoakTest {
    private static final int TURNS = Sampling.of(100, 2_000);

    /** Until caches and pools have what they keep. */
    private static final int WARM_UP = Sampling.of(60, 400);

    /** The heap may grow by this share and by so much that does not depend on the number of turns. */
    private static final double GROWTH = 0.15;

    private static final long SLACK = 8L << 20;
    private static final int MORE_THREADS = 8;
    private static final int MORE_FILES = 8;
    private static final UserId ANA = id("admin");
    private static final UserId LEE = id("approver");
    private static final UserId PRIYA = new UserId("ab8a3eb0-c8e4-527d-ad37-d7a29118142b");
    private static final UserId ALEX = new UserId("2976ad72-40b1-5682-81cd-1ecfb1909578");

    @TempDir
    static Path folder;

    @Autowired
    private Chat chat;

    @Autowired
    private RequestSubmission asking;

    @Autowired
    private RequestDecision deciding;

    @Autowired
    private RequestStore requests;

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());
    private Optional<RequestId> latest = Optional.empty();
    private int applied;

    private record Turn(String person, String sentence) {}

    private record Held(long heap, int threads, long files) {
        static Held now() throws InterruptedException {
            for (int i = 0; i < 3; i++) {
                System.gc();
                Thread.sleep(100);
            }
            long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                    ? system.getOpenFileDescriptorCount()
                    : 0;
            return new Held(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    files);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + folder.resolve("linekeeper"));
        settings.add("linekeeper.data-folder", () -> folder.toString());
    }

    @Test
    void a_long_time_leaves_nothing_behind() throws InterruptedException {
        var turns = new ArrayList<Turn>();
        SentencesByRole.PEOPLE.keySet().stream()
                .sorted()
                .forEach(person -> SentencesByRole.MAY.keySet().stream()
                        .sorted()
                        .map(sentence -> new Turn(person, sentence))
                        .forEach(turns::add));
        var random = new Random(seed);
        talk(turns, WARM_UP, random);
        Held before = Held.now();
        long begun = System.nanoTime();
        talk(turns, TURNS, random);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        Held after = Held.now();
        System.out.printf(
                "%d turns in %d ms (%d a second), %d requests applied; %s, then %s%n",
                TURNS, took.toMillis(), TURNS * 1000L / Math.max(1, took.toMillis()), applied, before, after);
        assertThat(after.heap())
                .as("bytes of heap after seed %d", seed)
                .isLessThan(before.heap() + (long) (before.heap() * GROWTH) + SLACK);
        assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads() + MORE_THREADS);
        assertThat(after.files()).as("open files").isLessThanOrEqualTo(before.files() + MORE_FILES);
        assertThat(applied).as("requests applied meanwhile").isGreaterThan(Sampling.of(0, 4));
    }

    private void talk(List<Turn> turns, int times, Random random) {
        Collections.shuffle(turns, random);
        for (int i = 0; i < times; i++) {
            Turn turn = turns.get(i % turns.size());
            var reader = new Caller(
                    id(turn.person()), SentencesByRole.CONTOSO, Locale.ENGLISH, Caller.ConversationType.PERSONAL);
            assertThat(chat.answer(reader, new ChatInput.TypedText(turn.sentence())))
                    .isNotNull();
            if (i % 10 == 0) {
                enrolOrRemove();
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(this::isIdle);
        enrolOrRemove();
    }

    /** Asks for the next change as soon as the one before has been applied. */
    private void enrolOrRemove() {
        if (!isIdle()) {
            return;
        }
        Optional<Request> done = latest.map(this::request);
        done.ifPresent(it -> {
            assertThat(it).isInstanceOf(Request.Completed.class);
            applied++;
        });
        Intent next = applied % 2 == 0
                ? new Intent.EnrolPerson(ALEX, new PolicyName("Seattle"), false)
                : new Intent.UndoOf(latest.orElseThrow());
        var asked = asking.submit(new ChangeRequest(ANA, next, "soak"));
        assertThat(asked).isInstanceOf(SubmissionResult.Sent.class);
        RequestId id = ((SubmissionResult.Sent) asked).request().id();
        for (UserId approver : List.of(LEE, PRIYA)) {
            deciding.approve(approver, id, new DecisionInput.Typed());
            deciding.confirm(approver, id, new DecisionInput.Typed());
        }
        latest = Optional.of(id);
    }

    private boolean isIdle() {
        return latest.map(this::request).filter(Request::isOpen).isEmpty();
    }

    private Request request(RequestId id) {
        return requests.find(id).orElseThrow().request();
    }

    private static UserId id(String role) {
        return new UserId(SentencesByRole.PEOPLE.get(role).objectId());
    }
}

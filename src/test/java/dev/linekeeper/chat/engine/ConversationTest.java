package dev.linekeeper.chat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.AnswerProgress;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.PersonNotes;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.simulator.state.Fabrikam;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What somebody is told who has no role for a command, or whose roles could not be looked up. */
class ConversationTest {
    private static final Caller ADA =
            new Caller(Fabrikam.ADA, "tenant", Locale.ENGLISH, Caller.ConversationType.PERSONAL);
    private static final Answer READ = new Answer.Sorry("what was read");
    private static final Directory FABRIKAM = Fabrikam.model().ports().directory();
    private static final Directory AWAY = (Directory)
            Proxy.newProxyInstance(Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, _, _) -> {
                throw new BackendFailure(FailureKind.TRANSIENT, "unexpected end of stream");
            });

    private final List<AuditEntry> noted = new ArrayList<>();
    private final AuditTrail trail = (AuditTrail) Proxy.newProxyInstance(
            AuditTrail.class.getClassLoader(), new Class<?>[] {AuditTrail.class}, (_, _, arguments) -> {
                noted.add((AuditEntry) arguments[0]);
                return null;
            });

    @Test
    @Requirement("T1")
    void who_cannot_be_looked_up_is_not_told_that_they_may_not() {
        var note = (Answer.Note) conversation(AWAY).answer(ADA, new ChatInput.TypedText("shut London"));
        assertThat(note.title().key()).isEqualTo("chat.roles-not-read.title");
        assertThat(note.text().arguments()).contains("unexpected end of stream", "R-1");
        assertThat(note.suggestions()).hasSize(1);
    }

    @Test
    void a_button_that_could_not_be_looked_up_can_be_pressed_again() {
        var press = new ChatInput.ButtonPress("shut", Map.of("thing", "London", "token", "t-1"));
        var note = (Answer.Note) conversation(AWAY).answer(ADA, press);
        assertThat(note.title().key()).isEqualTo("chat.roles-not-read.title");
        assertThat(note.suggestions().getFirst().press()).isEqualTo(press);
    }

    @Test
    @Requirement("T1")
    void who_was_looked_up_and_has_no_role_is_told_so() {
        assertThat(conversation(Fabrikam.model().ports().directory())
                        .answer(ADA, new ChatInput.TypedText("shut London")))
                .isInstanceOf(Answer.NotAllowed.class);
    }

    @Test
    @Requirement("T26")
    void who_is_refused_is_in_the_audit_trail_with_what_they_tried() {
        conversation(Fabrikam.model().ports().directory()).answer(ADA, new ChatInput.TypedText("shut London"));
        conversation(Fabrikam.model().ports().directory())
                .answer(ADA, new ChatInput.ButtonPress("shut", Map.of("thing", "London")));

        assertThat(noted).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo(Action.REFUSED);
            assertThat(entry.actor()).contains(Fabrikam.ADA);
            assertThat(entry.details())
                    .containsEntry("tried", "shut")
                    .containsEntry("why", "needs [ADMIN]")
                    .containsEntry("place", "PERSONAL");
        });
    }

    @Test
    @Requirement({"T27", "T28"})
    void a_failure_has_the_number_it_has_in_the_log_and_what_was_said_is_not_logged() {
        var logger = (Logger) LoggerFactory.getLogger(Conversation.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            assertThat(conversation(Fabrikam.model().ports().directory())
                            .answer(ADA, new ChatInput.TypedText("trip over my divorce")))
                    .isEqualTo(new Answer.Sorry("R-1"));
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("reference=R-1") && line.contains("IllegalStateException"))
                .noneMatch(line -> line.contains("divorce"));
        assertThat(lines.list).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
    }

    @Test
    @Requirement("T1")
    void what_only_reads_begins_while_the_roles_are_still_read() {
        var reading = new CountDownLatch(1);
        var admins = admins(reading, Set.of(Fabrikam.ADA));

        var answer = conversation(admins, _ -> {
                    reading.countDown();
                    return READ;
                })
                .answer(ADA, new ChatInput.TypedText("look at Ben"));

        assertThat(answer).isEqualTo(READ);
        assertThat(noted).extracting(AuditEntry::action).containsExactly(Action.READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"look at Ben", "list all"})
    @Requirement({"T1", "T26"})
    void who_is_refused_sees_nothing_of_what_was_read_meanwhile_and_is_noted_as_refused_alone(String said) {
        for (Supplier<Answer> outcome : List.<Supplier<Answer>>of(() -> READ, () -> {
            throw new BackendFailure(FailureKind.TRANSIENT, "Ben was not found");
        })) {
            noted.clear();
            var reading = new CountDownLatch(1);

            var answer = conversation(admins(reading, Set.of()), _ -> {
                        reading.countDown();
                        return outcome.get();
                    })
                    .answer(ADA, new ChatInput.TypedText(said));

            assertThat(answer).isInstanceOf(Answer.NotAllowed.class);
            assertThat(noted).extracting(AuditEntry::action).containsExactly(Action.REFUSED);
        }
    }

    @Test
    @Requirement("T1")
    void who_is_refused_does_not_see_how_far_it_would_be() {
        var progress = new AnswerProgress();
        var refused = progress.of(() -> conversation(FABRIKAM).answer(ADA, new ChatInput.TypedText("count all")));
        assertThat(refused).isInstanceOf(Answer.NotAllowed.class);
        assertThat(progress.soFar()).isEmpty();
    }

    @Test
    void who_is_refused_is_looked_up_and_noted_in_the_log_once() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(Permission.class);
        logger.addAppender(log);
        try {
            var refused = new AnswerProgress()
                    .of(() -> conversation(FABRIKAM).answer(ADA, new ChatInput.TypedText("count all")));
            assertThat(refused).isInstanceOf(Answer.NotAllowed.class);
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).hasSize(1);
    }

    @Test
    @Requirement("T1")
    void what_was_read_is_not_shown_when_the_roles_cannot_be_read() {
        var note = (Answer.Note) conversation(AWAY, _ -> READ).answer(ADA, new ChatInput.TypedText("look at Ben"));
        assertThat(note.title().key()).isEqualTo("chat.roles-not-read.title");
        assertThat(noted).isEmpty();
    }

    /** Says who is an admin once the reading has begun. */
    private static Directory admins(CountDownLatch reading, Set<UserId> members) {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, arguments) -> {
                    if (method.getName().equals("members")) {
                        assertThat(reading.await(20, TimeUnit.SECONDS))
                                .as("it is read meanwhile")
                                .isTrue();
                        return members;
                    }
                    return method.invoke(FABRIKAM, arguments);
                });
    }

    private Conversation conversation(Directory directory) {
        return conversation(directory, _ -> READ);
    }

    private Conversation conversation(Directory directory, Function<DirectoryEntry, Answer> reading) {
        var roles = new Roles(
                directory,
                Map.of(Role.ADMIN, Set.of(new GroupId("nobody-is-in-it"))),
                Clock.systemUTC(),
                Duration.ZERO);
        var book = new CommandBook(List.of(
                Command.command("shut").by(Role.ADMIN).says("shut {thing}").answers(_ -> new Answer.Sorry("")),
                Command.command("list")
                        .by(Role.ADMIN)
                        .reads()
                        .says("list all")
                        .answers(_ -> reading.apply(FABRIKAM.find(Fabrikam.BEN).orElseThrow())),
                Command.command("count")
                        .by(Role.ADMIN)
                        .reads()
                        .says("count all")
                        .answers(invocation -> {
                            invocation.tellMeanwhile(() -> READ);
                            return READ;
                        }),
                Command.command("look")
                        .by(Role.ADMIN)
                        .reads()
                        .says("look at {thing}")
                        .answers(invocation ->
                                invocation.read(FABRIKAM.find(Fabrikam.BEN).orElseThrow(), reading)),
                Command.command("trip").by(Role.USER).says("trip over {thing}").answers(invocation -> {
                    throw new IllegalStateException(invocation.text(Slot.THING).orElseThrow());
                })));
        return new Conversation(
                book,
                new CommandRunner(null, null, null, new AuditedReads(trail, Clock.systemUTC()), PersonNotes.NONE),
                roles,
                new CommandHelp(List.of(), roles, directory),
                new ButtonFilter(book, roles),
                null,
                () -> "R-1",
                Clock.systemUTC());
    }
}

package dev.linekeeper.chat.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.RoleGroups;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.setup.RoleGroupStore;
import dev.linekeeper.service.setup.RoleGroupsInForce;
import dev.linekeeper.service.tenant.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** An owner who gets a chat with the bot. */
class FirstRunTest {
    private static final GroupId OWNERS = new GroupId("owners");
    private static final UserId OMAR = new UserId("omar");
    private static final UserId ADELE = new UserId("adele");

    private final Outbox outbox = new Outbox();
    private final ManualTime time = new ManualTime();
    private int together;

    @Test
    void an_owner_gets_the_set_up_once_however_often_they_install_the_bot() {
        var first = firstRun(Map.of(OWNERS, Set.of(OMAR)));
        first.welcome(OMAR);
        time.passes(Duration.ofDays(1));
        first.welcome(OMAR);

        assertThat(outbox.readers).containsExactly(OMAR);
        assertThat(outbox.noted)
                .singleElement()
                .satisfies(item -> assertThat(item.kind()).isEqualTo(first.kind()));
        assertThat(together).as("noted and queued in one").isOne();
    }

    @Test
    void whoever_owns_nothing_gets_nothing() {
        firstRun(Map.of(OWNERS, Set.of(OMAR))).welcome(ADELE);

        assertThat(outbox.noted).isEmpty();
        assertThat(outbox.readers).isEmpty();
    }

    @Test
    void who_may_be_an_owner_is_looked_up_again_when_the_card_is_made() {
        firstRun(Map.of()).welcome(ADELE);
        assertThat(outbox.readers).as("nobody knows yet").containsExactly(ADELE);
        var known = firstRun(Map.of(OWNERS, Set.of(OMAR)));
        var item = outbox.noted.getFirst();

        assertThat(known.card(item, reader(OMAR))).isInstanceOf(Answer.SetUpCheck.class);
        assertThat(known.card(item, reader(ADELE)))
                .isInstanceOfSatisfying(
                        Note.class, note -> assertThat(note.title().key()).isEqualTo("chat.setup.not-owner.title"));
    }

    private FirstRun firstRun(Map<GroupId, Set<UserId>> members) {
        var groups = new RoleGroups(Map.of(Role.OWNER, Set.of(OWNERS)));
        Transactions counted = new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                int before = outbox.readers.size();
                T done = work.get();
                together += outbox.readers.size() - before;
                return done;
            }
        };
        return new FirstRun(
                outbox,
                outbox.queue,
                new Roles(Outbox.directory(members), groups, time, Duration.ZERO),
                new SetupCards(
                        new Doctor(List.of()),
                        new RoleGroupsInForce(groups, RoleGroupStore.CLOSED, time),
                        () -> OperatingMode.READ_ONLY),
                counted,
                time);
    }

    private static Caller reader(UserId who) {
        return new Caller(who, "contoso", Locale.ENGLISH, Caller.ConversationType.PERSONAL);
    }
}

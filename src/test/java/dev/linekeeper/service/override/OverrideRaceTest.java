package dev.linekeeper.service.override;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.override.OverrideMove.AskObstacle;
import dev.linekeeper.service.override.OverrideMove.OverrideMoved;
import dev.linekeeper.service.override.OverrideMove.OverrideNotAsked;
import dev.linekeeper.service.override.OverrideSubmission.OverrideWish;
import dev.linekeeper.service.people.AtOnce;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people ask for the same override in the same instant. */
class OverrideRaceTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T09:00:00Z"));
    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(clock), clock);
    private final OverrideSubmission submission = chat.overrides().submission();

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void the_second_is_told_of_the_first() throws Exception {
        var answers = AtOnce.of(2, _ -> submission.ask(wish()));

        StoredOverride first = submission.store().open().getFirst();
        assertThat(submission.store().open()).hasSize(1);
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        new OverrideMoved(first),
                        new OverrideNotAsked(
                                AskObstacle.OVERRIDE_OPEN,
                                List.of(first.override().id())));
    }

    /** Who looked before the first one was stored sees it when they store theirs. */
    @Test
    void so_is_one_who_looked_before_the_first_was_stored() {
        var first = (OverrideMoved) submission.ask(wish());

        assertThat(over(new LosesTheRace(submission.store(), false)).ask(wish()))
                .isEqualTo(new OverrideNotAsked(
                        AskObstacle.OVERRIDE_OPEN,
                        List.of(first.now().override().id())));
    }

    @Test
    void where_the_first_is_over_by_then_the_second_is_asked_for() {
        assertThat(over(new LosesTheRace(submission.store(), true)).ask(wish())).isInstanceOf(OverrideMoved.class);
    }

    private OverrideSubmission over(OverrideStore store) {
        return new OverrideSubmission(
                store,
                submission.moves(),
                submission.reading(),
                submission.requests(),
                submission.roles(),
                submission.policy(),
                submission.limits(),
                submission.zone(),
                submission.clock());
    }

    private OverrideWish wish() {
        UserId megan = chat.tenant()
                .ports()
                .directory()
                .findByPrincipalName("megan.bowen@contoso.example")
                .orElseThrow()
                .id();
        return new OverrideWish(
                House.ANA_ADMIN,
                megan,
                new PolicyName("Seattle borrowed"),
                LocalDate.parse("2026-12-10"),
                "the port takes two weeks");
    }

    /** Of which somebody looks a moment too early, once; {@code rival}: and then somebody else is in the way, for as long. */
    private static final class LosesTheRace implements OverrideStore {
        private final OverrideStore store;
        private final AtomicBoolean tooEarly = new AtomicBoolean(true);
        private final AtomicBoolean rival;

        LosesTheRace(OverrideStore store, boolean rival) {
            this.store = store;
            this.rival = new AtomicBoolean(rival);
        }

        @Override
        public Optional<StoredOverride> add(Function<RequestId, EmergencyOverride> made) {
            return rival.getAndSet(false) ? Optional.empty() : store.add(made);
        }

        @Override
        public Optional<StoredOverride> find(RequestId id) {
            return store.find(id);
        }

        @Override
        public List<StoredOverride> open() {
            return store.open();
        }

        @Override
        public Optional<StoredOverride> openOf(UserId person) {
            return tooEarly.getAndSet(false) ? Optional.empty() : store.openOf(person);
        }

        @Override
        public Optional<StoredOverride> replace(StoredOverride before, EmergencyOverride after) {
            return store.replace(before, after);
        }
    }
}

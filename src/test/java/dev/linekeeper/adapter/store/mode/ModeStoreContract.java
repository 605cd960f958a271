package dev.linekeeper.adapter.store.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.mode.ModeStore.ChosenMode;
import dev.linekeeper.service.mode.ModeStore.KeptMode;
import dev.linekeeper.service.mode.ModeStore.LiveWish;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do for the mode. */
abstract class ModeStoreContract {
    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");
    private static final UserId OMAR = new UserId("a156df82-4f09-5ae1-beac-b272175f854c");
    private static final KeptMode NOTHING = new KeptMode(Optional.empty(), Optional.empty());

    private OpenedStore store;

    abstract OpenedStore open();

    @BeforeEach
    void opened() {
        store = open();
    }

    @AfterEach
    void closed() {
        store.close();
    }

    @Test
    void nothing_is_chosen_at_first_and_what_is_chosen_is_kept_until_something_else_is() {
        assertThat(store.mode().find()).isEqualTo(NOTHING);
        var dry = new KeptMode(
                Optional.of(new ChosenMode(OperatingMode.DRY_RUN, MONDAY)), Optional.of(new LiveWish(OMAR, MONDAY)));

        store.mode().keep(dry);
        assertThat(store.mode().find()).isEqualTo(dry);

        store.mode().keep(NOTHING);
        assertThat(store.mode().find()).isEqualTo(NOTHING);
    }

    @Test
    void of_two_who_ask_at_once_one_waits_and_sees_the_other() {
        var both = IntStream.range(0, 2)
                .mapToObj(each ->
                        CompletableFuture.supplyAsync(() -> store.transactions().run(() -> {
                            boolean first = store.mode().forChange().wish().isEmpty();
                            store.mode()
                                    .keep(new KeptMode(
                                            Optional.empty(),
                                            Optional.of(new LiveWish(OMAR, MONDAY.plusSeconds(each)))));
                            return first;
                        })))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void whoever_asked_is_forgotten_with_the_person_and_the_mode_is_not() {
        var chosen = Optional.of(new ChosenMode(OperatingMode.READ_ONLY, MONDAY));
        store.mode().keep(new KeptMode(chosen, Optional.of(new LiveWish(OMAR, MONDAY))));

        store.upkeep().erase(OMAR, Set.of(), "asked to", MONDAY);

        assertThat(store.mode().find()).isEqualTo(new KeptMode(chosen, Optional.empty()));
    }
}

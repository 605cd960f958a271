package dev.linekeeper.adapter.store.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.enquiry.Enquiry;
import dev.linekeeper.core.enquiry.EnquiryKind;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryAnswered;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryOpen;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryTaken;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store of enquiries promises, over each database. */
abstract class EnquiryStoreContract {
    private static final Instant MONDAY = Instant.parse("2026-11-30T10:00:00Z");
    private static final UserId ADELE = new UserId("adele");
    private static final UserId HANA = new UserId("hana");
    private static final UserId ANA = new UserId("ana");

    final HandClock clock = new HandClock(MONDAY);
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
    void an_enquiry_is_found_as_it_was_in_each_state() {
        var asked = asked(1, ADELE, ADELE);
        store.enquiries().add(asked);
        assertThat(store.enquiries().find(asked.id())).contains(asked);

        var taken = asked.in(new EnquiryTaken(ANA, MONDAY));
        assertThat(store.enquiries().replace(asked, taken)).isTrue();
        assertThat(store.enquiries().open()).containsExactly(taken);

        var answered = taken.in(new EnquiryAnswered(ANA, MONDAY, "it is done"));
        assertThat(store.enquiries().replace(taken, answered)).isTrue();
        assertThat(store.enquiries().find(asked.id())).contains(answered);
        assertThat(store.enquiries().open()).isEmpty();
    }

    @Test
    void whoever_comes_second_changes_nothing() {
        var asked = asked(1, ADELE, ADELE);
        store.enquiries().add(asked);
        store.enquiries().replace(asked, asked.in(new EnquiryTaken(ANA, MONDAY)));

        assertThat(store.enquiries().replace(asked, asked.in(new EnquiryTaken(HANA, MONDAY))))
                .isFalse();
        assertThat(store.enquiries().find(asked.id()).orElseThrow().state()).isEqualTo(new EnquiryTaken(ANA, MONDAY));
    }

    @Test
    void somebodys_are_those_they_asked_and_those_for_them_the_latest_first() {
        store.enquiries().add(asked(1, ADELE, ADELE));
        store.enquiries().add(asked(2, ADELE, HANA));
        store.enquiries().add(asked(3, HANA, HANA));

        assertThat(store.enquiries().of(ADELE, 5))
                .extracting(it -> it.id().number())
                .containsExactly(2L, 1L);
        assertThat(store.enquiries().of(HANA, 1))
                .extracting(it -> it.id().number())
                .containsExactly(3L);
    }

    @Test
    void whoever_is_erased_is_in_none_of_them() {
        var others = asked(3, HANA, HANA);
        store.enquiries().add(asked(1, ADELE, HANA));
        store.enquiries().add(asked(2, HANA, ADELE));
        store.enquiries().add(others);
        store.enquiries().replace(others, others.in(new EnquiryTaken(ADELE, MONDAY)));

        store.upkeep().erase(ADELE, Set.of(), "asked for", MONDAY);
        assertThat(store.enquiries().open()).containsExactly(others.in(new EnquiryTaken(UserId.LINEKEEPER, MONDAY)));
    }

    @Test
    void what_was_asked_long_ago_is_forgotten() {
        store.enquiries().add(asked(1, ADELE, ADELE));

        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(399)));
        assertThat(store.enquiries().open()).hasSize(1);
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(401)));
        assertThat(store.enquiries().open()).isEmpty();
    }

    private static Enquiry asked(long number, UserId person, UserId asker) {
        return new Enquiry(
                new RequestId(number),
                EnquiryKind.TROUBLE,
                person,
                asker,
                "my dial pad is gone",
                "Monday",
                MONDAY,
                new EnquiryOpen());
    }
}

package dev.linekeeper.adapter.store.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.site.Site;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.site.SiteStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every database has to do for sites. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SiteStoreContract {
    private static final SiteName LONDON = new SiteName("London");
    private static final SiteChoices ALL = new SiteChoices(
            Optional.of(new UserId("c1afc4bd-fb3e-5ee9-8a17-27df5a3069fb")),
            Optional.of(PhoneNumber.of("+442079460100")),
            Optional.of(NumberType.OPERATOR_CONNECT),
            Optional.of(new Country("GB")),
            Optional.of(new LocationId("ca4aa82f-e59c-559c-9e8b-f612cbf00951")),
            Optional.of(new PolicyName("London 'main'")));

    private OpenedStore store;

    abstract OpenedStore open();

    @BeforeAll
    void openStore() {
        store = open();
    }

    @BeforeEach
    void forget() {
        store.forgetEverything();
    }

    @AfterAll
    void closeStore() {
        store.close();
    }

    private SiteStore sites() {
        return store.sites();
    }

    @Test
    void a_site_is_read_as_it_was_stored_whatever_the_case_of_its_name() {
        var begun = sites().begin(LONDON);
        assertThat(begun.choices()).isEqualTo(SiteChoices.NONE);
        assertThat(sites().replace(begun, begun.with(ALL))).isTrue();

        assertThat(sites().find(new SiteName("LONDON"))).contains(begun.with(ALL));
        assertThat(sites().find(new SiteName("Leeds"))).isEmpty();
    }

    @Test
    void what_is_begun_twice_is_one_site() {
        var begun = sites().begin(LONDON);
        assertThat(sites().begin(new SiteName("london"))).isEqualTo(begun);

        var together = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> sites().begin(new SiteName("Leeds"))))
                .toList();
        assertThat(together)
                .extracting(site -> site.join().id())
                .containsOnly(together.getFirst().join().id());
    }

    @Test
    void of_two_who_replace_it_at_once_the_first_wins() {
        var seen = sites().begin(LONDON);
        assertThat(sites().replace(seen, seen.with(ALL))).isTrue();
        assertThat(sites().replace(seen, seen.closed())).isFalse();
        assertThat(sites().find(LONDON).map(Site::open)).contains(true);
    }

    @Test
    void a_closed_site_is_not_listed_and_keeps_what_was_chosen() {
        var begun = sites().begin(new SiteName("Übersee"));
        var chosen = begun.with(ALL);
        sites().replace(begun, chosen);
        sites().begin(LONDON);
        assertThat(sites().open()).extracting(site -> site.name().value()).containsExactly("London", "Übersee");

        sites().replace(chosen, chosen.closed());
        assertThat(sites().open()).extracting(site -> site.name().value()).containsExactly("London");
        assertThat(sites().find(begun.name()).orElseThrow().with(SiteChoices.NONE))
                .returns(true, Site::open)
                .returns(ALL, Site::choices);
    }
}

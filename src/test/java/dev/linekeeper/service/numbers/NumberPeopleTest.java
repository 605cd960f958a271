package dev.linekeeper.service.numbers;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whom a number concerns, while the directory answers, is throttled, or knows somebody no more. */
class NumberPeopleTest {
    private static final String OWN = "+14255550166";
    private static final String SHARED = "+14255550100";

    private final Tenant tenant = contoso()
            .number(new NumberFixture(OWN)
                    .held(NumberStatus.USER_ASSIGNED, "owner")
                    .build())
            .build();

    private NumberPeople people(
            String number, Function<UserId, Optional<Person>> one, Consumer<Consumer<Person>> everybody) {
        return NumberPeople.of(lookup(number), tenant, new Readiness(tenant, settings()), one, everybody);
    }

    private NumberLookup lookup(String number) {
        return NumberLookup.of(PhoneNumber.of(number), tenant, new NumberCountries(Map.of()));
    }

    private static <T, R> Function<T, R> nobodyMayAsk() {
        return asked -> {
            throw new AssertionError("Nobody should ask for " + asked);
        };
    }

    private static BackendFailure throttled() {
        return new BackendFailure(FailureKind.THROTTLED, "Microsoft Graph: too many requests");
    }

    @Test
    void of_a_number_of_ones_own_only_whoever_has_it_is_read() {
        var owner = us("owner").primary(OWN).build();

        var found = people(OWN, _ -> Optional.of(owner), each -> nobodyMayAsk().apply(each));

        assertThat(found.holder()).contains(owner);
        assertThat(found.shown().people()).containsExactly(owner.entry());
        assertThat(found.concerned()).containsExactly(new UserId("owner"));
    }

    @Test
    void of_a_shared_number_everybody_is_read() {
        var found = people(
                SHARED,
                nobodyMayAsk(),
                each -> List.of(us("adele").build(), us("bianca").build()).forEach(each));

        assertThat(found.concerned()).containsExactly(new UserId("adele"), new UserId("bianca"));
    }

    @Test
    void while_people_cannot_be_read_nobody_is_said_to_show_it_and_the_rest_stands() {
        var found = people(SHARED, nobodyMayAsk(), _ -> {
            throw throttled();
        });
        var own = people(
                OWN,
                _ -> {
                    throw throttled();
                },
                each -> nobodyMayAsk().apply(each));

        assertThat(found.unread()).contains("Microsoft Graph: too many requests");
        assertThat(found.concerned()).isEmpty();
        assertThat(lookup(SHARED).holder()).isInstanceOf(NumberHolder.OfAccount.class);
        assertThat(own.unread()).contains("Microsoft Graph: too many requests");
        assertThat(own.holder()).isEmpty();
    }

    @Test
    void whom_the_directory_knows_no_more_is_nobody_to_show_and_still_has_the_number() {
        var found = people(OWN, _ -> Optional.empty(), each -> nobodyMayAsk().apply(each));

        assertThat(found).isEqualTo(new NumberPeople(Optional.empty(), found.shown(), Optional.empty()));
        assertThat(found.concerned()).isEmpty();
        assertThat(lookup(OWN).holder()).isEqualTo(new NumberHolder.OfPerson(new UserId("owner")));
    }
}

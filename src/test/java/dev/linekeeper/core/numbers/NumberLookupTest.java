package dev.linekeeper.core.numbers;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A number in an inventory that is unkind: without states, types or countries, at odds with the accounts, or unread. */
class NumberLookupTest {
    private static final String NUMBER = "+14255550166";
    private static final NumberCountries NO_SETTING = new NumberCountries(Map.of());

    private static NumberLookup lookup(String number, Tenant tenant) {
        return NumberLookup.of(PhoneNumber.of(number), tenant, NO_SETTING);
    }

    private static NumberHolder holder(UnaryOperator<NumberFixture> entry) {
        var tenant =
                contoso().number(entry.apply(new NumberFixture(NUMBER)).build()).build();
        return lookup(NUMBER, tenant).holder();
    }

    @Test
    void whose_it_is_follows_from_the_state_of_the_number() {
        assertThat(holder(it -> it)).isEqualTo(new NumberHolder.Nobody());
        assertThat(holder(it -> it.held(NumberStatus.USER_ASSIGNED, "adele")))
                .isEqualTo(new NumberHolder.OfPerson(new UserId("adele")));
        assertThat(holder(it -> it.status(NumberStatus.CONFERENCE_ASSIGNED)))
                .isEqualTo(new NumberHolder.OfConferences());
        assertThat(holder(it -> it.status(NumberStatus.THIRD_PARTY_APP_ASSIGNED)))
                .isEqualTo(new NumberHolder.OfOtherApplication());
        assertThat(holder(it -> it.held(NumberStatus.POLICY_ASSIGNED, "TeamsSharedCallingRoutingPolicy|Tag:SC-SEA")))
                .isEqualTo(new NumberHolder.OfPolicies(List.of(named("SC-SEA"))));
        assertThat(holder(it -> it.held(NumberStatus.POLICY_ASSIGNED, "5f0a")))
                .isEqualTo(new NumberHolder.OfPolicies(List.of()));
    }

    @Test
    void a_state_without_a_holder_or_no_state_at_all_is_not_nobody() {
        assertThat(holder(it -> it.status(NumberStatus.USER_ASSIGNED))).isInstanceOf(NumberHolder.NotTold.class);
        assertThat(holder(it -> it.status(NumberStatus.UNKNOWN))).isInstanceOf(NumberHolder.NotTold.class);
        assertThat(holder(it -> it.held(NumberStatus.VOICE_APPLICATION_ASSIGNED, "gone")))
                .isEqualTo(new NumberHolder.NotTold(
                        "there is no resource account gone, to which the inventory says the number is assigned"));
    }

    @Test
    void a_number_that_is_missing_from_an_incomplete_list_is_not_told() {
        var broken = contoso().unreadable("numbers").build();
        var partly = contoso().unread("numbers", "record 7").build();

        assertThat(lookup(NUMBER, broken).holder()).isInstanceOf(NumberHolder.NotTold.class);
        assertThat(lookup(NUMBER, partly).holder()).isInstanceOf(NumberHolder.NotTold.class);
        assertThat(lookup(NUMBER, partly).unread()).anyMatch(line -> line.contains("record 7"));
        assertThat(lookup(NUMBER, contoso().build()).holder()).isEqualTo(new NumberHolder.NotListed());
        assertThat(lookup(NUMBER, contoso().unreadable("resourceAccounts").build())
                        .holder())
                .isInstanceOf(NumberHolder.NotTold.class);
    }

    @Test
    void where_the_inventory_is_silent_the_account_and_the_policies_still_tell() {
        var silent = contoso().unreadable("numbers").build();

        assertThat(lookup("+14255550100", silent).holder())
                .isInstanceOfSatisfying(
                        NumberHolder.OfAccount.class,
                        found -> assertThat(found.account().id()).isEqualTo(new UserId("ra-sea")));
        assertThat(lookup("+442079460171", silent).holder())
                .isEqualTo(new NumberHolder.OfPolicies(List.of(named("SC-LON"))));
    }

    @Test
    void an_account_that_says_otherwise_than_the_inventory_is_named() {
        var tenant = contoso()
                .number("+14255550100", it -> it.status(NumberStatus.UNASSIGNED))
                .build();

        var found = lookup("+14255550100", tenant);

        assertThat(found.holder()).isEqualTo(new NumberHolder.Nobody());
        assertThat(found.claims())
                .singleElement()
                .satisfies(account -> assertThat(account.id().value()).isEqualTo("ra-sea"));
        assertThat(found.mayShow(tenant)).as("anybody may").isEmpty();
    }

    @Test
    void an_extension_is_another_number_than_its_base() {
        var tenant = contoso()
                .number(new NumberFixture(NUMBER + ";ext=12")
                        .held(NumberStatus.USER_ASSIGNED, "adele")
                        .build())
                .build();

        assertThat(lookup(NUMBER, tenant).holder()).isEqualTo(new NumberHolder.NotListed());
        assertThat(lookup(NUMBER, tenant).extensions()).containsExactly(PhoneNumber.of(NUMBER + ";ext=12"));
        assertThat(lookup(NUMBER, tenant).mayShow(tenant)).contains(Set.of(new UserId("adele")));
        assertThat(lookup(NUMBER + ";ext=12", tenant).holder())
                .isEqualTo(new NumberHolder.OfPerson(new UserId("adele")));
    }

    @ParameterizedTest
    @EnumSource(PolicyKind.class)
    void policies_that_could_not_be_read_are_named_where_they_matter(PolicyKind kind) {
        boolean matters = kind == PolicyKind.SHARED_CALLING || kind == PolicyKind.CALLING_LINE_IDENTITY;

        assertThat(lookup("+14255550100", contoso().unreadable(kind).build()).unread())
                .hasSize(matters ? 1 : 0);
    }

    @Test
    void everybody_under_its_policies_shows_a_shared_number() {
        var tenant = contoso().build();

        var found = lookup("+14255550100", tenant);

        assertThat(found.sharedBy()).contains(named("SC-SEA"));
        assertThat(found.mayShow(tenant)).isEmpty();

        var shown = NumberShown.of(
                found.number(),
                List.of(
                        us("adele").build(),
                        us("owner").primary("+14255550140").build(),
                        uk("lee").build(),
                        us("unread").voiceUnreadable().build()),
                new Readiness(tenant, settings()));
        assertThat(shown.people()).extracting(entry -> entry.id().value()).containsExactly("adele");
        assertThat(shown.cannotTell()).extracting(entry -> entry.id().value()).containsExactly("unread");
    }

    @Test
    void numbers_that_do_not_tell_are_neither_in_the_list_nor_out_of_it() {
        var tenant = new TenantFixture()
                .number(new NumberFixture("+14255550161").build())
                .number(new NumberFixture("+14255550162")
                        .status(NumberStatus.UNKNOWN)
                        .build())
                .number(new NumberFixture("+14255550163")
                        .type(NumberType.OTHER)
                        .capable(Fact.missing("not said"))
                        .build())
                .number(new NumberFixture("+14255550164")
                        .in(known(Optional.empty()))
                        .build())
                .number(new NumberFixture("+14255550165")
                        .held(NumberStatus.USER_ASSIGNED, "adele")
                        .capable(Capability.VOICE_APPLICATION_ASSIGNMENT)
                        .build())
                .build();

        assertCounts(tenant, new NumberFilter(Set.of(), Optional.empty(), Optional.empty()), 5, 0);
        assertCounts(tenant, new NumberFilter(Set.of(NumberUse.FREE), Optional.empty(), Optional.empty()), 3, 1);
        assertCounts(tenant, new NumberFilter(Set.of(NumberUse.USED), Optional.empty(), Optional.empty()), 1, 1);
        assertCounts(tenant, new NumberFilter(Set.of(NumberUse.SERVICE), Optional.empty(), Optional.empty()), 1, 1);
        assertCounts(
                tenant,
                new NumberFilter(Set.of(), Optional.of(new Country("US")), Optional.of(NumberType.CALLING_PLAN)),
                3,
                2);
        assertCounts(
                tenant,
                new NumberFilter(Set.of(NumberUse.FREE), Optional.of(new Country("GB")), Optional.empty()),
                0,
                1);
        assertThat(NumberSelection.of(
                        new NumberFilter(Set.of(), Optional.empty(), Optional.empty()),
                        contoso().unreadable("numbers").build(),
                        NO_SETTING))
                .isInstanceOf(Fact.Missing.class);
    }

    private static void assertCounts(Tenant tenant, NumberFilter filter, int found, int cannotTell) {
        var selection = NumberSelection.of(filter, tenant, NO_SETTING).known().orElseThrow();
        assertThat(selection.found()).as("%s", filter).hasSize(found);
        assertThat(selection.cannotTell()).as("%s", filter).isEqualTo(cannotTell);
    }
}

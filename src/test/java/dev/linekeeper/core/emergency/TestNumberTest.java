package dev.linekeeper.core.emergency;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.emergency;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.number;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 933 is offered for a test only where it is one: as a mask, it rings a real emergency centre (rule EMG-14). */
class TestNumberTest {
    private static final String OFFERED = "emergency.limit.test-933";

    @Test
    void a_dial_string_of_its_own_is_offered() {
        var view = view(us("u"), contoso());

        assertThat(view.limits()).extracting(Explanation::key).contains(OFFERED);
        assertThat(view.realTestCall()).isEmpty();
        assertThat(view.forThePerson().ifDialled("933").key()).isEqualTo("emergency.dial.known");
    }

    @Test
    void a_mask_is_never_offered_in_any_country() {
        offersNothing(view(us("u"), policy(emergency("E-US", masked("911", "933")))), "E-US", "911");
        offersNothing(view(us("u"), policy(emergency("E-US", masked("911", "112;933"), number("933")))), "E-US", "911");
        offersNothing(view(uk("u"), policy(emergency("E-UK", masked("999", "112; 933")))), "E-UK", "999");
    }

    @Test
    void a_site_that_masks_it_takes_the_offer_back() {
        var atHeadquarters = known(List.of(new NetworkSite("HQ", Optional.of(named("E-HQ")), Optional.empty())));

        offersNothing(
                view(us("u"), policy(emergency("E-HQ", masked("911", "933"))).sites(atHeadquarters)), "E-HQ", "911");
    }

    @Test
    void where_a_site_could_not_be_read_or_the_country_has_no_test_number_none_is_offered() {
        assertThat(view(us("u"), contoso().sites(Fact.missing("not read"))).limits())
                .extracting(Explanation::key)
                .doesNotContain(OFFERED);
        assertThat(view(uk("u"), policy(emergency("E-UK", number("999"), number("933"))))
                        .limits())
                .extracting(Explanation::key)
                .doesNotContain(OFFERED);
    }

    @Test
    @Requirement("T29")
    void where_calls_do_not_get_out_no_test_call_is_advised() {
        for (var person : List.of(us("u").voice(false), us("u").direct(SHARED_CALLING, "SC-NONUM"))) {
            var view = view(person, contoso());

            assertThat(view.verdict().level()).isEqualTo(EmergencyLevel.NO_CALLS);
            assertThat(view.limits())
                    .extracting(Explanation::key)
                    .contains("emergency.limit.no-test")
                    .doesNotContain(OFFERED);
            assertThat(view.forThePerson().limits()).isEqualTo(view.limits());
        }
    }

    private static void offersNothing(EmergencyView view, String policy, String reached) {
        var because = Explanation.of("readiness.EMG-14.real-call", named(policy), List.of(reached));

        assertThat(view.limits()).extracting(Explanation::key).doesNotContain(OFFERED);
        assertThat(view.limits()).contains(because);
        assertThat(view.ifDialled(" 933 ")).startsWith(because);
        assertThat(view.forThePerson().ifDialled("933")).isEqualTo(because);
        assertThat(view.forThePerson().limits()).contains(because);
    }

    private static EmergencyNumber masked(String dialString, String mask) {
        return new EmergencyNumber(dialString, mask, Optional.empty());
    }

    private static TenantFixture policy(EmergencyCallRouting policy) {
        return contoso().policy(policy);
    }

    private static EmergencyView view(PersonFixture person, TenantFixture tenant) {
        return EmergencyView.of(person.build(), tenant.build(), settings());
    }
}

package dev.linekeeper.core.diagnosis;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImpactTest {
    private final Tenant tenant = contoso().build();

    @Test
    void losingASharedNumberSilencesThePeopleOfItsPolicies() {
        var impact = Impact.ofNumber(PhoneNumber.of("+14255550100"), tenant, people());

        assertThat(impact.loseOutbound()).containsExactly(new UserId("adele"), new UserId("extension"));
        assertThat(impact.policies())
                .containsExactly(
                        named("SC-CTRY"), named("SC-SEA"), named("SC-SEA0"), named("SC-SVC"), named("SC-USED"));
        assertThat(impact.callbacks()).isEmpty();
        assertThat(impact.cannotTell()).containsExactly(new UserId("unread"));
        assertThat(impact.gaps()).isEmpty();
        assertThat(impact.summary()).isEqualTo(Explanation.of("diagnosis.impact.summary", 2, 5, 0, 0L, 1));
    }

    @Test
    void losingACallbackNumberEmptiesThePolicyThatHasNoOther() {
        var last = Impact.ofNumber(PhoneNumber.of("+442079460171"), tenant, people());
        var oneOfTwo = Impact.ofNumber(PhoneNumber.of("+14255550171"), tenant, people());

        assertThat(last.callbacks()).containsExactly(new Impact.CallbackLoss(named("SC-LON"), 0));
        assertThat(last.loseOutbound()).isEmpty();
        assertThat(last.summary()).isEqualTo(Explanation.of("diagnosis.impact.summary", 0, 0, 1, 1L, 1));
        assertThat(oneOfTwo.callbacks()).containsExactly(new Impact.CallbackLoss(named("SC-SEA"), 1));
        assertThat(oneOfTwo.summary()).isEqualTo(Explanation.of("diagnosis.impact.summary", 0, 0, 1, 0L, 1));
    }

    @Test
    void losingAnOwnNumberSilencesItsOwner() {
        assertThat(Impact.ofNumber(PhoneNumber.of("+14255550140"), tenant, people())
                        .loseOutbound())
                .containsExactly(new UserId("owner"));
    }

    @Test
    void losingAnAccountSilencesThePeopleOfItsPolicies() {
        var impact = Impact.ofAccount(new UserId("ra-lon"), tenant, people());

        assertThat(impact.loseOutbound()).containsExactly(new UserId("lee"));
        assertThat(impact.policies()).containsExactly(named("SC-LON"), named("SC-MIX"));
    }

    @Test
    void losingAPolicySilencesItsPeopleAndFreesItsCallbackNumbers() {
        var impact = Impact.ofPolicy(named("sc-sea"), tenant, people());

        assertThat(impact.loseOutbound()).containsExactly(new UserId("adele"), new UserId("extension"));
        assertThat(impact.callbacks()).containsExactly(new Impact.CallbackLoss(named("SC-SEA"), 0));
        assertThat(Impact.ofPolicy(named("SC-SEA0"), tenant, people()).callbacks())
                .isEmpty();
    }

    @Test
    void saysWhatCouldNotBeRead() {
        var unread = contoso()
                .unreadable(PolicyKind.SHARED_CALLING)
                .unreadable("resourceAccounts")
                .build();

        assertThat(Impact.ofAccount(new UserId("ra-lon"), unread, people()).gaps())
                .hasSize(2);
    }

    private static Stream<Person> people() {
        return Stream.of(
                us("adele").build(),
                us("owner").primary("+14255550140").build(),
                us("extension").primary("+14255550190;ext=6789").build(),
                uk("lee").build(),
                us("unread").voiceUnreadable().build());
    }
}

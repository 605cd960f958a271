package dev.linekeeper.core.diagnosis;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImpactTest {
    private final Tenant tenant = contoso().build();

    @Test
    void losingASharedNumberSilencesThePeopleOfItsPolicies() {
        var impact = Impact.ofNumber(PhoneNumber.of("+14255550100"), tenant, settings(), people());

        assertThat(impact.loseOutbound()).containsExactly(new UserId("adele"), new UserId("extension"));
        assertThat(impact.policies())
                .containsExactly(
                        named("SC-CTRY"), named("SC-SEA"), named("SC-SEA0"), named("SC-SVC"), named("SC-USED"));
        assertThat(impact.callbacks()).isEmpty();
        assertThat(impact.cannotTell()).containsExactly(new UserId("unread"));
        assertThat(impact.gaps()).isEmpty();
        assertThat(impact.summary()).isEqualTo(Explanation.of("diagnosis.impact.at-least", 2, 5));
    }

    @Test
    void losingACallbackNumberEmptiesThePolicyThatHasNoOther() {
        var last = Impact.ofNumber(PhoneNumber.of("+442079460171"), tenant, settings(), people());
        var oneOfTwo = Impact.ofNumber(PhoneNumber.of("+14255550171"), tenant, settings(), people());

        assertThat(last.callbacks()).containsExactly(new Impact.CallbackLoss(named("SC-LON"), 0, false));
        assertThat(last.loseOutbound()).isEmpty();
        assertThat(last.summary()).isEqualTo(Explanation.of("diagnosis.impact.at-least", 0, 0));
        assertThat(oneOfTwo.callbacks()).containsExactly(new Impact.CallbackLoss(named("SC-SEA"), 1, false));
    }

    @Test
    void losingTheLastCallbackNumberOfATollFreeAccountIsUnsupported() {
        assertThat(Impact.ofNumber(PhoneNumber.of("+14255550173"), tenant, settings(), people())
                        .callbacks())
                .containsExactly(new Impact.CallbackLoss(named("SC-TF2"), 0, true));
    }

    @Test
    void anExtensionIsOnePersonsAndItsBaseNumberIsEverybodysWithOne() {
        var one = us("one").primary("+14255550190;ext=6789");
        var two = us("two").primary("+14255550190;ext=6790");

        assertThat(Impact.ofNumber(
                                PhoneNumber.of("+14255550190;ext=6789"),
                                tenant,
                                settings(),
                                Stream.of(one.build(), two.build()))
                        .loseOutbound())
                .containsExactly(new UserId("one"));
        assertThat(Impact.ofNumber(
                                PhoneNumber.of("+14255550190"), tenant, settings(), Stream.of(one.build(), two.build()))
                        .loseOutbound())
                .containsExactly(new UserId("one"), new UserId("two"));
    }

    @Test
    void losingAnOwnNumberSilencesItsOwner() {
        assertThat(Impact.ofNumber(PhoneNumber.of("+14255550140"), tenant, settings(), people())
                        .loseOutbound())
                .containsExactly(new UserId("owner"));
    }

    @Test
    void losingAnAccountSilencesThePeopleOfItsPolicies() {
        var impact = Impact.ofAccount(new UserId("ra-lon"), tenant, settings(), people());

        assertThat(impact.loseOutbound()).containsExactly(new UserId("lee"));
        assertThat(impact.policies()).containsExactly(named("SC-LON"), named("SC-MIX"));
    }

    @Test
    void losingAPolicySilencesItsPeopleAndFreesItsCallbackNumbers() {
        var impact = Impact.ofPolicy(named("sc-sea"), tenant, settings(), people());

        assertThat(impact.loseOutbound()).containsExactly(new UserId("adele"), new UserId("extension"));
        assertThat(impact.callbacks()).containsExactly(new Impact.CallbackLoss(named("SC-SEA"), 0, false));
        assertThat(Impact.ofPolicy(named("SC-SEA0"), tenant, settings(), people())
                        .callbacks())
                .isEmpty();
    }

    @Test
    void saysWhatCouldNotBeRead() {
        var unread = contoso()
                .unreadable(PolicyKind.SHARED_CALLING)
                .unreadable("resourceAccounts")
                .build();

        assertThat(Impact.ofAccount(new UserId("ra-lon"), unread, settings(), people())
                        .gaps())
                .hasSize(2);
    }

    @Test
    void losingAnotherLineLeavesThePersonTheirMainOne() {
        var it = ContosoCase.of("F40");

        var own = Impact.ofNumber(PhoneNumber.of("+14255550180"), it.tenant(), settings(), Stream.of(it.person()));
        var shared = Impact.ofNumber(PhoneNumber.of("+14255550100"), it.tenant(), settings(), Stream.of(it.person()));

        assertThat(own.callDifferently()).containsExactly(it.person().id());
        assertThat(own.loseOutbound()).isEmpty();
        assertThat(shared.callDifferently()).containsExactly(it.person().id());
    }

    @Test
    void whatIsGrantedBeneathTakesOverFromADeletedPolicy() {
        var it = ContosoCase.of("F38");

        var impact = Impact.ofPolicy(named("SC-SEA"), it.tenant(), settings(), Stream.of(it.person()));

        assertThat(impact.callDifferently()).containsExactly(it.person().id());
        assertThat(impact.loseOutbound()).isEmpty();
        assertThat(impact.summary()).isEqualTo(Explanation.of("diagnosis.impact.summary", 0, 1));
    }

    @Test
    @Requirement("T29")
    void whoLosesTheirCallsLosesEmergencyCallsAndOfWhomTooLittleWasReadThatIsNotKnown() {
        var impact = Impact.ofNumber(PhoneNumber.of("+14255550100"), tenant, settings(), people());

        assertThat(impact.emergency())
                .containsOnlyKeys(new UserId("adele"), new UserId("extension"), new UserId("unread"));
        assertThat(impact.emergency().get(new UserId("adele")).headline())
                .isEqualTo(Explanation.of("emergency.verdict.no-calls", List.of("911")));
        assertThat(impact.emergency().get(new UserId("unread")).level()).isEqualTo(EmergencyLevel.NOT_READ);
    }

    @Test
    @Requirement("T29")
    void emergencyCallsOfWhoCallsDifferentlyAreJudgedByWhatTakesOver() {
        var it = ContosoCase.of("F38");
        var then = it.person().after(new Change.RevokePolicy(it.person().id(), PolicyKind.SHARED_CALLING));

        var impact = Impact.ofPolicy(named("SC-SEA"), it.tenant(), settings(), Stream.of(it.person()));

        assertThat(impact.emergency())
                .containsEntry(it.person().id(), EmergencyVerdict.of(Readiness.audit(then, it.tenant(), settings())));
    }

    @Test
    void nothingTakesOverFromAnotherPolicyThanTheOneGranted() {
        var it = ContosoCase.of("F38");

        var impact = Impact.ofPolicy(
                named("SC-LON"),
                it.tenant(),
                settings(),
                Stream.of(it.person(), uk("lee").build()));

        assertThat(impact.callDifferently()).isEmpty();
        assertThat(impact.loseOutbound()).containsExactly(new UserId("lee"));
    }

    @Test
    void whoHasThePolicyByAGroupIsCountedAsLosing() {
        var it = ContosoCase.of("F39");

        assertThat(Impact.ofPolicy(named("SC-SEA"), it.tenant(), settings(), Stream.of(it.person()))
                        .loseOutbound())
                .containsExactly(it.person().id());
    }

    @Test
    void cannotTellWhereWhatLiesBeneathWasNotRead() {
        var beneath = us("beneath")
                .policy(
                        PolicyKind.SHARED_CALLING,
                        known(new Assignment.Direct(named("SC-SEA"), Fact.missing("groups were not read"))))
                .build();

        var impact = Impact.ofPolicy(named("SC-SEA"), tenant, settings(), Stream.of(beneath));

        assertThat(impact.cannotTell()).containsExactly(beneath.id());
        assertThat(impact.loseOutbound()).isEmpty();
    }

    @Test
    void whoCallsWithAnOwnNumberDoesNotNoticeThatThePolicyGoes() {
        var it = ContosoCase.of("F07");

        assertThat(Impact.ofPolicy(named("SC-SEA"), it.tenant(), settings(), Stream.of(it.person()))
                        .loseOutbound())
                .isEmpty();
    }

    @Test
    void anExtensionWithUsagesOfItsOwnDoesNotNoticeThatTheSharedNumberGoes() {
        var it = ContosoCase.of("F10");

        assertThat(Impact.ofNumber(PhoneNumber.of("+14255550100"), it.tenant(), settings(), Stream.of(it.person()))
                        .loseOutbound())
                .isEmpty();
    }

    @Test
    void aLineWithAnotherPolicyDoesNotNotice() {
        var it = ContosoCase.of("F40");

        assertThat(Impact.ofNumber(PhoneNumber.of("+442079460100"), it.tenant(), settings(), Stream.of(it.person()))
                        .callDifferently())
                .isEmpty();
    }

    @Test
    void cannotTellWhatTakesOverWhenThePoliciesWereNotRead() {
        var it = ContosoCase.of("F38");
        var unread = contoso().unreadable(PolicyKind.SHARED_CALLING).build();

        assertThat(Impact.ofPolicy(named("SC-SEA"), unread, settings(), Stream.of(it.person()))
                        .cannotTell())
                .containsExactly(it.person().id());
    }

    @Test
    void nobodyIsHitByANumberNothingUses() {
        var impact = Impact.ofNumber(
                PhoneNumber.of("+14255550199"),
                tenant,
                settings(),
                Stream.of(uk("lee").build()));

        assertThat(impact.isNone()).isTrue();
        assertThat(impact.summary()).isEqualTo(Explanation.of("diagnosis.impact.summary", 0, 0));
        assertThat(Impact.ofNumber(PhoneNumber.of("+442079460171"), tenant, settings(), Stream.of())
                        .isNone())
                .isFalse();
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

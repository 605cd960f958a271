package dev.linekeeper.core.emergency;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmergencyViewTest {

    @Test
    void showsAnAdminWhatIsConfigured() {
        var view = view("F01");

        var routing = value(view.routing()).orElseThrow();
        assertThat(routing.policy()).isEqualTo(named("E-US"));
        assertThat(routing.enhanced().known()).contains(true);
        assertThat(routing.entries())
                .containsExactly(
                        new EmergencyNumbers.DialledNumber("911", List.of(), Optional.empty()),
                        new EmergencyNumbers.DialledNumber("933", List.of(), Optional.empty()));
        var number = value(view.sharedNumber()).orElseThrow();
        assertThat(number.number()).isEqualTo(PhoneNumber.of("+14255550100"));
        assertThat(value(number.address()).map(EmergencyLocation::address))
                .contains("1 Pike Street, Seattle, WA 98101, US");
        assertThat(value(view.notice()).orElseThrow().notified()).containsExactly("sec@contoso.example");
        assertThat(view.checks()).hasSize(14);
        assertThat(view.asOf()).contains(Instant.EPOCH);
        assertThat(view.locationOrder())
                .containsExactly(
                        LocationSource.NETWORK,
                        LocationSource.CONFIRMED,
                        LocationSource.OPERATING_SYSTEM,
                        LocationSource.SHARED_NUMBER);
        assertThat(keys(view.limits()))
                .containsExactly(
                        "emergency.limit.configuration-only",
                        "emergency.limit.check-location",
                        "emergency.limit.test-933",
                        "emergency.limit.us-law");
    }

    @Test
    @Requirement({"T31", "T33"})
    void showsAnOrdinaryPersonWhatConcernsThem() {
        var mine = view("F19").forThePerson();

        assertThat(value(mine.dial())).containsExactly("999", "112");
        assertThat(mine.callback()).containsExactly(PhoneNumber.of("+442079460171"));
        assertThat(value(mine.fallbackAddress())).contains("3 Strand, London, GB");
        assertThat(keys(mine.limits()))
                .containsExactly(
                        "emergency.limit.configuration-only",
                        "emergency.limit.check-location",
                        "emergency.limit.no-test",
                        "emergency.limit.law");
    }

    @Test
    void saysWhatDiallingAnEmergencyNumberDoesNow() {
        assertThat(keys(view("F01").ifDialled(" 911 ")))
                .startsWith(
                        "emergency.dial.recognised",
                        "emergency.dial.by-microsoft",
                        "emergency.shown.pool",
                        "emergency.dial.address",
                        "emergency.dial.told");
    }

    @Test
    void saysThatAMaskIsTurnedIntoTheNumber() {
        assertThat(view("F19").ifDialled("112").getFirst())
                .isEqualTo(Explanation.of("emergency.dial.masked", "112", "999", named("E-UK")));
    }

    @Test
    void saysThatTheCallLeavesByDirectRouting() {
        assertThat(view("F21").ifDialled("112")).contains(Explanation.of("emergency.dial.by-usage", "DE-Emergency"));
    }

    @Test
    void saysThatANumberIsNoEmergencyNumberHere() {
        assertThat(view("F01").ifDialled("999").getFirst())
                .isEqualTo(Explanation.of("emergency.dial.not-known", "999"));
        assertThat(view("F30").ifDialled("911").getFirst())
                .isEqualTo(Explanation.of("emergency.dial.not-known", "911"));
    }

    @Test
    void saysThatASiteComesFirst() {
        assertThat(view("F36").ifDialled("911")).contains(Explanation.of("emergency.dial.site", "HQ", named("E-DE")));
        assertThat(value(view("F36").sites()))
                .containsExactly(new SiteOverride("HQ", Optional.of(named("E-DE")), Optional.empty()));
    }

    @Test
    void saysThatThereIsNoAddressToFallBackOn() {
        assertThat(keys(view("F12").ifDialled("911"))).contains("emergency.dial.no-address");
        assertThat(value(view("F12").forThePerson().fallbackAddress())).isEmpty();
    }

    @Test
    void tellsOthersForSomeNumbers() {
        var it = ContosoCase.of("F01");
        var tenant = contoso()
                .policy(new Policy.EmergencyCalling(
                        PolicyName.GLOBAL,
                        List.of("sec@contoso.example"),
                        "NotificationOnly",
                        Optional.empty(),
                        known(true),
                        Optional.of("Say where you are."),
                        List.of(new Policy.ExtendedNotification("933", List.of()))))
                .build();
        var view = EmergencyView.of(it.person(), tenant, it.settings());

        assertThat(keys(view.ifDialled("933"))).contains("emergency.dial.nobody-told");
        assertThat(view.ifDialled("911"))
                .contains(Explanation.of("emergency.dial.told", List.of("sec@contoso.example")));
        assertThat(value(view.forThePerson().disclaimer())).contains("Say where you are.");
    }

    @Test
    void saysWhatCouldNotBeRead() {
        var it = ContosoCase.of("F01");
        var view = EmergencyView.of(
                it.person(),
                contoso().unreadable(PolicyKind.EMERGENCY_CALL_ROUTING).build(),
                it.settings());
        var notice = EmergencyView.of(
                it.person(), contoso().unreadable(PolicyKind.EMERGENCY_CALLING).build(), it.settings());

        assertThat(view.ifDialled("911").getFirst().key()).isEqualTo("emergency.dial.routing-not-read");
        assertThat(keys(notice.ifDialled("911"))).contains("emergency.dial.notice-not-read");
        assertThat(view("F42").sharedNumber()).isInstanceOf(Fact.Missing.class);
        assertThat(value(view("F04").sharedNumber())).isEmpty();
        assertThat(view("F42").forThePerson().fallbackAddress()).isInstanceOf(Fact.Missing.class);
    }

    @Test
    void showsAPolicyWithItsCallbackNumbers() {
        var view = PolicyEmergencyView.of(named("SC-SEA"), contoso().build(), settings());

        assertThat(value(view.sharedNumber()).orElseThrow().accountName()).isEqualTo("RA-SEA main line");
        assertThat(value(view.callbacks()))
                .extracting(PolicyEmergencyView.CallbackNumber::number)
                .containsExactly(PhoneNumber.of("+14255550171"), PhoneNumber.of("+14255550172"));
        assertThat(view.routing()).contains(named("E-US"));
        assertThat(view.checks().stream()
                        .map(finding -> finding.rule().id().value())
                        .filter(id -> id.startsWith("POL")))
                .startsWith("POL-03")
                .endsWith("POL-12");
        assertThat(view.checks())
                .allSatisfy(
                        finding -> assertThat(finding.rule().id().value()).matches("EMG-\\d\\d|POL-(0[3-9]|1[0-2])"));
    }

    @Test
    void showsWhichPoliciesShareACallbackNumber() {
        var it = ContosoCase.of("F24");
        var view = PolicyEmergencyView.of(named("SC-DUP"), it.tenant(), it.settings());

        assertThat(value(view.callbacks()).getFirst().alsoIn()).containsExactly(named("SC-SEA"));
        assertThat(value(PolicyEmergencyView.of(named("SC-LON"), it.tenant(), it.settings())
                                .callbacks())
                        .getFirst()
                        .alsoIn())
                .isEmpty();
    }

    @Test
    void showsLittleOfAPolicyThatIsNotThere() {
        var view = PolicyEmergencyView.of(named("Nothing"), contoso().build(), settings());

        assertThat(value(view.sharedNumber())).isEmpty();
        assertThat(value(view.callbacks())).isEmpty();
        assertThat(view.routing()).isEmpty();
    }

    @Test
    void aPolicyWithoutNumbersIsNoRouting() {
        assertThat(value(view("F30").routing())).isEmpty();
        assertThat(value(view("F30").forThePerson().dial())).isEmpty();
    }

    @Test
    void saysToThePersonWhetherADigitIsAnEmergencyNumber() {
        var unread = EmergencyView.of(
                ContosoCase.of("F01").person(),
                contoso().unreadable(PolicyKind.EMERGENCY_CALL_ROUTING).build(),
                settings());

        assertThat(view("F19").forThePerson().ifDialled(" 112 ").key()).isEqualTo("emergency.dial.known");
        assertThat(view("F19").forThePerson().ifDialled("911").key()).isEqualTo("emergency.dial.not-known");
        assertThat(unread.forThePerson().ifDialled("911").key()).isEqualTo("emergency.dial.routing-not-read");
    }

    @Test
    void saysThatAddressAndSitesCouldNotBeRead() {
        var it = ContosoCase.of("F01");
        var view = EmergencyView.of(
                it.person(),
                contoso()
                        .unreadable("locations")
                        .sites(Fact.missing("not read"))
                        .build(),
                it.settings());

        assertThat(keys(view.ifDialled("911")))
                .contains("emergency.dial.address-not-read", "emergency.dial.sites-not-read");
        assertThat(view.forThePerson().fallbackAddress()).isInstanceOf(Fact.Missing.class);
        assertThat(value(view("F07").fallbackAddress())).isEmpty();
    }

    @Test
    void showsWhatPeopleUnderThePolicyDial() {
        var view = PolicyEmergencyView.of(named("SC-LON"), contoso().build(), settings());

        assertThat(value(view.dialling()))
                .containsExactly(new EmergencyNumbers.DialledNumber("999", List.of("112"), Optional.empty()));
        assertThat(value(PolicyEmergencyView.of(named("SC-NONUM"), contoso().build(), settings())
                        .dialling()))
                .isEmpty();
    }

    @Test
    void oneCallerMoreThanThereAreNumbersIsShownTheFirstAgain() {
        assertThat(PolicyEmergencyView.of(named("SC-SEA"), contoso().build(), settings())
                        .oneCallerMore())
                .contains(new CallbackPool.PresentedNumber.ReusedNumber(PhoneNumber.of("+14255550171")));
        assertThat(PolicyEmergencyView.of(named("SC-SEA0"), contoso().build(), settings())
                        .oneCallerMore())
                .contains(new CallbackPool.PresentedNumber.AccountNumber(PhoneNumber.of("+14255550100")));
        assertThat(PolicyEmergencyView.of(named("SC-NONUM"), contoso().build(), settings())
                        .oneCallerMore())
                .isEmpty();
    }

    @Test
    void hasNoSharedNumberWhenTheAccountIsGone() {
        var gone = new Policy.SharedCalling(named("SC-GONE"), Optional.of(new UserId("ra-nowhere")), List.of(), "");
        var tenant = contoso().policy(gone).build();

        assertThat(value(PolicyEmergencyView.of(gone.name(), tenant, settings()).sharedNumber()))
                .isEmpty();
    }

    @Test
    void showsOnlySitesThatOverrideSomething() {
        var it = ContosoCase.of("F01");
        var tenant = contoso()
                .sites(known(List.of(
                        new NetworkSite("plain", Optional.empty(), Optional.empty()),
                        new NetworkSite("told", Optional.empty(), Optional.of(named("ECP-A"))))))
                .build();

        assertThat(value(EmergencyView.of(it.person(), tenant, it.settings()).sites()))
                .containsExactly(new SiteOverride("told", Optional.empty(), Optional.of(named("ECP-A"))));
    }

    @Test
    void hasNoSharedNumberForSomebodyWithAnOwnOne() {
        assertThat(value(view("F07").sharedNumber())).isEmpty();
        assertThat(view("F41").sharedNumber()).isInstanceOf(Fact.Missing.class);
    }

    @Test
    void aBlankDisclaimerIsNone() {
        assertThat(EmergencyNotification.of(new Policy.EmergencyCalling(
                                named("ECP-A"),
                                List.of(),
                                "",
                                Optional.empty(),
                                known(true),
                                Optional.of(" "),
                                List.of()))
                        .disclaimer())
                .isEmpty();
    }

    @Test
    void everySourceOfTheAddressHasItsSentence() {
        assertThat(Arrays.stream(LocationSource.values())
                        .map(source -> source.text().key()))
                .containsExactly(
                        "emergency.location.network",
                        "emergency.location.confirmed",
                        "emergency.location.operating-system",
                        "emergency.location.shared-number");
    }

    private static EmergencyView view(String name) {
        var it = ContosoCase.of(name);
        return EmergencyView.of(it.person(), it.tenant(), it.settings());
    }

    private static <T> T value(Fact<T> fact) {
        return fact.known().orElseThrow();
    }

    private static List<String> keys(List<Explanation> sentences) {
        return sentences.stream().map(Explanation::key).toList();
    }
}

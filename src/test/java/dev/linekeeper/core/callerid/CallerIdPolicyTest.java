package dev.linekeeper.core.callerid;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.CALLING_LINE_IDENTITY;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How caller ID policies change what people see, of somebody with an own number and of an account; and lines. */
class CallerIdPolicyTest {
    private static final String OWN = "+14255550140";

    @Test
    void anOwnNumberIsHiddenByAnAnonymousPolicy() {
        var answer = normal(us("u").primary(OWN).direct(CALLING_LINE_IDENTITY, "C-ANON"), contoso());

        assertThat(answer.kind()).isEqualTo(CallerId.CallerIdKind.ANONYMOUS);
        assertThat(answer.because().key()).isEqualTo("callerid.own.anonymous");
        assertThat(answer.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(answer.answering()).isEqualTo(new CallRecipient.NobodyAnswers());
    }

    @Test
    void anOwnNumberMayBeHiddenByWhoeverMayHideIt() {
        var answer = normal(us("u").primary(OWN).direct(CALLING_LINE_IDENTITY, "C-HIDE"), contoso());

        assertThat(keys(answer)).containsExactly("callerid.caveat.own-number-wins", "callerid.caveat.may-hide");
    }

    @Test
    void theServiceSettingDoesNothing() {
        var tenant = contoso().policy(identity("C-SVC", Policy.Substitute.SERVICE, null, null));

        var own = normal(us("u").primary(OWN).direct(CALLING_LINE_IDENTITY, "C-SVC"), tenant);
        var shared = normal(us("u").direct(CALLING_LINE_IDENTITY, "C-SVC"), tenant);

        assertThat(own.number()).contains(PhoneNumber.of(OWN));
        assertThat(keys(own)).contains("callerid.caveat.service");
        assertThat(shared.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(keys(shared)).containsExactly("callerid.caveat.service");
    }

    @Test
    void aSubstituteWithoutANumberLeavesTheAnswerOpen() {
        var tenant = contoso()
                .policy(identity("C-NONUM", Policy.Substitute.RESOURCE, "ra-nonum", null))
                .policy(identity("C-NOBODY", Policy.Substitute.RESOURCE, null, null))
                .policy(identity("C-GONE", Policy.Substitute.RESOURCE, "nothing", null));

        for (var policy : List.of("C-NONUM", "C-NOBODY", "C-GONE")) {
            var own = normal(us("u").primary(OWN).direct(CALLING_LINE_IDENTITY, policy), tenant);
            assertThat(own.kind()).isEqualTo(CallerId.CallerIdKind.UNDETERMINED);
            assertThat(own.because().key()).isEqualTo("callerid.unreadable.no-substitute");

            var account = normal(us("u"), tenant.account("ra-sea", a -> a.direct(CALLING_LINE_IDENTITY, policy)));
            assertThat(account.kind()).isEqualTo(CallerId.CallerIdKind.UNDETERMINED);
            assertThat(account.because().key()).isEqualTo("callerid.unreadable.no-substitute");
        }
        assertThat(keys(normal(
                        us("u").direct(CALLING_LINE_IDENTITY, "C-NONUM"),
                        contoso().policy(identity("C-NONUM", Policy.Substitute.RESOURCE, "ra-nonum", null)))))
                .containsExactly("callerid.caveat.other-account-unknown");
    }

    @Test
    void theCompanyNameOfAnOwnNumberIsSentAlong() {
        var tenant = contoso().policy(identity("C-NAME", Policy.Substitute.LINE_URI, null, "Contoso"));

        var answer = normal(us("u").primary(OWN).direct(CALLING_LINE_IDENTITY, "C-NAME"), tenant);

        assertThat(answer.callerName()).contains("Contoso");
        assertThat(keys(answer)).contains("callerid.caveat.name-may-be-dropped");
    }

    @Test
    void theAccountsOwnPolicyDecidesForTheShared() {
        var tenant = contoso().policy(identity("C-NAME", Policy.Substitute.LINE_URI, null, "Contoso"));

        var hidden = normal(us("u"), tenant.account("ra-sea", a -> a.direct(CALLING_LINE_IDENTITY, "C-ANON")));
        var other = normal(us("u"), tenant.account("ra-sea", a -> a.direct(CALLING_LINE_IDENTITY, "C-LON")));
        var name = normal(us("u"), tenant.account("ra-sea", a -> a.direct(CALLING_LINE_IDENTITY, "C-NAME")));

        assertThat(hidden.kind()).isEqualTo(CallerId.CallerIdKind.ANONYMOUS);
        assertThat(hidden.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(hidden.because().key()).isEqualTo("callerid.shared.anonymous");
        assertThat(other.number()).contains(PhoneNumber.of("+442079460100"));
        assertThat(other.source()).contains(CallerId.CallerIdSource.CLID_RESOURCE);
        assertThat(other.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(other.because().key()).isEqualTo("callerid.shared.substituted");
        assertThat(name.callerName()).contains("Contoso");
        assertThat(name.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(keys(name)).containsExactly("callerid.caveat.name-may-be-dropped");
    }

    @Test
    void aPolicyThatIsNotAmongThoseReadLeavesTheAnswerOpen() {
        assertThat(normal(us("u").direct(CALLING_LINE_IDENTITY, "C-UNSEEN"), contoso())
                        .kind())
                .isEqualTo(CallerId.CallerIdKind.UNDETERMINED);
        assertThat(normal(us("u").direct(PolicyKind.VOICE_ROUTING, "V-UNSEEN"), contoso())
                        .kind())
                .isEqualTo(CallerId.CallerIdKind.UNDETERMINED);
    }

    @Test
    void whatTheAnswerNeedsAndCannotBeReadIsNamed() {
        var own = us("u").primary(OWN).policy(CALLING_LINE_IDENTITY, Fact.missing("gone"));
        var substituted = us("u").primary(OWN).direct(CALLING_LINE_IDENTITY, "C-SEA");
        var funding = contoso().account("ra-sea", a -> a.plans(Fact.<List<ServicePlan>>missing("gone")));
        var unread = contoso().unreadable("resourceAccounts");

        assertThat(normal(own, contoso()).because()).isEqualTo(Explanation.of("callerid.unreadable.missing", "gone"));
        assertThat(normal(substituted, unread).because().key()).isEqualTo("callerid.unreadable.missing");
        assertThat(normal(us("u"), funding).kind()).isEqualTo(CallerId.CallerIdKind.UNDETERMINED);
        assertThat(normal(us("u"), funding).because().key()).isEqualTo("readiness.unknown");
        var line = line("+14255550180", Line.Category.ALTERNATE, known(Optional.empty()));
        assertThat(CallerIdResolver.lines(Readiness.audit(
                                us("u").line(line).build(),
                                contoso().unreadable("numbers").build(),
                                settings()))
                        .getFirst()
                        .callerId()
                        .because()
                        .key())
                .isEqualTo("callerid.unreadable.missing");
    }

    @Test
    void theAttendantOfTheAccountIsTheOneNamed() {
        assertThat(normal(us("u").direct(SHARED_CALLING, "SC-LON"), contoso()).answering())
                .isInstanceOfSatisfying(
                        CallRecipient.Attendant.class,
                        attendant -> assertThat(attendant.name()).isEqualTo("ra-lon attendant"));
    }

    @Test
    void numbersTheTenantDoesNotListAreNotNamed() {
        var own = normal(us("u").primary("+14255559999"), contoso());
        var shared = normal(us("u"), contoso().withoutNumber("+14255550100"));

        assertThat(own.because().key()).isEqualTo("callerid.unreadable.not-listed");
        assertThat(shared.kind()).isEqualTo(CallerId.CallerIdKind.UNDETERMINED);
        assertThat(shared.because().key()).isEqualTo("callerid.unreadable.not-listed");
    }

    @Test
    void anAccountThatDoesNotExistCarriesNoCall() {
        var answer = normal(us("u"), contoso().withoutAccount("ra-sea"));

        assertThat(answer.kind()).isEqualTo(CallerId.CallerIdKind.NOT_ABLE_TO_CALL);
        assertThat(answer.because().key()).isEqualTo("callerid.closed.no-account");
    }

    @Test
    void aCallingPlanCarriesTheCallsOfADirectRoutingNumber() {
        var answer = normal(us("u").primary("+14255550190").features("Teams", "PhoneSystem", "CallingPlan"), contoso());

        assertThat(answer.number()).contains(PhoneNumber.of("+14255550190"));
    }

    @Test
    void saysThatCallingIsSwitchedOffByPolicy() {
        var tenant = contoso()
                .policy(new Policy.Calling(named("Global"), known(false), known(false), known(Optional.empty())));

        assertThat(keys(normal(us("u"), tenant))).containsExactly("readiness.USR-14.calling-off");
    }

    @Test
    void whoeverAnswersIsNamed() {
        var queue = contoso()
                .account(
                        "ra-sea",
                        a -> a.associations(
                                new ResourceAccount.Association(ResourceAccount.Application.CALL_QUEUE, "queue")));
        var other = contoso()
                .account(
                        "ra-sea",
                        a -> a.associations(
                                new ResourceAccount.Association(ResourceAccount.Application.THIRD_PARTY, "app")));

        assertThat(normal(us("u"), queue).answering()).isEqualTo(new CallRecipient.Queue());
        assertThat(normal(us("u"), other).answering()).isEqualTo(new CallRecipient.UnknownRecipient());
        assertThat(normal(us("u"), contoso().unreadable("autoAttendants")).answering())
                .isEqualTo(new CallRecipient.UnknownRecipient());
        assertThat(normal(us("u"), contoso()).answering())
                .isInstanceOfSatisfying(
                        CallRecipient.Attendant.class,
                        attendant -> assertThat(attendant.name()).isNotBlank());
        assertThat(CallRecipients.of(new UserId("nobody"), contoso().build()))
                .isEqualTo(new CallRecipient.UnknownRecipient());
        assertThat(CallRecipients.of(
                        new UserId("ra-sea"),
                        contoso().unreadable("resourceAccounts").build()))
                .isEqualTo(new CallRecipient.UnknownRecipient());
    }

    @Test
    void eachLineHasItsOwnAnswer() {
        var policy = line("+14255550180", Line.Category.ALTERNATE, known(Optional.of(named("SC-LON"))));
        var noAccount = line("+14255550180", Line.Category.ALTERNATE, known(Optional.of(named("SC-NONUM"))));
        var plain = line("+14255550180", Line.Category.ALTERNATE, known(Optional.empty()));
        var unread = new Line(PhoneNumber.of("+14255550180"), Line.Category.ALTERNATE);
        var unlisted = line("+14255559999", Line.Category.ALTERNATE, known(Optional.empty()));
        var inbound = new Line(PhoneNumber.of("+14255550180"), Line.Category.PRIVATE);

        assertThat(described(policy)).isEqualTo("NUMBER +442079460100 LOW callerid.shared.number");
        assertThat(described(noAccount)).isEqualTo("NOT_ABLE_TO_CALL - LOW callerid.closed.no-number");
        assertThat(described(plain)).isEqualTo("NUMBER +14255550180 MEDIUM callerid.own.number");
        assertThat(described(unread)).isEqualTo("UNDETERMINED - LOW callerid.unreadable.missing");
        assertThat(described(unlisted)).isEqualTo("UNDETERMINED - LOW callerid.unreadable.not-listed");
        assertThat(described(inbound)).isEqualTo("NOT_ABLE_TO_CALL - HIGH callerid.line.private");
    }

    @Test
    void noLineCallsWhileVoiceIsOff() {
        var plain = line("+14255550180", Line.Category.ALTERNATE, known(Optional.empty()));
        var policy = line("+14255550180", Line.Category.ALTERNATE, known(Optional.of(named("SC-LON"))));

        assertThat(lines(us("u").voice(false).line(plain)))
                .containsExactly("NOT_ABLE_TO_CALL - HIGH readiness.USR-05.off");
        assertThat(lines(us("u").voice(false).line(policy)))
                .containsExactly("NOT_ABLE_TO_CALL - LOW readiness.USR-05.off");
        assertThat(lines(us("u").voice(Fact.missing("gone")).line(plain)))
                .containsExactly("UNDETERMINED - LOW readiness.unknown");
        assertThat(lines(us("u").voice(Fact.missing("gone")).line(policy)))
                .containsExactly("UNDETERMINED - LOW readiness.unknown");
        var cloud = ContosoCase.of("F41");
        assertThat(CallerIdResolver.lines(
                        Readiness.audit(us("u").line(plain).line(policy).build(), cloud.tenant(), cloud.settings())))
                .allSatisfy(line -> assertThat(line.callerId().kind()).isEqualTo(CallerId.CallerIdKind.UNDETERMINED));
    }

    @Test
    void ofTwoConfidencesTheLesserCounts() {
        assertThat(Confidence.HIGH.atMost(Confidence.LOW)).isEqualTo(Confidence.LOW);
        assertThat(Confidence.LOW.atMost(Confidence.HIGH)).isEqualTo(Confidence.LOW);
        assertThat(Confidence.MEDIUM.atMost(Confidence.MEDIUM)).isEqualTo(Confidence.MEDIUM);
    }

    private static CallerId normal(PersonFixture person, TenantFixture tenant) {
        return CallerIdResolver.normal(Readiness.audit(person.build(), tenant.build(), settings()));
    }

    private static String described(Line line) {
        return lines(us("u").inherited(SHARED_CALLING).line(line)).getFirst();
    }

    @Test
    void aSubstituteThatCouldNotBeReadLeavesTheAnswerOpen() {
        var unread = contoso().account("ra-lon", a -> a.number(Fact.missing("not read")));

        var own = normal(us("u").primary(OWN).direct(CALLING_LINE_IDENTITY, "C-LON"), unread);
        var shared = normal(us("u"), unread.account("ra-sea", a -> a.direct(CALLING_LINE_IDENTITY, "C-LON")));

        assertThat(own.because()).isEqualTo(Explanation.of("callerid.unreadable.missing", "not read"));
        assertThat(shared.because()).isEqualTo(Explanation.of("callerid.unreadable.missing", "not read"));
    }

    @Test
    void theAccountsNameNeedsNoWordAboutThePersons() {
        var tenant = contoso()
                .policy(identity("C-NAME", Policy.Substitute.LINE_URI, null, "Contoso"))
                .account("ra-sea", a -> a.direct(CALLING_LINE_IDENTITY, "C-NAME"));

        var answer = normal(us("u").direct(CALLING_LINE_IDENTITY, "C-NAME"), tenant);

        assertThat(keys(answer)).containsExactly("callerid.caveat.name-may-be-dropped");
    }

    @Test
    void aNumberIsFoundWithItsExtensionOrWithoutIt() {
        var person = us("u").primary("+14255550190;ext=6789").direct(PolicyKind.VOICE_ROUTING, "V-US");

        assertThat(normal(person, contoso().withoutNumber("+14255550190")).kind())
                .isEqualTo(CallerId.CallerIdKind.NUMBER);
        assertThat(normal(person, contoso().withoutNumber("+14255550190;ext=6789"))
                        .kind())
                .isEqualTo(CallerId.CallerIdKind.NUMBER);
        assertThat(normal(
                                person,
                                contoso().withoutNumber("+14255550190;ext=6789").withoutNumber("+14255550190"))
                        .kind())
                .isEqualTo(CallerId.CallerIdKind.UNDETERMINED);
    }

    @Test
    void aCallbackReachesWhateverAnswersTheAccountThatIsShown() {
        var it = ContosoCase.of("F08");

        assertThat(CallerIdResolver.normal(Readiness.audit(it.person(), it.tenant(), it.settings()))
                        .answering())
                .isInstanceOf(CallRecipient.Attendant.class);
    }

    @Test
    void noLineCallsWhenThePersonCannot() {
        var two = us("u").primary(OWN).line(line("+14255550180", Line.Category.ALTERNATE, known(Optional.empty())));

        assertThat(lines(two.voice(false)))
                .containsExactly(
                        "NOT_ABLE_TO_CALL - HIGH readiness.USR-05.off", "NOT_ABLE_TO_CALL - HIGH readiness.USR-05.off");
    }

    @Test
    void noLineIsToldWhereSharedCallingDoesNotExistOrTheLicenceWasNotRead() {
        var two = us("u").primary(OWN).line(line("+14255550180", Line.Category.ALTERNATE, known(Optional.empty())));
        var elsewhere = contoso().cloud(known(Cloud.GCC_HIGH)).build();

        assertThat(CallerIdResolver.lines(Readiness.audit(two.build(), elsewhere, settings())))
                .extracting(it -> it.callerId().kind())
                .containsOnly(CallerId.CallerIdKind.UNDETERMINED);
        assertThat(CallerIdResolver.lines(Readiness.audit(
                        two.build(), contoso().cloud(Fact.missing("not read")).build(), settings())))
                .extracting(it -> it.callerId().kind())
                .containsOnly(CallerId.CallerIdKind.UNDETERMINED);
    }

    private static List<String> lines(PersonFixture person) {
        return CallerIdResolver.lines(Readiness.audit(person.build(), contoso().build(), settings())).stream()
                .map(LineCallerId::callerId)
                .map(it -> "%s %s %s %s"
                        .formatted(
                                it.kind(),
                                it.number().map(PhoneNumber::toString).orElse("-"),
                                it.confidence(),
                                it.because().key()))
                .toList();
    }

    private static Line line(String number, Line.Category category, Fact<Optional<PolicyName>> policy) {
        return new Line(PhoneNumber.of(number), category, policy);
    }

    private static Policy identity(String name, Policy.Substitute substitute, String account, String company) {
        return new Policy.CallingLineIdentity(
                named(name),
                substitute,
                Optional.ofNullable(account).map(UserId::new),
                known(false),
                known(false),
                Optional.ofNullable(company));
    }

    private static List<String> keys(CallerId answer) {
        return answer.caveats().stream().map(Explanation::key).toList();
    }
}

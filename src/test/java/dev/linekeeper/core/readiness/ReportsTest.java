package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.rule;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.judgement.Catalogue;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.readiness.judgement.Topic;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reports on a policy, an account and the tenant, and what a report comes to. */
class ReportsTest {
    private static final Rule<String> MUST =
            Rule.<String>rule("AAA-01", Topic.PERSON).inferred().byAdmin().must(_ -> Verdicts.pass());
    private static final Rule<String> SHOULD =
            Rule.<String>rule("AAA-02", Topic.PERSON).inferred().byAdmin().should(_ -> Verdicts.pass());

    @Test
    void a_policy_is_judged_without_the_people_who_use_it() {
        var report = Readiness.policy(named("SC-NOLOC"), contoso().build(), settings());

        assertThat(report.overall()).isEqualTo(Overall.NOT_READY);
        assertThat(report.outcome(rule("RES-10"))).isEqualTo(Outcome.FAIL);
        assertThat(report.outcome(rule("POL-11"))).isEqualTo(Outcome.WARN);
        assertThat(report.outcome(rule("TEN-01"))).isEqualTo(Outcome.PASS);
        assertThat(report.findings())
                .noneMatch(finding -> finding.rule().id().family().equals("USR"));
    }

    @Test
    void a_policy_that_does_not_exist_names_no_account() {
        var report = Readiness.policy(named("SC-NOWHERE"), contoso().build(), settings());

        assertThat(report.outcome(rule("POL-02"))).isEqualTo(Outcome.FAIL);
        assertThat(report.outcome(rule("RES-01"))).isEqualTo(Outcome.NA);
    }

    @Test
    void an_account_is_judged_whichever_policies_name_it() {
        var report = Readiness.account(new UserId("ra-nopayg"), contoso().build(), settings());

        assertThat(report.outcome(rule("RES-12"))).isEqualTo(Outcome.FAIL);
        assertThat(report.outcome(rule("RES-10"))).isEqualTo(Outcome.PASS);
    }

    @Test
    void an_account_that_does_not_exist_fails_and_the_rest_does_not_apply() {
        var report = Readiness.account(new UserId("ra-nowhere"), contoso().build(), settings());

        assertThat(report.outcome(rule("RES-01"))).isEqualTo(Outcome.FAIL);
        assertThat(report.with(Outcome.NA)).hasSize(report.findings().size() - 1);
    }

    @Test
    void a_tenant_is_judged_for_itself() {
        var readiness = new Readiness(contoso().cloud(known(Cloud.DOD)).build(), settings());

        assertThat(readiness.tenant().overall()).isEqualTo(Overall.NOT_READY);
        assertThat(readiness.tenant()).isSameAs(readiness.tenant());
    }

    @Test
    void what_people_share_is_judged_once() {
        var readiness = new Readiness(contoso().build(), settings());

        assertThat(readiness.policy(named("SC-SEA"))).isSameAs(readiness.policy(named("sc-sea")));
        assertThat(readiness.account(new UserId("ra-sea"))).isSameAs(readiness.account(new UserId("RA-SEA")));
    }

    @Test
    void a_question_has_the_rules_judged_that_it_is_about_and_those_they_need() {
        var report = Readiness.audit(us("u").build(), contoso().build(), settings());

        assertThat(report.findings().judged()).isZero();
        assertThat(CallerIdResolver.normal(report)).isNotNull();
        assertThat(EmergencyVerdict.of(report)).isNotNull();
        assertThat(report.findings().judged())
                .isPositive()
                .isLessThan(report.findings().size() * 3 / 4);

        report.overall();
        assertThat(report.findings()).allMatch(finding -> finding.verdict() != null);
        assertThat(report.findings().judged()).isEqualTo(report.findings().size());
    }

    @Test
    void a_failure_outweighs_what_is_unknown_and_that_outweighs_warnings() {
        var fail = new Finding<>(MUST, Verdicts.fail("x"));
        var unknown = new Finding<>(MUST, Verdicts.unknown("x"));
        var warn = new Finding<>(SHOULD, Verdicts.warn("x"));
        var pass = new Finding<>(MUST, Verdicts.pass());
        var ask = new Finding<>(SHOULD, Verdicts.manual("x"));
        var tell = new Finding<>(SHOULD, Verdicts.info("x"));

        assertThat(audit(warn, unknown, fail)).isEqualTo(Overall.NOT_READY);
        assertThat(audit(warn, unknown)).isEqualTo(Overall.NOT_VERIFIED);
        assertThat(audit(pass, warn)).isEqualTo(Overall.READY_WITH_WARNINGS);
        assertThat(audit(pass, ask, tell)).isEqualTo(Overall.READY);
        assertThat(plan(warn, unknown, fail)).isEqualTo(Overall.BLOCKED);
        assertThat(plan(warn, unknown)).isEqualTo(Overall.NOT_VERIFIED);
        assertThat(plan(pass, warn)).isEqualTo(Overall.CAN_ENROL_WITH_WARNINGS);
        assertThat(plan(pass, ask, tell)).isEqualTo(Overall.CAN_ENROL);
    }

    @Test
    void a_rule_that_can_only_warn_does_not_keep_a_report_from_being_verified() {
        assertThat(audit(new Finding<>(SHOULD, Verdicts.unknown("x")))).isEqualTo(Overall.READY);
    }

    @Test
    void asking_for_a_rule_that_is_not_there_says_so() {
        var report = Readiness.audit(us("u").build(), contoso().build(), settings());

        assertThatThrownBy(() -> report.verdict(rule("USR-99"))).hasMessageContaining("USR-99");
    }

    @Test
    void emergency_policies_are_found_by_type_and_country_in_any_case_of_letters() {
        var settings = new JudgementSettings(Optional.empty(), false, Map.of("callingplan/us", named("E-US")));

        assertThat(settings.emergencyCallRouting(NumberType.CALLING_PLAN, new Country("US")))
                .hasValue(named("E-US"));
        assertThat(settings.emergencyCallRouting(NumberType.DIRECT_ROUTING, new Country("US")))
                .isEmpty();
    }

    @Test
    void what_could_not_be_read_is_said_in_the_finding() {
        var report = Readiness.audit(
                us("u").voice(Fact.missing("Graph said 403")).build(), contoso().build(), settings());

        assertThat(report.finding(rule("USR-05")).explanation())
                .hasValueSatisfying(why -> assertThat(why.arguments()).containsExactly("Graph said 403"));
    }

    @Test
    void people_and_policies_are_named() {
        var report = Readiness.audit(us("u").voice(false).build(), contoso().build(), settings());

        assertThat(report.finding(rule("USR-05")).explanation().orElseThrow().arguments())
                .containsExactly("Person u");
        assertThat(report.finding(rule("POL-13")).explanation().orElseThrow().arguments())
                .containsExactly(Stream.of("SC-CTRY", "SC-SEA", "SC-SEA0", "SC-SVC", "SC-USED")
                        .map(ContosoFixture::named)
                        .toList());
    }

    @Test
    void an_account_is_called_by_its_name() {
        var report = Readiness.policy(named("SC-BER2"), contoso().build(), settings());

        assertThat(report.finding(rule("RES-14")).explanation().orElseThrow().arguments())
                .containsExactly("RA-BER2 main line");
    }

    @Test
    void rules_sort_by_their_ids() {
        assertThat(Stream.of("USR-01", "EMG-02", "EMG-01")
                        .map(RuleId::new)
                        .sorted()
                        .map(RuleId::value))
                .containsExactly("EMG-01", "EMG-02", "USR-01");
    }

    private static Overall audit(Finding<?>... findings) {
        return report(JudgementMode.AUDIT, findings);
    }

    private static Overall plan(Finding<?>... findings) {
        return report(JudgementMode.PLAN, findings);
    }

    private static Overall report(JudgementMode mode, Finding<?>... findings) {
        return new Catalogue<>(IntStream.range(0, findings.length)
                        .mapToObj(at -> ruleThatSays(at, findings[at]))
                        .toList())
                .judge("anything", mode)
                .overall();
    }

    private static Rule<String> ruleThatSays(int at, Finding<?> finding) {
        var rule = Rule.<String>rule("USR-9%d".formatted(at), Topic.PERSON)
                .inferred()
                .nothingToDo();
        return finding.rule().mayFail() ? rule.must(_ -> finding.verdict()) : rule.should(_ -> finding.verdict());
    }
}

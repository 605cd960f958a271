package dev.linekeeper.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.simulator.state.BehindOurBack;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What the checklist of a site says of the demo tenant, and of one of which parts could not be read. */
class SiteChecklistTest {
    private static final JudgementSettings SETTINGS = new JudgementSettings(
            Optional.of(new PolicyName("NoPSTN")),
            false,
            Map.of(
                    "operatorConnect/GB", new PolicyName("Emergency-UK"),
                    "callingPlan/AU", new PolicyName("Emergency-AU"),
                    "callingPlan/US", new PolicyName("Emergency-US"),
                    "directRouting/DE", new PolicyName("Emergency-DE")));

    private static final Tenant DEMO = tenant(_ -> {});

    private static Tenant tenant(Consumer<ObjectNode> change) {
        var demo = Fabrikam.demo(Clock.systemUTC());
        BehindOurBack.edit(demo, change);
        return demo.ports()
                .reader(Clock.systemUTC(), Duration.ofHours(1))
                .tenant()
                .tenant();
    }

    private static SiteChecklist of(String site, SiteChoices choices, Tenant tenant, JudgementSettings settings) {
        return SiteChecklist.of(new SiteName(site), choices, tenant, settings, SiteTestimony.NONE);
    }

    private static SiteChecklist of(String site) {
        return of(site, SiteChoices.NONE, DEMO, SETTINGS);
    }

    @Test
    void every_rule_of_a_policy_is_in_one_line_of_the_preparation() {
        var ofPolicy = new Readiness(DEMO, SETTINGS)
                .policy(new PolicyName("London")).findings().stream()
                        .map(finding -> finding.rule().id())
                        .toList();

        assertThat(Arrays.stream(SiteStep.values())
                        .flatMap(step -> step.rules().stream())
                        .map(rule -> rule.id())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(ofPolicy);
    }

    @Test
    void what_comes_before_a_line_stands_before_it() {
        assertThat(SiteStep.values())
                .allSatisfy(step -> assertThat(step.after()).allMatch(before -> before.compareTo(step) < 0));
    }

    @ParameterizedTest
    @CsvSource({
        "London, '', true",
        "Seattle, '', true",
        "Berlin, '', true",
        "Reno, PLACE, false",
        "Austin, PAYMENT, false",
        "Denver, NUMBER, false",
        "Sydney, NUMBER_USE, false",
        "Berlin warehouse, VOICE_ROUTING, false",
        "Seattle borrowed, CALLBACKS, false",
        "Toll-free direct, CALLBACKS, false"
    })
    void the_lines_of_the_demo_say_what_its_policies_lack(String policy, String notDone, boolean ready) {
        var checklist = of(policy);

        assertThat(checklist.lines().stream()
                        .filter(line -> line.state() == LineState.NOT_DONE)
                        .map(line -> line.step().name()))
                .as("%s", checklist.lines())
                .isEqualTo(notDone.isEmpty() ? List.of() : List.of(notDone));
        assertThat(checklist.isReady()).as("%s", checklist.lines()).isEqualTo(ready);
    }

    @ParameterizedTest
    @CsvSource({
        "Reno, PLACE, OURS",
        "Austin, PAYMENT, LICENCE_TEAM",
        "Denver, NUMBER, OURS",
        "Sydney, NUMBER_USE, OPERATOR",
        "Berlin warehouse, VOICE_ROUTING, OURS",
        "Annex, ATTENDANT, OURS",
        "London, PLACE, TEAMS_ADMIN",
        "Seattle borrowed, CALLBACKS, OURS",
        "London, OPERATOR, OPERATOR",
        "Berlin, GATEWAY, GATEWAY_TEAM",
        "Austin, MENU, ATTENDANT_OWNER"
    })
    void whose_job_it_is(String policy, SiteStep step, Job job) {
        assertThat(of(policy).line(step).job()).isEqualTo(job);
    }

    @Test
    void what_is_not_needed_says_why() {
        var annex = of("Annex");
        assertThat(annex.line(SiteStep.MENU).says())
                .extracting(Explanation::key)
                .containsExactly("readiness.RES-17.no-attendant");
        assertThat(annex.line(SiteStep.GATEWAY).says())
                .extracting(Explanation::key)
                .containsExactly("readiness.na.type");
    }

    @Test
    void what_the_carrier_sets_is_the_operators_and_a_lost_route_is_of_whoever_runs_the_gateway() {
        var fixed = tenant(file -> BehindOurBack.entry(file, "telephoneNumbers", "telephoneNumber", "+14255550110")
                .putArray("supportedCustomerActions"));
        assertThat(of("Reno", SiteChoices.NONE, fixed, SETTINGS).line(SiteStep.PLACE))
                .returns(LineState.NOT_DONE, SiteLine::state)
                .returns(Job.OPERATOR, SiteLine::job);

        var unrouted = tenant(file -> file.putArray("voiceRoutes"));
        assertThat(of("Berlin", SiteChoices.NONE, unrouted, SETTINGS).line(SiteStep.VOICE_ROUTING))
                .returns(LineState.NOT_DONE, SiteLine::state)
                .returns(Job.GATEWAY_TEAM, SiteLine::job);
    }

    @Test
    void several_accounts_are_asked_about_and_one_that_was_chosen_is_not_what_another_policy_serves() {
        var asked = of(
                "Seattle",
                new SiteChoices(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PolicyName("Not there"))),
                DEMO,
                SETTINGS);
        assertThat(asked.line(SiteStep.ACCOUNT)).returns(LineState.NOT_DONE, SiteLine::state);
        assertThat(asked.line(SiteStep.ACCOUNT).says().getFirst().key()).isEqualTo("site.account.which");
        assertThat(asked.account()).isEmpty();

        var seattle = of("Seattle").account().orElseThrow().id();
        var other = of(
                "London",
                new SiteChoices(
                        Optional.of(seattle),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                DEMO,
                SETTINGS);
        assertThat(other.line(SiteStep.POLICY).state()).isEqualTo(LineState.NOT_DONE);
        assertThat(other.line(SiteStep.POLICY).says().getFirst().arguments()).contains("London main line");
        assertThat(other.line(SiteStep.CALLBACKS).first()).contains(SiteStep.POLICY);
    }

    @Test
    void what_could_not_be_read_is_neither_done_nor_not_done() {
        var unread = of("London", SiteChoices.NONE, tenant(file -> file.remove("policies")), SETTINGS);
        assertThat(unread.line(SiteStep.POLICY).state()).isEqualTo(LineState.UNREAD);
        assertThat(unread.line(SiteStep.EMPTY_ROUTING).state()).isEqualTo(LineState.UNREAD);
        assertThat(unread.count(LineState.DONE)).isLessThan(3);
        assertThat(unread.isReady()).isFalse();

        var accounts = of("London", SiteChoices.NONE, tenant(file -> file.remove("resourceAccounts")), SETTINGS);
        assertThat(accounts.line(SiteStep.ACCOUNT).state()).isEqualTo(LineState.UNREAD);
        assertThat(accounts.isReady()).isFalse();

        var nowhere = of("Leeds", SiteChoices.NONE, tenant(file -> file.remove("resourceAccounts")), SETTINGS);
        assertThat(nowhere.line(SiteStep.ACCOUNT).state()).isEqualTo(LineState.UNREAD);
    }

    @Test
    void settings_that_name_nothing_are_named() {
        var none = of("London", SiteChoices.NONE, DEMO, new JudgementSettings(Optional.empty(), false, Map.of()));
        assertThat(none.line(SiteStep.EMPTY_ROUTING).says().getFirst().key()).isEqualTo("site.routing.no-setting");
        assertThat(none.line(SiteStep.EMERGENCY_ROUTING).says().getFirst().arguments())
                .containsExactly("operatorConnect/GB");
    }

    @ParameterizedTest
    @CsvSource({
        "CALLING_PLAN, VOICE_ROUTING GATEWAY OPERATOR",
        "OPERATOR_CONNECT, PAYMENT CREDITS VOICE_ROUTING GATEWAY",
        "DIRECT_ROUTING, PAYMENT CREDITS OPERATOR"
    })
    void the_type_that_was_chosen_tells_what_is_not_needed_before_there_is_a_number(NumberType type, String steps) {
        var chosen = new SiteChoices(
                Optional.empty(),
                Optional.empty(),
                Optional.of(type),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(of("Leeds", chosen, DEMO, SETTINGS).lines().stream()
                        .filter(line -> line.state() == LineState.NOT_NEEDED)
                        .map(line -> line.step().name()))
                .containsExactlyInAnyOrder(steps.split(" "));
    }

    @Test
    void a_calling_plan_is_looked_for_on_the_account_before_it_has_a_number() {
        var account = of("Denver").account().orElseThrow();
        var chosen = new SiteChoices(
                Optional.of(account.id()),
                Optional.empty(),
                Optional.of(NumberType.CALLING_PLAN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(of("Denver", chosen, DEMO, SETTINGS).line(SiteStep.PAYMENT).state())
                .isEqualTo(LineState.DONE);

        var without = tenant(file -> BehindOurBack.entry(
                        file, "resourceAccounts", "id", account.id().value())
                .withArrayProperty("assignedPlans")
                .remove(1));
        assertThat(of("Denver", chosen, without, SETTINGS).line(SiteStep.PAYMENT))
                .returns(LineState.NOT_DONE, SiteLine::state)
                .returns(Job.LICENCE_TEAM, SiteLine::job);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR_CONNECT, GB, Emergency-UK, DONE",
        "OPERATOR_CONNECT, GB, Emergency-UK-by-route, NOT_DONE",
        "OPERATOR_CONNECT, GB, Emergency-US, WARNING",
        "OPERATOR_CONNECT, GB, Nowhere, NOT_DONE",
        "OPERATOR_CONNECT, GB, Global, NOT_DONE",
        "OPERATOR_CONNECT, ZZ, Emergency-UK, UNREAD",
        "DIRECT_ROUTING, DE, Emergency-DE, DONE",
        "DIRECT_ROUTING, DE, Emergency-DE-draft, NOT_DONE"
    })
    void the_emergency_policy_is_judged_for_the_type_and_country_before_there_is_a_number(
            NumberType type, String country, String policy, LineState state) {
        var chosen = new SiteChoices(
                Optional.empty(),
                Optional.empty(),
                Optional.of(type),
                Optional.of(new Country(country)),
                Optional.empty(),
                Optional.empty());
        var settings = new JudgementSettings(
                Optional.empty(), false, Map.of("%s/%s".formatted(type.graphName(), country), new PolicyName(policy)));

        assertThat(of("Leeds", chosen, DEMO, settings).line(SiteStep.EMERGENCY_ROUTING))
                .returns(state, SiteLine::state)
                .returns(state == LineState.NOT_DONE || state == LineState.UNREAD, SiteLine::blocks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"London", "Köln-Süd", "St. Ives", "3 Pike Street", "Val d'Isère", "A&O (new)"})
    void names_of_sites(String name) {
        assertThat(SiteName.of(" " + name + " ")).map(SiteName::value).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "global", "${x}", "-London", "Lon\ndon", "<b>", "London; drop table", "\u202Eecnav"})
    void what_is_no_name_of_a_site(String name) {
        assertThat(SiteName.of(name)).isEmpty();
        assertThat(SiteName.of("x".repeat(300))).isEmpty();
    }
}

package dev.linekeeper.core.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.EffectivePolicy.Origin;
import dev.linekeeper.core.history.Licence;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.PersonSettings.OwnLine;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as drift in one person's versions, by which cause, and how grave it is. */
class DriftReaderTest {
    private static final UserId ADA = new UserId("00000000-0000-0000-0000-0000000000b1");
    private static final GroupId SALES = new GroupId("00000000-0000-0000-0000-00000000001a");
    private static final Instant NIGHT = Instant.parse("2026-11-20T02:00:00Z");
    private static final EffectivePolicy GLOBAL = policy("Global", Origin.GLOBAL);
    private static final EffectivePolicy LONDON = policy("London", Origin.DIRECT);
    private static final EffectivePolicy BY_SALES =
            new EffectivePolicy(new PolicyName("London"), Origin.GROUP, Optional.of(SALES), Optional.empty());

    private final List<SettingsVersion> versions = new ArrayList<>();

    @Test
    void the_first_reading_ever_finds_none() {
        reads(person(LONDON));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_policy_that_a_group_granted_and_does_not_any_more_is_the_groups() {
        reads(person(BY_SALES));
        reads(person(GLOBAL));

        assertThat(found()).singleElement().satisfies(drift -> {
            assertThat(drift.cause().origin()).isEqualTo(CauseOrigin.GROUP_GONE);
            assertThat(drift.cause().group()).contains(SALES);
            assertThat(drift.cause().severity()).isEqualTo(DriftSeverity.LOSES_CALLING);
            assertThat(drift.before()).isEqualTo(NIGHT);
            assertThat(drift.since()).isEqualTo(NIGHT.plusSeconds(60));
            assertThat(drift.was().policies()).containsOnly(Map.entry(PolicyKind.SHARED_CALLING, BY_SALES));
            assertThat(drift.was().voiceOn()).isEmpty();
            assertThat(drift.cause().resolved(true).origin()).isEqualTo(CauseOrigin.GROUP_CHANGED);
            assertThat(drift.cause().resolved(false).origin()).isEqualTo(CauseOrigin.GROUP_LEFT);
        });
    }

    @Test
    void a_group_that_grants_another_policy_has_changed_its_grant_and_nobody_need_look_who_is_in_it() {
        reads(person(BY_SALES));
        reads(person(
                new EffectivePolicy(new PolicyName("Berlin"), Origin.GROUP, Optional.of(SALES), Optional.empty())));
        assertThat(found()).singleElement().satisfies(drift -> {
            assertThat(drift.cause().origin()).isEqualTo(CauseOrigin.GROUP_CHANGED);
            assertThat(drift.cause().severity()).isEqualTo(DriftSeverity.EMERGENCY);
        });
    }

    @Test
    void the_same_policy_from_elsewhere_is_no_drift() {
        reads(person(LONDON));
        reads(person(BY_SALES));
        assertThat(found()).isEmpty();
    }

    @Test
    void what_a_request_did_is_no_drift_and_neither_is_what_nobody_looks_for() {
        reads(person(LONDON));
        byRequest(person(GLOBAL));
        assertThat(found()).isEmpty();
        reads(person(LONDON));
        assertThat(new DriftReader(versions, _ -> false).found()).isEmpty();
    }

    @Test
    void what_was_not_read_is_no_drift_and_what_is_read_later_is_compared_with_what_was_known() {
        reads(person(LONDON));
        reads(new PersonSettings(Optional.of(true), Optional.empty(), Map.of(), Optional.empty(), Map.of()));
        assertThat(found()).isEmpty();
        reads(person(GLOBAL));
        assertThat(found())
                .singleElement()
                .satisfies(
                        drift -> assertThat(drift.was().policies()).containsEntry(PolicyKind.SHARED_CALLING, LONDON));
    }

    @Test
    void who_never_was_under_Shared_Calling_has_no_drift() {
        reads(person(GLOBAL));
        reads(voice(person(GLOBAL), false));
        assertThat(found()).isEmpty();
    }

    @Test
    void who_was_under_Shared_Calling_has_drift_until_a_request_takes_them_out() {
        reads(person(LONDON));
        reads(person(GLOBAL));
        reads(voice(person(GLOBAL), false));
        assertThat(found()).hasSize(2);

        byRequest(voice(person(GLOBAL), true));
        reads(voice(person(GLOBAL), false));
        assertThat(found()).hasSize(2);
    }

    @Test
    void what_follows_from_a_lost_licence_is_no_drift_of_its_own() {
        reads(licensed(person(LONDON), true));
        reads(voice(licensed(person(GLOBAL), false), false));

        assertThat(found()).singleElement().satisfies(drift -> {
            assertThat(drift.cause().setting().of()).isEqualTo("TEAMS_PHONE");
            assertThat(drift.cause().severity()).isEqualTo(DriftSeverity.LOSES_CALLING);
            assertThat(drift.changes()).hasSize(3);
            assertThat(drift.was().voiceOn()).contains(true);
            assertThat(drift.was().policies()).containsEntry(PolicyKind.SHARED_CALLING, LONDON);
        });
    }

    @Test
    void what_follows_a_reading_later_belongs_to_the_same_loss() {
        reads(licensed(person(LONDON), true));
        reads(licensed(person(LONDON), false));
        reads(voice(licensed(person(LONDON), false), false));

        assertThat(found()).hasSize(2);
        assertThat(found())
                .extracting(drift -> drift.cause().key())
                .containsOnly(found().getFirst().cause().key());
        assertThat(found()).extracting(PersonDrift::before).containsOnly(NIGHT);
    }

    @Test
    void another_policy_given_while_a_licence_is_lost_is_somebodys_doing() {
        reads(licensed(person(LONDON), true));
        reads(licensed(person(policy("Berlin", Origin.DIRECT)), false));
        assertThat(found())
                .extracting(drift -> drift.cause().origin())
                .containsExactlyInAnyOrder(CauseOrigin.CHANGED, CauseOrigin.DIRECT_GIVEN);
    }

    @Test
    void numbers_are_one_cause_whosever_they_are() {
        reads(number(person(LONDON), "+442079460100"));
        reads(person(LONDON));
        assertThat(found()).singleElement().satisfies(drift -> {
            assertThat(drift.cause().to()).isEqualTo("none");
            assertThat(drift.cause().key()).doesNotContain("7946");
            assertThat(drift.cause().severity()).isEqualTo(DriftSeverity.EMERGENCY);
            assertThat(drift.was().numbers().orElseThrow()).hasSize(1);
        });
    }

    @Test
    void a_dial_plan_plays_no_part() {
        var before = person(LONDON);
        reads(with(before, PolicyKind.DIAL_PLAN, policy("UK", Origin.DIRECT)));
        reads(with(before, PolicyKind.DIAL_PLAN, GLOBAL));
        assertThat(found()).isEmpty();
    }

    @Test
    void somebody_is_back_when_they_have_the_policy_again_whoever_grants_it() {
        reads(person(BY_SALES));
        reads(person(GLOBAL));
        var was = found().getFirst().was();
        assertThat(new DriftReader(versions, _ -> true).known().isBackTo(was)).isFalse();
        reads(person(LONDON));
        assertThat(new DriftReader(versions, _ -> true).known().isBackTo(was)).isTrue();
    }

    private List<PersonDrift> found() {
        return new DriftReader(versions, _ -> true).found();
    }

    private void reads(PersonSettings settings) {
        next(settings, Optional.empty());
    }

    private void byRequest(PersonSettings settings) {
        next(settings, Optional.of(new RequestId(1001)));
    }

    private void next(PersonSettings settings, Optional<RequestId> request) {
        Instant at = NIGHT.plusSeconds(60L * versions.size());
        versions.add(
                versions.isEmpty()
                        ? SettingsVersion.first(ADA, settings, at)
                        : versions.getLast().next(settings, at, request));
    }

    private static PersonSettings person(EffectivePolicy shared) {
        return new PersonSettings(
                Optional.of(true),
                Optional.of(List.of()),
                Map.of(PolicyKind.SHARED_CALLING, shared),
                Optional.of("GB"),
                Map.of());
    }

    private static PersonSettings voice(PersonSettings of, boolean on) {
        return new PersonSettings(Optional.of(on), of.numbers(), of.policies(), of.usageLocation(), of.licences());
    }

    private static PersonSettings licensed(PersonSettings of, boolean held) {
        return new PersonSettings(
                of.voiceOn(), of.numbers(), of.policies(), of.usageLocation(), Map.of(Licence.TEAMS_PHONE, held));
    }

    private static PersonSettings number(PersonSettings of, String number) {
        return new PersonSettings(
                of.voiceOn(),
                Optional.of(List.of(new OwnLine(PhoneNumber.of(number), Line.Category.PRIMARY, Optional.empty()))),
                of.policies(),
                of.usageLocation(),
                of.licences());
    }

    private static PersonSettings with(PersonSettings of, PolicyKind kind, EffectivePolicy policy) {
        var all = new HashMap<>(of.policies());
        all.put(kind, policy);
        return new PersonSettings(of.voiceOn(), of.numbers(), all, of.usageLocation(), of.licences());
    }

    private static EffectivePolicy policy(String name, Origin origin) {
        return new EffectivePolicy(new PolicyName(name), origin, Optional.empty(), Optional.empty());
    }
}

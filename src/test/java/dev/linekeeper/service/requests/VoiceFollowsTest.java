package dev.linekeeper.service.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StepDone.How;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.service.execution.ManualStepsResult;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teams switches voice off with a released number, some seconds later; until then it reads as if it were on already. */
class VoiceFollowsTest {
    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, ScriptKind.POLICY);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void voice_is_switched_on_only_after_it_went_off_with_the_number() {
        var approved = ScriptKind.RELEASE_AND_ENROL.approved(house);
        house.tenant.lateVoice = 3;

        assertThat(house.applied(approved.id()).done())
                .extracting(StepDone::how)
                .startsWith(How.WRITTEN, How.WRITTEN);
        assertThat(voiceOn(approved)).isTrue();
    }

    @Test
    void a_restart_right_after_the_release_does_not_take_the_old_reading_for_a_new_one() {
        var approved = ScriptKind.RELEASE_AND_ENROL.approved(house);
        releasedAndCut(approved);
        house.tenant.lateReadings = 3;

        assertThat(house.applied(approved.id()).done())
                .extracting(StepDone::how)
                .startsWith(How.ALREADY_THERE, How.WRITTEN);
        assertThat(voiceOn(approved)).isTrue();
    }

    @Test
    void voice_that_somebody_switched_on_since_stays_on_and_is_not_written_again() {
        var approved = ScriptKind.RELEASE_AND_ENROL.approved(house);
        releasedAndCut(approved);
        PlanKind.make(house.model.ports(), new Change.SwitchVoice(person(approved), true));

        assertThat(house.applied(approved.id()).done())
                .extracting(StepDone::how)
                .startsWith(How.ALREADY_THERE, How.ALREADY_THERE);
        assertThat(house.tenant.writes).hasSize(2);
        assertThat(voiceOn(approved)).isTrue();
    }

    @Test
    void done_right_after_a_number_was_released_by_hand_does_not_take_the_old_voice_for_the_new() {
        var approved = ScriptKind.RELEASE_AND_ENROL.approved(house);
        var changes = approved.terms().plan().changes();
        PlanKind.make(house.model.ports(), changes.getFirst());
        changes.stream()
                .filter(Change.PolicyChange.class::isInstance)
                .forEach(change -> PlanKind.make(house.model.ports(), change));
        house.tenant.lateReadings = 3;

        assertThat(house.requests.confirming().confirm(House.ANA_ADMIN, approved.id(), Optional.empty()))
                .isInstanceOfSatisfying(ManualStepsResult.SomeStepsDone.class, it -> {
                    assertThat(it.found()).isEqualTo(1);
                    assertThat(it.next().name()).isEqualTo(StepName.EV_ON);
                });
    }

    @Test
    void done_after_voice_was_switched_on_by_hand_again_finds_all_of_it() {
        var approved = ScriptKind.RELEASE_AND_ENROL.approved(house);
        approved.terms().plan().changes().forEach(change -> PlanKind.make(house.model.ports(), change));

        assertThat(house.requests.confirming().confirm(House.ANA_ADMIN, approved.id(), Optional.empty()))
                .isInstanceOf(ManualStepsResult.AllStepsDone.class);
    }

    @Test
    void a_dry_run_says_of_voice_that_it_would_be_written_although_it_reads_on() {
        house.mode = OperatingMode.DRY_RUN;
        var approved = ScriptKind.RELEASE_AND_ENROL.approved(house);

        assertThat(house.applied(approved.id()).done())
                .extracting(StepDone::how)
                .startsWith(How.REHEARSED, How.REHEARSED);
        assertThat(voiceOn(approved)).isTrue();
        assertThat(house.tenant.writes).isEmpty();
    }

    /** The number is gone, and the process as well before it noted that. */
    private void releasedAndCut(Request approved) {
        for (int moment = 0; house.tenant.writes.isEmpty(); moment++) {
            house.fuse.blowAfter(moment);
            catchThrowable(() -> house.applied(approved.id()));
            if (house.tenant.writes.isEmpty()) {
                house = house.restarted(folder, ScriptKind.POLICY);
            }
        }
        house = house.restarted(folder, ScriptKind.POLICY);
    }

    private boolean voiceOn(Request request) {
        return house.model
                .ports()
                .voiceUsers()
                .read(person(request))
                .flatMap(user -> user.voiceOn().known())
                .orElseThrow();
    }

    private static UserId person(Request request) {
        return request.terms().person();
    }
}

package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link EnterpriseVoiceSwitch} promises. */
public abstract class EnterpriseVoiceSwitchContract {
    protected abstract EnterpriseVoiceSwitch voiceSwitch();

    protected abstract VoiceUsers voiceUsers();

    protected abstract Backdrop backdrop();

    @Test
    void voice_goes_on_without_a_number_and_off_again_and_repeating_is_harmless() {
        var person = backdrop().licensed();
        voiceSwitch().set(person, true, KEY);
        assertThat(voiceSwitch().set(person, true, KEY)).isInstanceOf(WriteReceipt.NothingToWrite.class);
        assertThat(voiceOn(person)).contains(true);
        voiceSwitch().set(person, false, KEY);
        voiceSwitch().set(person, false, KEY);
        assertThat(voiceOn(person)).contains(false);
    }

    @Test
    void who_has_no_phone_licence_gets_no_voice() {
        refused(
                BackendFailure.FailureKind.CONFLICT,
                () -> voiceSwitch().set(backdrop().unlicensed(), true, KEY));
        assertThat(voiceOn(backdrop().unlicensed())).contains(false);
    }

    @Test
    void nobody_cannot_be_switched() {
        refused(
                BackendFailure.FailureKind.NOT_FOUND,
                () -> voiceSwitch().set(backdrop().nobody(), true, KEY));
    }

    private Optional<Boolean> voiceOn(UserId person) {
        return voiceUsers().read(person).orElseThrow().voiceOn().known();
    }
}

package dev.linekeeper.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosoftSpellingTest {
    @ParameterizedTest
    @ValueSource(strings = {"voiceApplicationAssigned", "VoiceApplicationAssigned", "VOICE_APPLICATION_ASSIGNED"})
    void a_word_is_the_same_however_it_is_spelled(String written) {
        assertThat(MicrosoftSpelling.constant(TelephoneNumber.NumberStatus.class, written))
                .contains(TelephoneNumber.NumberStatus.VOICE_APPLICATION_ASSIGNED);
        assertThat(MicrosoftSpelling.constantOr(TelephoneNumber.NumberStatus.UNKNOWN, written))
                .isEqualTo(TelephoneNumber.NumberStatus.VOICE_APPLICATION_ASSIGNED);
    }

    @Test
    void a_word_we_do_not_have_is_not_guessed() {
        assertThat(MicrosoftSpelling.constant(TelephoneNumber.NumberStatus.class, "beamed"))
                .isEmpty();
        assertThat(MicrosoftSpelling.constantOr(TelephoneNumber.NumberStatus.UNKNOWN, "beamed"))
                .isEqualTo(TelephoneNumber.NumberStatus.UNKNOWN);
    }
}

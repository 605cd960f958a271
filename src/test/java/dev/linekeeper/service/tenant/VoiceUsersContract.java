package dev.linekeeper.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link VoiceUsers} promises. */
public abstract class VoiceUsersContract {
    protected abstract VoiceUsers voiceUsers();

    protected abstract Backdrop backdrop();

    @Test
    void an_enrolled_person_has_voice_no_number_and_a_direct_policy() {
        var user = voiceUsers().read(backdrop().enrolled()).orElseThrow();
        assertThat(user.voiceOn().known()).contains(true);
        assertThat(user.lines().known().orElseThrow()).isEmpty();
        assertThat(sharedCalling(backdrop().enrolled()))
                .isInstanceOfSatisfying(
                        Assignment.Direct.class,
                        direct ->
                                assertThat(direct.policy()).isEqualTo(backdrop().sharedCalling()));
    }

    @Test
    void a_primary_number_is_told_apart_from_the_other_lines() {
        var lines = voiceUsers()
                .read(backdrop().numbered())
                .orElseThrow()
                .lines()
                .known()
                .orElseThrow();
        assertThat(lines)
                .filteredOn(line -> line.category() == Line.Category.PRIMARY)
                .extracting(Line::number)
                .containsExactly(backdrop().heldNumber());
    }

    @Test
    void the_group_of_the_lowest_rank_wins_and_a_person_without_grants_inherits() {
        assertThat(sharedCalling(backdrop().byGroup())).isInstanceOfSatisfying(Assignment.ByGroup.class, byGroup -> {
            assertThat(byGroup.policy()).isEqualTo(backdrop().sharedCalling());
            assertThat(byGroup.group()).isEqualTo(backdrop().group());
        });
        assertThat(sharedCalling(backdrop().licensed())).isEqualTo(new Assignment.Inherited());
    }

    @Test
    void nobody_is_empty_not_a_failure() {
        assertThat(voiceUsers().read(backdrop().nobody())).isEmpty();
    }

    @Test
    void many_who_are_read_together_are_as_each_alone_and_nobody_else_is_told_of() {
        var people = Set.of(
                backdrop().enrolled(),
                backdrop().licensed(),
                backdrop().numbered(),
                backdrop().byGroup(),
                backdrop().nobody());
        var together = voiceUsers().readMany(people);
        assertThat(people).containsAll(together.keySet());
        together.forEach((person, user) -> assertThat(user)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Instant.class)
                .isEqualTo(voiceUsers().read(person).orElseThrow()));
    }

    private Assignment sharedCalling(UserId person) {
        return voiceUsers()
                .read(person)
                .orElseThrow()
                .policy(PolicyKind.SHARED_CALLING)
                .known()
                .orElseThrow();
    }
}

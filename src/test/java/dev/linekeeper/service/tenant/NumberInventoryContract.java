package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link NumberInventory} promises. */
public abstract class NumberInventoryContract {
    protected abstract NumberInventory numbers();

    protected abstract VoiceUsers voiceUsers();

    protected abstract Backdrop backdrop();

    @Test
    void a_number_is_found_as_the_list_has_it() {
        var held = number(backdrop().heldNumber());
        assertThat(held.status()).isEqualTo(NumberStatus.USER_ASSIGNED);
        assertThat(held.target()).contains(backdrop().numbered().value());
        assertThat(numbers().all().numbers())
                .extracting(TelephoneNumber::number)
                .doesNotHaveDuplicates()
                .contains(held.number());
        assertThat(numbers().find(PhoneNumber.of("+999000000000"))).isEmpty();
    }

    @Test
    void releasing_a_number_switches_voice_off_and_assigning_it_switches_voice_on() {
        var person = backdrop().numbered();
        release(backdrop().heldNumber());
        assertThat(numbers().release(backdrop().heldNumber(), backdrop().type(), KEY))
                .isInstanceOf(WriteReceipt.NothingToWrite.class);
        assertThat(number(backdrop().heldNumber()).status()).isEqualTo(NumberStatus.UNASSIGNED);
        assertThat(user(person).voiceOn().known()).contains(false);
        assertThat(primary(person)).isEmpty();
        assign(backdrop().heldNumber(), person);
        assertThat(numbers()
                        .assign(
                                backdrop().heldNumber(),
                                backdrop().type(),
                                person,
                                Optional.empty(),
                                Category.PRIMARY,
                                KEY))
                .isInstanceOf(WriteReceipt.NothingToWrite.class);
        assertThat(user(person).voiceOn().known()).contains(true);
        assertThat(primary(person)).containsExactly(backdrop().heldNumber());
        assertThat(number(backdrop().heldNumber()).target()).contains(person.value());
    }

    @Test
    void a_further_line_comes_and_goes_as_what_it_is_and_leaves_the_others_alone() {
        var person = backdrop().numbered();
        var before = lines(person);
        assign(backdrop().freeNumber(), person, Category.ALTERNATE);
        assertThat(lines(person))
                .containsAll(before)
                .hasSize(before.size() + 1)
                .contains(new Line(backdrop().freeNumber(), Category.ALTERNATE).toString());
        assertThat(number(backdrop().freeNumber()).target()).contains(person.value());
        release(backdrop().freeNumber());
        assertThat(lines(person)).isEqualTo(before);
        assertThat(number(backdrop().freeNumber()).status()).isEqualTo(NumberStatus.UNASSIGNED);
    }

    @Test
    void a_person_has_one_main_and_one_private_line() {
        var person = backdrop().numbered();
        assertThat(lines(person)).anySatisfy(line -> assertThat(line).contains("PRIVATE"));
        for (var category : List.of(Category.PRIMARY, Category.PRIVATE)) {
            refused(BackendFailure.FailureKind.CONFLICT, () -> assign(backdrop().freeNumber(), person, category));
        }
        assertThat(number(backdrop().freeNumber()).status()).isEqualTo(NumberStatus.UNASSIGNED);
    }

    @Test
    void a_number_has_one_holder() {
        refused(
                BackendFailure.FailureKind.CONFLICT,
                () -> assign(backdrop().heldNumber(), backdrop().licensed()));
        refused(
                BackendFailure.FailureKind.CONFLICT,
                () -> assign(backdrop().policyNumber(), backdrop().numbered()));
        refused(BackendFailure.FailureKind.CONFLICT, () -> release(backdrop().policyNumber()));
        assertThat(primary(backdrop().licensed())).isEmpty();
    }

    @Test
    void a_number_needs_its_licence_its_type_and_a_holder() {
        refused(
                BackendFailure.FailureKind.CONFLICT,
                () -> assign(backdrop().freeNumber(), backdrop().unlicensed()));
        refused(
                BackendFailure.FailureKind.NOT_FOUND,
                () -> assign(backdrop().freeNumber(), backdrop().nobody()));
        refused(
                BackendFailure.FailureKind.NOT_FOUND,
                () -> assign(PhoneNumber.of("+999000000000"), backdrop().numbered()));
        refused(
                BackendFailure.FailureKind.INVALID,
                () -> numbers()
                        .assign(
                                backdrop().freeNumber(),
                                NumberType.DIRECT_ROUTING,
                                backdrop().numbered(),
                                Optional.empty(),
                                Category.PRIMARY,
                                KEY));
        assertThat(number(backdrop().freeNumber()).status()).isEqualTo(NumberStatus.UNASSIGNED);
    }

    @Test
    void a_location_is_set_and_cleared() {
        numbers().setLocation(backdrop().freeNumber(), Optional.empty(), KEY);
        assertThat(number(backdrop().freeNumber()).location().known()).contains(Optional.empty());
        numbers().setLocation(backdrop().freeNumber(), Optional.of(backdrop().place()), KEY);
        assertThat(number(backdrop().freeNumber()).location().known())
                .contains(Optional.of(backdrop().place()));
    }

    /** Writes may still be under way when the call returns; then the ticket says so and can be followed. */
    private void settle(WriteReceipt receipt) {
        var deadline = Instant.now().plus(Duration.ofSeconds(10));
        var at = receipt;
        while (at instanceof WriteReceipt.RunningWrite running && Instant.now().isBefore(deadline)) {
            at = numbers().follow(running);
        }
        assertThat(at).isInstanceOf(WriteReceipt.AcceptedWrite.class);
    }

    private void assign(PhoneNumber number, UserId holder) {
        assign(number, holder, Category.PRIMARY);
    }

    private void assign(PhoneNumber number, UserId holder, Category category) {
        settle(numbers().assign(number, backdrop().type(), holder, Optional.empty(), category, KEY));
    }

    private void release(PhoneNumber number) {
        settle(numbers().release(number, backdrop().type(), KEY));
    }

    private TelephoneNumber number(PhoneNumber number) {
        return numbers().find(number).orElseThrow();
    }

    private VoiceUser user(UserId person) {
        return voiceUsers().read(person).orElseThrow();
    }

    private List<String> lines(UserId person) {
        return user(person).lines().known().orElseThrow().stream()
                .map(line -> new Line(line.number(), line.category()).toString())
                .toList();
    }

    private List<PhoneNumber> primary(UserId person) {
        return user(person).lines().known().orElseThrow().stream()
                .filter(line -> line.category() == Line.Category.PRIMARY)
                .map(Line::number)
                .toList();
    }
}

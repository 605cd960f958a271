package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.Calling;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.Policy.VoiceRouting;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.ShownNumber;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PolicyCatalogue} that makes, changes and removes policies promises. */
public abstract class PolicyWritesContract {
    private static final PolicyName NAME = new PolicyName("Größe \"9\"; $(Get-Date) 'x'");
    private static final List<EmergencyNumber> NUMBERS = List.of(
            new EmergencyNumber("112", "", Optional.of("DE \"all\"")),
            new EmergencyNumber("911", "9911;00911", Optional.empty()));
    private static final List<EmergencyNumber> OTHERS = NUMBERS.subList(1, 2);
    private static final UserId ACCOUNT = new UserId("00000000-0000-4000-8000-0000000000a1");

    protected abstract PolicyCatalogue catalogue();

    private Optional<Policy> read(PolicyKind kind, PolicyName name) {
        return catalogue().policies(kind).stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst();
    }

    private Optional<EmergencyCallRouting> emergency() {
        return read(PolicyKind.EMERGENCY_CALL_ROUTING, NAME).map(EmergencyCallRouting.class::cast);
    }

    private WriteReceipt dials(
            PolicyName name, Optional<List<EmergencyNumber>> before, Optional<List<EmergencyNumber>> after) {
        return catalogue().write(new EmergencyRoutingPolicy(ACCOUNT, name, before, after), KEY);
    }

    private WriteReceipt made(List<EmergencyNumber> numbers) {
        return dials(NAME, Optional.empty(), Optional.of(numbers));
    }

    private WriteReceipt removed(List<EmergencyNumber> numbers) {
        return dials(NAME, Optional.of(numbers), Optional.empty());
    }

    @Test
    void a_policy_is_made_once_says_what_was_wanted_and_goes_again() {
        made(NUMBERS);
        assertThat(made(NUMBERS)).isInstanceOf(WriteReceipt.NothingToWrite.class);
        assertThat(emergency().orElseThrow().numbers()).isEqualTo(NUMBERS);
        assertThat(emergency().orElseThrow().enhancedServices().known()).contains(true);

        removed(NUMBERS);
        assertThat(removed(NUMBERS)).isInstanceOf(WriteReceipt.NothingToWrite.class);
        assertThat(emergency()).isEmpty();
    }

    @Test
    void one_number_is_a_list_too() {
        made(OTHERS);

        assertThat(emergency().orElseThrow().numbers()).isEqualTo(OTHERS);
    }

    @Test
    void a_policy_that_is_made_has_none_of_the_global_numbers() {
        var global = ((EmergencyCallRouting) read(PolicyKind.EMERGENCY_CALL_ROUTING, PolicyName.GLOBAL)
                        .orElseThrow())
                .numbers();
        dials(PolicyName.GLOBAL, Optional.of(global), Optional.of(OTHERS));

        made(NUMBERS.subList(0, 1));

        assertThat(emergency().orElseThrow().numbers()).isEqualTo(NUMBERS.subList(0, 1));
    }

    @Test
    void numbers_are_replaced_and_put_back_even_where_there_were_none() {
        made(OTHERS);
        dials(NAME, Optional.of(OTHERS), Optional.of(List.of()));
        assertThat(emergency().orElseThrow().numbers()).isEmpty();

        dials(NAME, Optional.of(List.of()), Optional.of(NUMBERS));
        assertThat(emergency().orElseThrow().numbers()).isEqualTo(NUMBERS);

        dials(NAME, Optional.of(NUMBERS), Optional.of(OTHERS));
        assertThat(emergency().orElseThrow().numbers()).isEqualTo(OTHERS);
    }

    @Test
    void a_name_is_taken_by_one_policy_only_and_what_says_something_else_stays() {
        made(NUMBERS);

        refused(FailureKind.CONFLICT, () -> made(OTHERS));
        refused(FailureKind.CONFLICT, () -> removed(OTHERS));
        refused(FailureKind.CONFLICT, () -> dials(NAME, Optional.of(List.of()), Optional.of(OTHERS)));

        assertThat(emergency().orElseThrow().numbers()).isEqualTo(NUMBERS);
    }

    @Test
    void a_caller_id_policy_shows_what_it_is_told_and_keeps_the_rest() {
        var name = new PolicyName("C-SEA");
        var before = (CallingLineIdentity)
                read(PolicyKind.CALLING_LINE_IDENTITY, name).orElseThrow();
        var seattle = Optional.of(ShownNumber.of(before));
        var shown = new CallerIdPolicy(ACCOUNT, name, seattle, Optional.of(ShownNumber.of(ACCOUNT)));
        catalogue().write(shown, KEY);
        assertThat(catalogue().write(shown, KEY)).isInstanceOf(WriteReceipt.NothingToWrite.class);
        var after = (CallingLineIdentity)
                read(PolicyKind.CALLING_LINE_IDENTITY, name).orElseThrow();
        assertThat(after.resourceAccount()).contains(ACCOUNT);
        assertThat(after.userMayHide().known()).isEqualTo(before.userMayHide().known());
        assertThat(after.companyName()).isEqualTo(before.companyName());

        catalogue().write(shown.between(shown.after(), Optional.of(ShownNumber.OWN)), KEY);
        assertThat(shown.said(read(PolicyKind.CALLING_LINE_IDENTITY, name).orElseThrow()))
                .isEqualTo(ShownNumber.OWN);
        refused(FailureKind.CONFLICT, () -> catalogue().write(shown, KEY));
        refused(
                FailureKind.CONFLICT,
                () -> catalogue().write(new CallerIdPolicy(ACCOUNT, NAME, seattle, shown.after()), KEY));

        catalogue().write(shown.between(Optional.of(ShownNumber.OWN), seattle), KEY);
        assertThat(read(PolicyKind.CALLING_LINE_IDENTITY, name)).contains(before);
    }

    @Test
    void a_calling_policy_is_opened_and_closed_and_a_switch_that_was_not_read_is_left() {
        var name = new PolicyName("Lobby");
        var before = (Calling) read(PolicyKind.CALLING, name).orElseThrow();
        var closed = CallingSwitches.of(before);
        var open = new CallingSwitches(Optional.of(true), closed.preventTollBypass());
        var change = new CallingPolicy(ACCOUNT, name, Optional.of(closed), Optional.of(open));
        catalogue().write(change, KEY);
        assertThat(catalogue().write(change, KEY)).isInstanceOf(WriteReceipt.NothingToWrite.class);
        assertThat(change.said(read(PolicyKind.CALLING, name).orElseThrow())).isEqualTo(open);

        catalogue().write(change.between(change.after(), change.before()), KEY);

        assertThat(change.said(read(PolicyKind.CALLING, name).orElseThrow())).isEqualTo(closed);
        refused(
                FailureKind.CONFLICT,
                () -> catalogue().write(new CallingPolicy(ACCOUNT, NAME, change.before(), change.after()), KEY));
    }

    @Test
    void a_voice_routing_policy_without_usages_is_made_once_and_goes_again() {
        var made = new EmptyRoutingPolicy(ACCOUNT, NAME, Optional.empty(), Optional.of(List.of()));
        catalogue().write(made, KEY);
        assertThat(catalogue().write(made, KEY)).isInstanceOf(WriteReceipt.NothingToWrite.class);
        assertThat(read(PolicyKind.VOICE_ROUTING, NAME)).contains(new VoiceRouting(NAME, List.of()));

        catalogue().write(made.between(made.after(), made.before()), KEY);

        assertThat(read(PolicyKind.VOICE_ROUTING, NAME)).isEmpty();
    }
}

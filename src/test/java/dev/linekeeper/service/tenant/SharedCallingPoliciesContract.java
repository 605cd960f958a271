package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SharedCallingPolicies} promises. */
public abstract class SharedCallingPoliciesContract {
    private static final PolicyName NAME = new PolicyName("Größe \"9\"; $(Get-Date) `n 'x'");

    protected abstract SharedCallingPolicies policies();

    protected abstract PolicyCatalogue catalogue();

    protected abstract NumberInventory numbers();

    protected abstract Backdrop backdrop();

    @Test
    void a_policy_is_made_once_and_keeps_its_callback_numbers_for_itself() {
        policies().create(wanted(backdrop().freeNumber()), KEY);
        policies().create(wanted(backdrop().freeNumber()), KEY);
        assertThat(read(NAME)).contains(wanted(backdrop().freeNumber()));
        var number = numbers().find(backdrop().freeNumber()).orElseThrow();
        assertThat(number.status()).isEqualTo(NumberStatus.POLICY_ASSIGNED);
        assertThat(number.heldByPolicy()).contains(NAME);
    }

    @Test
    void a_name_is_taken_by_one_policy_only() {
        refused(
                FailureKind.CONFLICT,
                () -> policies()
                        .create(
                                new Policy.SharedCalling(
                                        backdrop().sharedCalling(), Optional.of(account()), List.of(), ""),
                                KEY));
        assertThat(read(backdrop().sharedCalling()).orElseThrow().emergencyNumbers())
                .contains(backdrop().policyNumber());
    }

    @Test
    void a_callback_number_is_nobody_elses() {
        refused(FailureKind.CONFLICT, () -> policies().create(wanted(backdrop().policyNumber()), KEY));
        refused(FailureKind.CONFLICT, () -> policies().create(wanted(backdrop().heldNumber()), KEY));
        refused(FailureKind.NOT_FOUND, () -> policies().create(wanted(PhoneNumber.of("+14255550999")), KEY));
        assertThat(read(NAME)).isEmpty();
    }

    @Test
    void an_account_must_exist() {
        refused(
                FailureKind.INVALID,
                () -> policies()
                        .create(
                                new Policy.SharedCalling(
                                        NAME, Optional.of(backdrop().nobody()), List.of(), ""),
                                KEY));
        refused(
                FailureKind.INVALID,
                () -> policies().create(new Policy.SharedCalling(NAME, Optional.empty(), List.of(), ""), KEY));
        assertThat(read(NAME)).isEmpty();
    }

    @Test
    void a_change_is_made_to_what_was_expected_and_to_nothing_else() {
        var before = read(backdrop().sharedCalling()).orElseThrow();
        var more = saying(before, List.of(backdrop().policyNumber(), backdrop().freeNumber()), "more");
        policies().change(before, more, KEY);
        policies().change(before, more, KEY);
        assertThat(read(before.name())).contains(more);
        refused(FailureKind.CONFLICT, () -> policies().change(before, saying(before, List.of(), "none"), KEY));
        var reordered =
                saying(before, List.of(backdrop().freeNumber(), backdrop().policyNumber()), "more");
        policies().change(more, reordered, KEY);
        assertThat(read(before.name())).contains(reordered);
        policies().change(reordered, saying(before, List.of(), "none"), KEY);
        assertThat(read(before.name())).contains(saying(before, List.of(), "none"));
        assertThat(numbers().find(backdrop().policyNumber()).orElseThrow().status())
                .isEqualTo(NumberStatus.UNASSIGNED);
    }

    @Test
    void what_is_not_there_cannot_be_changed_and_nothing_is_renamed() {
        var absent = wanted(backdrop().freeNumber());
        refused(FailureKind.NOT_FOUND, () -> policies().change(absent, saying(absent, List.of(), ""), KEY));
        var there = read(backdrop().sharedCalling()).orElseThrow();
        refused(FailureKind.INVALID, () -> policies().change(there, absent, KEY));
    }

    @Test
    void a_policy_goes_when_nobody_is_granted_it_and_frees_its_numbers() {
        var mine = wanted(backdrop().freeNumber());
        policies().create(mine, KEY);
        refused(FailureKind.CONFLICT, () -> policies().remove(saying(mine, List.of(), ""), KEY));
        policies().remove(mine, KEY);
        policies().remove(mine, KEY);
        assertThat(read(NAME)).isEmpty();
        assertThat(numbers().find(backdrop().freeNumber()).orElseThrow().status())
                .isEqualTo(NumberStatus.UNASSIGNED);
        var granted = read(backdrop().sharedCalling()).orElseThrow();
        refused(FailureKind.CONFLICT, () -> policies().remove(granted, KEY));
        assertThat(read(granted.name())).contains(granted);
    }

    @Test
    void the_global_policy_is_neither_made_nor_removed() {
        var global = new Policy.SharedCalling(PolicyName.GLOBAL, Optional.of(account()), List.of(), "");
        refused(FailureKind.INVALID, () -> policies().create(global, KEY));
        refused(FailureKind.INVALID, () -> policies().remove(global, KEY));
    }

    private Policy.SharedCalling wanted(PhoneNumber callback) {
        return new Policy.SharedCalling(
                NAME, Optional.of(account()), List.of(callback), "2026-11-22T12:00:00Z; \\ \" é 東京 🚑");
    }

    private static Policy.SharedCalling saying(Policy.SharedCalling before, List<PhoneNumber> numbers, String text) {
        return new Policy.SharedCalling(before.name(), before.resourceAccount(), numbers, text);
    }

    private UserId account() {
        return read(backdrop().sharedCalling()).orElseThrow().resourceAccount().orElseThrow();
    }

    private Optional<Policy.SharedCalling> read(PolicyName name) {
        return catalogue().policies(PolicyKind.SHARED_CALLING).stream()
                .filter(policy -> policy.name().equals(name))
                .map(Policy.SharedCalling.class::cast)
                .findFirst();
    }
}

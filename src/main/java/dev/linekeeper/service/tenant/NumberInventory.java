package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import java.util.Optional;

/** The tenant's telephone numbers. */
public interface NumberInventory extends Backend {
    /**
     * The numbers of a tenant.
     *
     * @param unread what there is to tell apart the records that are no number, such as an id; while there are any, a
     *     number that is not in the list may still exist
     */
    record NumberList(List<TelephoneNumber> numbers, List<String> unread) {
        public NumberList {
            numbers = List.copyOf(numbers);
            unread = List.copyOf(unread);
        }

        /** A list that leaves out nothing. */
        public NumberList(List<TelephoneNumber> numbers) {
            this(numbers, List.of());
        }
    }

    /** Every number of the tenant. One record that cannot be read costs that record alone. */
    NumberList all();

    Optional<TelephoneNumber> find(PhoneNumber number);

    /**
     * Gives a number to a person as one of their lines, or to an account as its main one; switches their voice on. A conflict
     * when somebody else holds it, or when they have a main or a private line already and it was to be that.
     */
    WriteReceipt assign(
            PhoneNumber number,
            NumberType type,
            UserId holder,
            Optional<LocationId> location,
            Category category,
            ChangeKey key);

    /** Takes a number from its holder; switches their voice off with a main one. Harmless when nobody holds it. */
    WriteReceipt release(PhoneNumber number, NumberType type, ChangeKey key);

    /** Sets the static emergency location of a number, or clears it. */
    void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key);

    /**
     * Grants a Shared Calling policy to the number itself, or takes it away where {@code policy} is empty. Harmless when that
     * is so already.
     *
     * @throws BackendFailure of kind UNSUPPORTED where single numbers have no policies
     */
    default WriteReceipt grant(PhoneNumber number, Optional<PolicyName> policy, ChangeKey key) {
        throw new BackendFailure(FailureKind.UNSUPPORTED, "%s has no policies of single numbers".formatted(source()));
    }

    /** Drops what is kept of the policies of single numbers, because one of them was changed. */
    default void forgetGrants() {}

    /** The state of a write under way: running, or accepted when finished. Throws when the write failed. */
    WriteReceipt follow(WriteReceipt.RunningWrite receipt);
}

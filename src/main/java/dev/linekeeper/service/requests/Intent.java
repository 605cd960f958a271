package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.groups.GroupWish;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.person.GivenNumber;
import java.util.Optional;

/** The change somebody asks for. */
public sealed interface Intent {
    /**
     * Brings a person under a Shared Calling policy; a move when they are under another one.
     *
     * @param releaseNumber whether their own number may be given up for it
     */
    record EnrolPerson(UserId person, PolicyName policy, boolean releaseNumber) implements Intent {}

    /** Lets a person stay under the policy they have, as when a day has come on which they would have lost it. */
    record KeepPerson(UserId person, PolicyName policy) implements Intent {}

    /**
     * Takes a person out of Shared Calling.
     *
     * @param releaseNumbers whether they give up their own numbers too, as somebody who leaves for good
     */
    record RemovePerson(UserId person, boolean releaseNumbers) implements Intent {
        /** With their own numbers, if they have any. */
        public RemovePerson(UserId person) {
            this(person, false);
        }
    }

    /** Brings a person back to settings they once had. */
    record RestorePerson(UserId person, SettingsVersion then) implements Intent {}

    /** Gives a person a number of their own, instead of a shared one. */
    record GiveNumber(UserId person, GivenNumber number) implements Intent {}

    /** Takes one of their own numbers from a person, and leaves the others alone. */
    record ReleaseLine(UserId person, PhoneNumber number) implements Intent {}

    /** Makes, changes or removes a Shared Calling policy. */
    record EditPolicy(PolicyWish wish) implements Intent {}

    /** Puts right what fails behind people; what is set now is read when it is planned. */
    record PutRight(Fix<?> fix) implements Intent {}

    /** Grants a Shared Calling policy to a group, or takes it away. */
    record EditGroup(GroupWish wish) implements Intent {}

    /** Takes back what a request has done. */
    record UndoOf(RequestId request) implements Intent {}

    /** Whether the person's own number may be given up for it. */
    default boolean releasesNumber() {
        return switch (this) {
            case EnrolPerson(_, _, var release) -> release;
            case RemovePerson(_, var release) -> release;
            case ReleaseLine _ -> true;
            default -> false;
        };
    }

    /** Whether an open request about the same thing does something else; false where only planning it would tell. */
    default boolean isAnotherThan(Plan open) {
        return switch (this) {
            case EditGroup(var wish) -> open.groupGrant().filter(wish::isIn).isEmpty();
            case PutRight(var fix) ->
                open.fix().filter(other -> other.after().equals(fix.after())).isEmpty();
            default -> false;
        };
    }

    /** Whom it is for; empty for an undo, of which only the request tells, and for what stands behind people. */
    default Optional<UserId> whom() {
        return subject().flatMap(Subject::person);
    }

    /** The person, or what stands behind people, that it is about; empty for an undo, of which only the request tells. */
    default Optional<Subject> subject() {
        return switch (this) {
            case EnrolPerson(var person, _, _) -> Optional.of(person);
            case KeepPerson(var person, _) -> Optional.of(person);
            case RemovePerson(var person, _) -> Optional.of(person);
            case RestorePerson(var person, _) -> Optional.of(person);
            case GiveNumber(var person, _) -> Optional.of(person);
            case ReleaseLine(var person, _) -> Optional.of(person);
            case EditPolicy(var wish) -> Optional.of(wish.name());
            case PutRight(var fix) -> Optional.of(fix.subject());
            case EditGroup(var wish) -> Optional.of(GroupGrantChange.subject(wish.group()));
            case UndoOf _ -> Optional.empty();
        };
    }
}

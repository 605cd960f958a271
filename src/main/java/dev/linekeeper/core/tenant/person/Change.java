package dev.linekeeper.core.tenant.person;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line.Category;
import java.util.Optional;

/** One change to one person, safe to repeat. These are all the changes Linekeeper can make to people in a tenant. */
public sealed interface Change {
    UserId person();

    /**
     * The Enterprise Voice switch after the change, when it was {@code before} until then. Teams turns it off with a
     * released number
     * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/remove-csphonenumberassignment">cmdlet</a>)
     * and on with an assigned one; whether it does so with a further line while there is another is not documented, so
     * that the switch is set by a change of its own there.
     */
    default boolean voiceOn(boolean before) {
        return switch (this) {
            case ReleaseNumber it -> it.category() != Category.PRIMARY && before;
            case AssignNumber _ -> true;
            case SwitchVoice(_, var on) -> on;
            case PolicyChange _ -> before;
        };
    }

    /** A change of the numbers a person holds. Teams sets the Enterprise Voice switch with it. */
    sealed interface NumberChange extends Change {
        PhoneNumber number();

        NumberType type();

        /** The number's static emergency location, which goes with a release and comes back with the number. */
        Optional<LocationId> location();

        /** As which of the person's lines they have it. */
        Category category();
    }

    /** A change of the policy of one kind that is granted to a person directly. */
    sealed interface PolicyChange extends Change {
        PolicyKind kind();

        /** The policy granted directly after the change; empty when the direct grant is taken away. */
        Optional<PolicyName> granted();
    }

    /** Takes one of the person's own numbers away. */
    record ReleaseNumber(
            UserId person, PhoneNumber number, NumberType type, Optional<LocationId> location, Category category)
            implements NumberChange {
        /** Of the main number. */
        public ReleaseNumber(UserId person, PhoneNumber number, NumberType type, Optional<LocationId> location) {
            this(person, number, type, location, Category.PRIMARY);
        }

        /** Of a main number without a location, or with one nobody read. */
        public ReleaseNumber(UserId person, PhoneNumber number, NumberType type) {
            this(person, number, type, Optional.empty());
        }
    }

    /** Gives a number back when a release is undone. */
    record AssignNumber(
            UserId person, PhoneNumber number, NumberType type, Optional<LocationId> location, Category category)
            implements NumberChange {
        /** As the main number. */
        public AssignNumber(UserId person, PhoneNumber number, NumberType type, Optional<LocationId> location) {
            this(person, number, type, location, Category.PRIMARY);
        }

        /** As the main number, without a location. */
        public AssignNumber(UserId person, PhoneNumber number, NumberType type) {
            this(person, number, type, Optional.empty());
        }
    }

    /** Turns the Enterprise Voice switch on or off without touching numbers. */
    record SwitchVoice(UserId person, boolean on) implements Change {}

    /** Grants a policy to the person directly. */
    record GrantPolicy(UserId person, PolicyKind kind, PolicyName policy) implements PolicyChange {
        @Override
        public Optional<PolicyName> granted() {
            return Optional.of(policy);
        }
    }

    /** Takes the person's direct grant away; a group's or the Global policy takes over. */
    record RevokePolicy(UserId person, PolicyKind kind) implements PolicyChange {
        @Override
        public Optional<PolicyName> granted() {
            return Optional.empty();
        }
    }
}

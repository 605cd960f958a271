package dev.linekeeper.core.tenant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a policy says; one record for each {@link PolicyKind}, and one for what could not be read. */
public sealed interface Policy {
    PolicyName name();

    default PolicyKind kind() {
        return PolicyKind.of(getClass());
    }

    /**
     * Ties people to the resource account whose number they call with
     * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csteamssharedcallingroutingpolicy">cmdlet</a>).
     *
     * @param emergencyNumbers callback numbers, in the order in which they are taken
     */
    record SharedCalling(
            PolicyName name, Optional<UserId> resourceAccount, List<PhoneNumber> emergencyNumbers, String description)
            implements Policy {
        public SharedCalling {
            emergencyNumbers = List.copyOf(emergencyNumbers);
        }
    }

    /**
     * A change of what a Shared Calling policy says; both sides have the same name, and one is there.
     *
     * @param before what it says until then; empty when there is none yet
     * @param after what it says from then on; empty when it is removed
     */
    record SharedCallingChange(Optional<SharedCalling> before, Optional<SharedCalling> after) {
        public PolicyName policy() {
            return after.or(() -> before).orElseThrow().name();
        }

        /** The callback numbers that it has after the change and had not before. */
        public Stream<PhoneNumber> added() {
            var had = before.map(SharedCalling::emergencyNumbers).orElse(List.of());
            return after.stream()
                    .flatMap(policy -> policy.emergencyNumbers().stream())
                    .filter(number -> !had.contains(number));
        }
    }

    /** A policy that exists and could not be read; {@code why} says so in words an admin understands. */
    record Unread(PolicyName name, PolicyKind kind, String why) implements Policy {
        /** Of one whose name could not be read either, so that it may be any. */
        public static final PolicyName NAMELESS = new PolicyName("?");
    }

    /** Which PSTN usages, and so which Direct Routing routes, somebody may use. */
    record VoiceRouting(PolicyName name, List<String> usages) implements Policy {
        public VoiceRouting {
            usages = List.copyOf(usages);
        }
    }

    /** Which digits are an emergency call and where it goes. */
    record EmergencyCallRouting(PolicyName name, Fact<Boolean> enhancedServices, List<EmergencyNumber> numbers)
            implements Policy {
        public EmergencyCallRouting {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * One emergency number of a routing policy.
     *
     * @param dialString what is sent, such as {@code 911}
     * @param dialMask other digits a person may dial for it, separated by {@code ;}, as written in the policy
     * @param usage the PSTN usage that routes it; without one Microsoft or the operator does
     */
    record EmergencyNumber(String dialString, String dialMask, Optional<String> usage) {
        public List<String> masks() {
            return dialMask.isBlank() ? List.of() : List.of(dialMask.strip().split(";"));
        }
    }

    /** Who is told about an emergency call, and what the caller may do about their address. */
    record EmergencyCalling(
            PolicyName name,
            List<String> notified,
            String notificationMode,
            Optional<String> dialOut,
            Fact<Boolean> externalLocationLookup,
            Optional<String> disclaimer,
            List<ExtendedNotification> extended)
            implements Policy {
        public EmergencyCalling {
            notified = List.copyOf(notified);
            extended = List.copyOf(extended);
        }
    }

    /** Other people to tell for one dial string. */
    record ExtendedNotification(String dialString, List<String> notified) {
        public ExtendedNotification {
            notified = List.copyOf(notified);
        }
    }

    /** What number is shown. For Shared Calling the account's own setting decides (rule CLI-01). */
    record CallingLineIdentity(
            PolicyName name,
            Substitute substitute,
            Optional<UserId> resourceAccount,
            Fact<Boolean> userMayHide,
            Fact<Boolean> blocksIncomingCallerId,
            Optional<String> companyName)
            implements Policy {}

    enum Substitute {
        LINE_URI,
        ANONYMOUS,
        RESOURCE,
        /** Not honoured any more (rule CLI-03). */
        SERVICE
    }

    record DialPlan(PolicyName name, List<NormalizationRule> rules) implements Policy {
        public DialPlan {
            rules = List.copyOf(rules);
        }
    }

    /** Turns dialled digits ({@code pattern}, a regular expression) into a number ({@code translation}, with {@code $1}). */
    record NormalizationRule(String name, String pattern, String translation, boolean internalExtension) {}

    record DialOut(PolicyName name) implements Policy {}

    /**
     * Whether somebody may call at all
     * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csteamscallingpolicy">cmdlet</a>).
     *
     * @param privateCalling the master switch
     * @param preventTollBypass whether calls may only leave by the gateway of the place the person is in
     * @param spendLimit how much the person's calls may cost, as written; empty when nothing limits them
     */
    record Calling(
            PolicyName name,
            Fact<Boolean> privateCalling,
            Fact<Boolean> preventTollBypass,
            Fact<Optional<String>> spendLimit)
            implements Policy {}
}

package dev.linekeeper.core.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One number of the tenant's inventory, as Graph's
 * <a href="https://learn.microsoft.com/graph/api/resources/teamsadministration-numberassignment">numberAssignment</a> has it.
 *
 * @param target the object id of the holder, or {@code TeamsSharedCallingRoutingPolicy|Tag:name} for a callback number
 * @param sharedCallingSupported Microsoft's own answer to whether the number may serve Shared Calling (rule RES-09)
 * @param portInStatus empty when no port-in is under way
 * @param sharedCalling the Shared Calling policy granted to the number itself, empty when there is none
 *     (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/get-csphonenumberpolicyassignment">cmdlet</a>)
 */
public record TelephoneNumber(
        PhoneNumber number,
        NumberType type,
        Fact<Set<Capability>> capabilities,
        Activation activation,
        NumberStatus status,
        Optional<String> target,
        Fact<Optional<Country>> country,
        Fact<Optional<LocationId>> location,
        NumberSource source,
        Optional<String> portInStatus,
        boolean locationUpdateSupported,
        Fact<Boolean> sharedCallingSupported,
        Fact<Optional<PolicyName>> sharedCalling) {

    public enum Capability {
        USER_ASSIGNMENT,
        VOICE_APPLICATION_ASSIGNMENT,
        CONFERENCE_ASSIGNMENT,
        TEAMS_PHONE_MOBILE
    }

    public enum Activation {
        ACTIVATED,
        ASSIGNMENT_PENDING,
        ASSIGNMENT_FAILED,
        UPDATE_PENDING,
        UPDATE_FAILED,
        UNKNOWN
    }

    public enum NumberStatus {
        UNASSIGNED,
        USER_ASSIGNED,
        CONFERENCE_ASSIGNED,
        VOICE_APPLICATION_ASSIGNED,
        THIRD_PARTY_APP_ASSIGNED,
        POLICY_ASSIGNED,
        UNKNOWN
    }

    /** Where a number is mastered: a number synchronised from on premises cannot be changed online (rule USR-08). */
    public enum NumberSource {
        ONLINE,
        ON_PREMISES,
        UNKNOWN
    }

    private static final String POLICY_TARGET = PolicyKind.SHARED_CALLING.type().toLowerCase(Locale.ROOT) + "|";

    public TelephoneNumber {
        capabilities = capabilities.map(Set::copyOf);
    }

    /** A number whose own policy nobody read: what most backends report. */
    public TelephoneNumber(
            PhoneNumber number,
            NumberType type,
            Fact<Set<Capability>> capabilities,
            Activation activation,
            NumberStatus status,
            Optional<String> target,
            Fact<Optional<Country>> country,
            Fact<Optional<LocationId>> location,
            NumberSource source,
            Optional<String> portInStatus,
            boolean locationUpdateSupported,
            Fact<Boolean> sharedCallingSupported) {
        this(
                number,
                type,
                capabilities,
                activation,
                status,
                target,
                country,
                location,
                source,
                portInStatus,
                locationUpdateSupported,
                sharedCallingSupported,
                Fact.missing("the policies of single numbers were not read"));
    }

    /** The number with somebody else's answer to whether it may serve Shared Calling. */
    public TelephoneNumber withSharedCallingSupported(Fact<Boolean> supported) {
        return with(location, supported, sharedCalling);
    }

    /** The number at another place. */
    public TelephoneNumber at(LocationId place) {
        return at(Optional.of(place));
    }

    /** The number at another place, or at none. */
    public TelephoneNumber at(Optional<LocationId> place) {
        return with(location.map(_ -> place), sharedCallingSupported, sharedCalling);
    }

    /** The number with a Shared Calling policy of its own, or with none. */
    public TelephoneNumber granted(Fact<Optional<PolicyName>> policy) {
        return with(location, sharedCallingSupported, policy);
    }

    /** The number once an account has it. */
    public TelephoneNumber heldBy(UserId account) {
        return of(NumberStatus.VOICE_APPLICATION_ASSIGNED, Optional.of(account.value()));
    }

    /** The number once nobody has it any more. */
    public TelephoneNumber heldByNobody() {
        return of(NumberStatus.UNASSIGNED, Optional.empty());
    }

    private TelephoneNumber of(NumberStatus otherStatus, Optional<String> holder) {
        return new TelephoneNumber(
                number,
                type,
                capabilities,
                activation,
                otherStatus,
                holder,
                country,
                location,
                source,
                portInStatus,
                locationUpdateSupported,
                sharedCallingSupported,
                sharedCalling);
    }

    private TelephoneNumber with(
            Fact<Optional<LocationId>> place, Fact<Boolean> supported, Fact<Optional<PolicyName>> granted) {
        return new TelephoneNumber(
                number,
                type,
                capabilities,
                activation,
                status,
                target,
                country,
                place,
                source,
                portInStatus,
                locationUpdateSupported,
                supported,
                granted);
    }

    /** Whether the inventory says that it is the number of that person. */
    public boolean isOf(UserId person) {
        return status == NumberStatus.USER_ASSIGNED
                && target.map(UserId::new).filter(person::equals).isPresent();
    }

    /** Whether the number may be used so. */
    public Fact<Boolean> may(Capability capability) {
        return capabilities.map(all -> all.contains(capability));
    }

    /** The Shared Calling policy that keeps this number for callbacks, when it is one of those. */
    public Optional<PolicyName> heldByPolicy() {
        return status == NumberStatus.POLICY_ASSIGNED
                ? target.filter(t -> t.toLowerCase(Locale.ROOT).startsWith(POLICY_TARGET))
                        .map(t -> t.substring(POLICY_TARGET.length()).strip())
                        .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase("Tag:"))
                        .map(PolicyName::new)
                : Optional.empty();
    }
}

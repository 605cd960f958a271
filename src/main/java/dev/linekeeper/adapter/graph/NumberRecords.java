package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.teamsadministration.ActivationState;
import com.microsoft.graph.models.teamsadministration.AssignmentStatus;
import com.microsoft.graph.models.teamsadministration.CustomerAction;
import com.microsoft.graph.models.teamsadministration.NumberAssignment;
import com.microsoft.graph.models.teamsadministration.NumberCapability;
import com.microsoft.graph.models.teamsadministration.NumberSource;
import com.microsoft.graph.models.teamsadministration.PortInStatus;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Activation;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.Source;
import dev.linekeeper.core.tenant.TelephoneNumber.Status;
import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between Graph's number records and ours. A member Graph knows and we do not is "unknown", never a default. */
final class NumberRecords {
    private static final Logger log = LoggerFactory.getLogger(NumberRecords.class);

    private final GraphFacts facts;

    NumberRecords(Clock clock) {
        this.facts = new GraphFacts(clock);
    }

    /** Our record; empty, and logged, when the number itself cannot be read. */
    Optional<TelephoneNumber> read(NumberAssignment number) {
        Optional<PhoneNumber> parsed =
                Optional.ofNullable(number.getTelephoneNumber()).flatMap(PhoneNumber::parse);
        if (parsed.isEmpty()) {
            log.warn("action=read-number outcome=skipped id={}", number.getId());
        }
        return parsed.map(known -> new TelephoneNumber(
                known,
                type(number.getNumberType()),
                capabilities(number.getCapabilities()),
                activation(number.getActivationState()),
                status(number.getAssignmentStatus()),
                Optional.ofNullable(number.getAssignmentTargetId()).filter(target -> !target.isBlank()),
                facts.known(Optional.ofNullable(number.getIsoCountryCode())
                        .filter(iso -> !iso.isBlank())
                        .map(Country::new)),
                facts.known(LocationId.of(number.getLocationId())),
                source(number.getNumberSource()),
                portIn(number.getPortInStatus()),
                actions(number.getSupportedCustomerActions()).contains(CustomerAction.LocationUpdate),
                Fact.missing("Microsoft Graph does not report whether a number may serve Shared Calling")));
    }

    /**
     * The type as Graph writes it.
     *
     * @throws BackendFailure for a type that cannot be assigned
     */
    com.microsoft.graph.models.teamsadministration.NumberType written(NumberType type) {
        return switch (type) {
            case CALLING_PLAN -> com.microsoft.graph.models.teamsadministration.NumberType.CallingPlan;
            case OPERATOR_CONNECT -> com.microsoft.graph.models.teamsadministration.NumberType.OperatorConnect;
            case DIRECT_ROUTING -> com.microsoft.graph.models.teamsadministration.NumberType.DirectRouting;
            case OTHER ->
                throw new BackendFailure(BackendFailure.Kind.INVALID, "The number has a type Graph cannot assign");
        };
    }

    private static NumberType type(com.microsoft.graph.models.teamsadministration.@Nullable NumberType type) {
        return switch (type) {
            case CallingPlan -> NumberType.CALLING_PLAN;
            case OperatorConnect -> NumberType.OPERATOR_CONNECT;
            case DirectRouting -> NumberType.DIRECT_ROUTING;
            case InternalError, UnknownFutureValue -> NumberType.OTHER;
            case null -> NumberType.OTHER;
        };
    }

    private static Set<Capability> capabilities(@Nullable List<NumberCapability> listed) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (NumberCapability capability : listed == null ? List.<NumberCapability>of() : listed) {
            switch (capability) {
                case ConferenceAssignment -> capabilities.add(Capability.CONFERENCE_ASSIGNMENT);
                case VoiceApplicationAssignment -> capabilities.add(Capability.VOICE_APPLICATION_ASSIGNMENT);
                case UserAssignment -> capabilities.add(Capability.USER_ASSIGNMENT);
                case TeamsPhoneMobile -> capabilities.add(Capability.TEAMS_PHONE_MOBILE);
                case UnknownFutureValue -> {}
            }
        }
        return capabilities;
    }

    private static Activation activation(@Nullable ActivationState state) {
        return switch (state) {
            case Activated -> Activation.ACTIVATED;
            case AssignmentPending -> Activation.ASSIGNMENT_PENDING;
            case AssignmentFailed -> Activation.ASSIGNMENT_FAILED;
            case UpdatePending -> Activation.UPDATE_PENDING;
            case UpdateFailed -> Activation.UPDATE_FAILED;
            case UnknownFutureValue -> Activation.UNKNOWN;
            case null -> Activation.UNKNOWN;
        };
    }

    private static Status status(@Nullable AssignmentStatus status) {
        return switch (status) {
            case Unassigned -> Status.UNASSIGNED;
            case UserAssigned -> Status.USER_ASSIGNED;
            case ConferenceAssigned -> Status.CONFERENCE_ASSIGNED;
            case VoiceApplicationAssigned -> Status.VOICE_APPLICATION_ASSIGNED;
            case ThirdPartyAppAssigned -> Status.THIRD_PARTY_APP_ASSIGNED;
            case PolicyAssigned -> Status.POLICY_ASSIGNED;
            case InternalError, UnknownFutureValue -> Status.UNKNOWN;
            case null -> Status.UNKNOWN;
        };
    }

    private static Source source(@Nullable NumberSource source) {
        return switch (source) {
            case Online -> Source.ONLINE;
            case OnPremises -> Source.ON_PREMISES;
            case UnknownFutureValue -> Source.UNKNOWN;
            case null -> Source.UNKNOWN;
        };
    }

    private static Optional<String> portIn(@Nullable PortInStatus status) {
        return switch (status) {
            case FirmOrderCommitmentAccepted -> Optional.of("firm order commitment accepted");
            case UnknownFutureValue -> Optional.of("unknown");
            case Completed -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static List<CustomerAction> actions(@Nullable List<CustomerAction> listed) {
        return listed == null ? List.of() : listed;
    }
}

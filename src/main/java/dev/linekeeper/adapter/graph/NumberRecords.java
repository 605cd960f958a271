package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.teamsadministration.CustomerAction;
import com.microsoft.graph.models.teamsadministration.NumberAssignment;
import com.microsoft.graph.models.teamsadministration.NumberCapability;
import com.microsoft.graph.models.teamsadministration.PortInStatus;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.MicrosoftSpelling;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Activation;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberSource;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.NumberInventory.NumberList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts Graph's number records. A value of Graph without a constant here becomes UNKNOWN.
 */
final class NumberRecords {
    private static final Logger log = LoggerFactory.getLogger(NumberRecords.class);

    private final GraphFacts facts;

    NumberRecords(Clock clock) {
        this.facts = new GraphFacts(clock);
    }

    /** What Graph lists; a record whose digits cannot be read is named, and logged, by what it has of an id. */
    NumberList list(List<NumberAssignment> records) {
        List<TelephoneNumber> numbers = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        records.forEach(record -> read(record).ifPresentOrElse(numbers::add, () -> unread.add(name(record))));
        if (!unread.isEmpty()) {
            log.warn("action=read-numbers outcome=incomplete read={} unread={}", numbers.size(), unread);
        }
        return new NumberList(numbers, unread);
    }

    private static String name(NumberAssignment record) {
        return Stream.of(record.getTelephoneNumber(), record.getId())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("?");
    }

    private Optional<TelephoneNumber> read(NumberAssignment number) {
        Optional<PhoneNumber> parsed =
                Optional.ofNullable(number.getTelephoneNumber()).flatMap(PhoneNumber::parse);
        return parsed.map(known -> new TelephoneNumber(
                known,
                like(number.getNumberType(), NumberType.OTHER),
                facts.told(number.getCapabilities(), "what the number may be used for")
                        .map(NumberRecords::capabilities),
                like(number.getActivationState(), Activation.UNKNOWN),
                like(number.getAssignmentStatus(), NumberStatus.UNKNOWN),
                Optional.ofNullable(number.getAssignmentTargetId()).filter(target -> !target.isBlank()),
                country(number.getIsoCountryCode()),
                facts.known(LocationId.of(number.getLocationId())),
                like(number.getNumberSource(), NumberSource.UNKNOWN),
                portIn(number.getPortInStatus()),
                Graph.listed(number.getSupportedCustomerActions()).contains(CustomerAction.LocationUpdate),
                Fact.missing("Microsoft Graph does not report whether a number may serve Shared Calling")));
    }

    /** Direct Routing numbers have none in Graph's list: what is not said is not known, which is not an error. */
    private Fact<Optional<Country>> country(@Nullable String written) {
        return written == null || written.isBlank()
                ? Fact.missing("Microsoft Graph did not say the country of the number")
                : facts.country(written);
    }

    /**
     * Graph's constant for a number type.
     *
     * @throws BackendFailure for a type that Graph cannot assign
     */
    com.microsoft.graph.models.teamsadministration.NumberType written(NumberType type) {
        var written = com.microsoft.graph.models.teamsadministration.NumberType.forValue(type.graphName());
        if (written == null) {
            throw new BackendFailure(FailureKind.INVALID, "The number has a type Graph cannot assign");
        }
        return written;
    }

    private static Set<Capability> capabilities(List<NumberCapability> listed) {
        return listed.stream()
                .flatMap(theirs -> MicrosoftSpelling.constant(Capability.class, theirs.name()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> portIn(@Nullable PortInStatus status) {
        return switch (status) {
            case FirmOrderCommitmentAccepted -> Optional.of("firm order commitment accepted");
            case UnknownFutureValue -> Optional.of("unknown");
            case Completed -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** Our constant of the same name; {@code unknown} when there is none. */
    private static <E extends Enum<E>> E like(@Nullable Enum<?> theirs, E unknown) {
        return MicrosoftSpelling.constantOr(unknown, String.valueOf(theirs));
    }
}

package dev.linekeeper.core.emergency;

import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.callerid.CallPath.NoPath;
import dev.linekeeper.core.callerid.CallPath.OwnNumberPath;
import dev.linekeeper.core.callerid.CallPath.SharedCallingPath;
import dev.linekeeper.core.callerid.CallPath.UndeterminedPath;
import dev.linekeeper.core.emergency.EmergencyNumbers.DialledNumber;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.VoiceRouteTable;
import dev.linekeeper.core.tenant.NumberType;
import java.util.List;
import java.util.Optional;

/**
 * The ways of emergency calls under a number of one type.
 *
 * @param type of the number the call leaves with; empty when there is none
 * @param shared whether it is a shared number: of one's own, Microsoft says less
 */
record EmergencyRoutes(Optional<NumberType> type, boolean shared, VoiceRouteTable table) {

    static EmergencyRoutes of(CallPath path, PersonCase subject) {
        var table = subject.tenantCase().routing();
        return switch (path) {
            case SharedCallingPath shared ->
                new EmergencyRoutes(Optional.of(shared.number().type()), true, table);
            case OwnNumberPath own -> new EmergencyRoutes(Optional.of(own.type()), false, table);
            case NoPath _, UndeterminedPath _ -> new EmergencyRoutes(Optional.empty(), false, table);
        };
    }

    EmergencyRoute of(DialledNumber entry) {
        return type.map(known -> switch (known) {
                    case DIRECT_ROUTING -> byDirectRouting(entry);
                    case CALLING_PLAN, OPERATOR_CONNECT ->
                        entry.usage().isPresent() ? EmergencyRoute.WRONG_TRUNK : EmergencyRoute.BY_OPERATOR;
                    case OTHER -> EmergencyRoute.UNKNOWN;
                })
                .orElse(EmergencyRoute.UNKNOWN);
    }

    private EmergencyRoute byDirectRouting(DialledNumber entry) {
        return entry.usage().map(usage -> by(usage, entry)).orElseGet(this::nowhere);
    }

    private EmergencyRoute by(String usage, DialledNumber entry) {
        var exists = table.existing(List.of(usage)).map(found -> !found.isEmpty());
        return exists.flatMap(there -> there ? table.carries(usage, entry.dialString()) : exists)
                .fold(out -> out ? EmergencyRoute.BY_USAGE : nowhere(), _ -> EmergencyRoute.UNKNOWN);
    }

    private EmergencyRoute nowhere() {
        return shared ? EmergencyRoute.NOWHERE : EmergencyRoute.UNKNOWN;
    }

    /** What one dials for those of {@code entries} whose calls take that way. */
    List<String> taking(EmergencyRoute way, List<DialledNumber> entries) {
        return EmergencyNumbers.dialable(
                entries.stream().filter(entry -> of(entry) == way).toList());
    }
}

package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.AttendantOfAccount;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.core.tenant.groundwork.RoutingOfAccount;
import dev.linekeeper.core.tenant.groundwork.ShownNumber;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount;
import dev.linekeeper.core.tenant.groundwork.UsageLocationOfAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fix sets, as people read it. */
record FixWords(Tenant tenant) {
    /** Of a policy that is there and dials nothing. */
    private static final String NO_NUMBERS = "–";

    /** A side of the fix; {@link Step#NONE} where there is nothing. */
    String of(Fix<?> fix, Optional<?> value) {
        return value.map(it -> it instanceof List<?> said ? listed(said) : it.toString())
                .map(it -> switch (fix) {
                    case PlaceOfNumber _ ->
                        Fact.present(tenant.place(new LocationId(it)))
                                .map(FixWords::name)
                                .orElse(it);
                    case NewAccount account -> account.displayName();
                    case AttendantOfAccount _ -> attendant(it);
                    case EmptyRoutingPolicy made -> it.isEmpty() ? made.name().value() : it;
                    case EmergencyRoutingPolicy _ -> it.isEmpty() ? NO_NUMBERS : it;
                    case CallerIdPolicy _ -> shown((ShownNumber) value.get());
                    case CallingPolicy _ -> switches((CallingSwitches) value.get());
                    case RoutingOfAccount _,
                            UsageLocationOfAccount _,
                            SignInOfAccount _,
                            PolicyOfNumber _,
                            NumberOfAccount _ -> it;
                })
                .orElse(Step.NONE);
    }

    /** As the cmdlet has it; an account by its principal name. */
    private String shown(ShownNumber number) {
        return switch (number.substitute()) {
            case LINE_URI -> "LineUri";
            case ANONYMOUS -> "Anonymous";
            case SERVICE -> "Service";
            case RESOURCE ->
                number.account()
                        .map(id -> Fact.present(tenant.resourceAccount(id))
                                .map(ResourceAccount::userPrincipalName)
                                .orElseGet(id::value))
                        .orElse("Resource");
        };
    }

    private static String switches(CallingSwitches switches) {
        return Stream.of(
                        switches.privateCalling().map("AllowPrivateCalling %s"::formatted),
                        switches.preventTollBypass().map("PreventTollBypass %s"::formatted))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** What a policy says in a line: emergency numbers, each with its masks and the usage that routes it, or PSTN usages. */
    private static String listed(List<?> values) {
        return values.stream()
                .map(it -> it instanceof EmergencyNumber number ? said(number) : it.toString())
                .collect(Collectors.joining(", "));
    }

    private static String said(EmergencyNumber number) {
        String masks = number.masks().isEmpty() ? "" : " [%s]".formatted(String.join(", ", number.masks()));
        return number.dialString()
                + masks
                + number.usage().map(" (%s)"::formatted).orElse("");
    }

    /** The name of the auto attendant with the id; the id where there is none, as of a call queue. */
    private String attendant(String id) {
        return tenant.autoAttendants().known().stream()
                .flatMap(all -> all.read().stream())
                .filter(attendant -> AnyCase.same(attendant.id(), id))
                .findFirst()
                .map(AutoAttendant::name)
                .orElse(id);
    }

    /** A place as people tell it from others: what it is called, and its address. */
    static String name(EmergencyLocation place) {
        return place.description().isBlank()
                ? place.address()
                : "%s (%s)".formatted(place.description(), place.address());
    }
}

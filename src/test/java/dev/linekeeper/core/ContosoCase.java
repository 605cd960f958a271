package dev.linekeeper.core;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.routing;
import static dev.linekeeper.core.ContosoFixture.shared;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.CALLING_LINE_IDENTITY;
import static dev.linekeeper.core.tenant.PolicyKind.DIAL_PLAN;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;

import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** One of the worked cases F01 to F42: a person, the tenant around them and the settings to judge by. */
public record ContosoCase(String name, Person person, Tenant tenant, JudgementSettings settings) {

    /** The case of that name, such as {@code F12}. */
    public static ContosoCase of(String name) {
        return switch (name) {
            case "F01" -> of(name, us(name));
            case "F02" -> of(name, us(name).voice(false));
            case "F03" -> of(name, us(name).but(ContosoCase::withDeletedPhoneSystem));
            case "F04" -> of(name, us(name).inherited(SHARED_CALLING));
            case "F05" -> of(name, us(name).inherited(VOICE_ROUTING), t -> t.policy(routing("Global", "US-All")));
            case "F06" -> of(name, us(name).direct(VOICE_ROUTING, "V-OLD"));
            case "F07" -> of(name, us(name).but(ContosoCase::withOwnNumber));
            case "F08" -> of(name, us(name).but(ContosoCase::withOwnNumber).direct(CALLING_LINE_IDENTITY, "C-SEA"));
            case "F09" -> of(name, us(name).but(ContosoCase::withExtension));
            case "F10" -> of(name, us(name).but(ContosoCase::withExtension).direct(VOICE_ROUTING, "V-US"));
            case "F11" -> of(name, us(name).primary("+14255550190"));
            case "F12" -> of(name, us(name).direct(SHARED_CALLING, "SC-NOLOC"));
            case "F13" -> of(name, us(name).direct(SHARED_CALLING, "SC-NOPAYG"));
            case "F14" ->
                of(name, us(name).in("AU").direct(SHARED_CALLING, "SC-AU").direct(EMERGENCY_CALL_ROUTING, "E-AU"));
            case "F15" -> of(name, us(name).direct(SHARED_CALLING, "SC-NONUM"));
            case "F16" -> of(name, us(name).direct(SHARED_CALLING, "SC-TF"));
            case "F17" -> of(name, us(name).direct(SHARED_CALLING, "SC-TF2"));
            case "F18" -> of(name, us(name).direct(SHARED_CALLING, "SC-SEA0"));
            case "F19" -> of(name, uk(name));
            case "F20" -> of(name, uk(name).direct(EMERGENCY_CALL_ROUTING, "E-UKU"));
            case "F21" -> of(name, de(name));
            case "F22" -> of(name, de(name).direct(EMERGENCY_CALL_ROUTING, "E-DE0"));
            case "F23" -> of(name, de(name).direct(VOICE_ROUTING, "V-DE"));
            case "F24" ->
                of(
                        name,
                        us(name).direct(SHARED_CALLING, "SC-DUP"),
                        t -> t.policy(shared("SC-DUP", "ra-sea", "+14255550171")));
            case "F25" -> of(name, de(name).direct(SHARED_CALLING, "SC-BER2"));
            case "F26" -> of(name, uk(name).direct(SHARED_CALLING, "SC-MIX"));
            case "F27" -> of(name, us(name).direct(SHARED_CALLING, "SC-CTRY"));
            case "F28" -> of(name, us(name).direct(SHARED_CALLING, "SC-USED"));
            case "F29" -> of(name, us(name).direct(SHARED_CALLING, "SC-SVC"));
            case "F30" -> of(name, us(name).inherited(EMERGENCY_CALL_ROUTING));
            case "F31" -> of(name, us(name).direct(CALLING_LINE_IDENTITY, "C-ANON"));
            case "F32" -> of(name, us(name).direct(CALLING_LINE_IDENTITY, "C-HIDE"));
            case "F33" -> of(name, us(name).direct(CALLING_LINE_IDENTITY, "C-LON"));
            case "F34" -> of(name, us(name).direct(CALLING_LINE_IDENTITY, "C-SEA"));
            case "F35" -> of(name, us(name), t -> t.account("ra-sea", a -> a.associations()));
            case "F36" ->
                of(
                        name,
                        us(name),
                        t -> t.sites(
                                known(List.of(new NetworkSite("HQ", Optional.of(named("E-DE")), Optional.empty())))));
            case "F37" -> of(name, us(name).in("GB"));
            case "F38" ->
                of(
                        name,
                        us(name).policy(
                                        SHARED_CALLING,
                                        known(new Assignment.Direct(
                                                named("SC-SEA"),
                                                known(new Assignment.ByGroup(
                                                        named("SC-LON"), new GroupId("Sales")))))));
            case "F39" -> of(name, us(name).byGroup(SHARED_CALLING, "SC-SEA", "Sales"));
            case "F40" ->
                of(
                        name,
                        us(name).inherited(SHARED_CALLING)
                                .primary("+442079460120")
                                .line(new Line(
                                        PhoneNumber.of("+14255550180"),
                                        Line.Category.ALTERNATE,
                                        known(Optional.of(named("SC-SEA"))))));
            case "F41" -> of(name, us(name), t -> t.cloud(known(Cloud.GCC_HIGH)));
            case "F42" -> of(name, us(name), ContosoCase::withUnreadableAccount);
            default -> throw new IllegalArgumentException("No case " + name);
        };
    }

    public static List<String> names() {
        return IntStream.rangeClosed(1, 42).mapToObj("F%02d"::formatted).toList();
    }

    public ContosoCase judgedBy(JudgementSettings other) {
        return new ContosoCase(name, person, tenant, other);
    }

    private static ContosoCase of(String name, PersonFixture person) {
        return of(name, person, tenant -> tenant);
    }

    private static ContosoCase of(String name, PersonFixture person, UnaryOperator<TenantFixture> change) {
        return new ContosoCase(name, person.build(), contoso().but(change).build(), ContosoFixture.settings());
    }

    private static PersonFixture withDeletedPhoneSystem(PersonFixture person) {
        return person.plans(
                        PersonFixture.enabled(ContosoFixture.TEAMS),
                        new ServicePlan(ContosoFixture.PHONE_SYSTEM, ServicePlan.ServicePlanStatus.DELETED))
                .features("Teams");
    }

    private static PersonFixture withOwnNumber(PersonFixture person) {
        return person.primary("+14255550140")
                .alsoPlan(ContosoFixture.DOMESTIC_PLAN)
                .features("Teams", "PhoneSystem", "CallingPlan");
    }

    private static PersonFixture withExtension(PersonFixture person) {
        return person.primary("+14255550190;ext=6789").direct(DIAL_PLAN, "Extensions");
    }

    private static TenantFixture withUnreadableAccount(TenantFixture tenant) {
        return tenant.account(
                "ra-sea",
                account -> account.application(Fact.missing("the gateway failed"))
                        .signIn(Fact.missing("the gateway failed"))
                        .in(Fact.missing("the gateway failed"))
                        .plans(Fact.<List<ServicePlan>>missing("the gateway failed"))
                        .number(Fact.<Optional<PhoneNumber>>missing("the gateway failed"))
                        .policy(VOICE_ROUTING, Fact.missing("the gateway failed"))
                        .policy(CALLING_LINE_IDENTITY, Fact.missing("the gateway failed"))
                        .associations(Fact.<List<ResourceAccount.Association>>missing("the gateway failed")));
    }
}

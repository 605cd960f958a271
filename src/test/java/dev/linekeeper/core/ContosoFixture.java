package dev.linekeeper.core;

import static dev.linekeeper.core.tenant.NumberType.CALLING_PLAN;
import static dev.linekeeper.core.tenant.NumberType.DIRECT_ROUTING;
import static dev.linekeeper.core.tenant.NumberType.OPERATOR_CONNECT;
import static dev.linekeeper.core.tenant.TelephoneNumber.Capability.CONFERENCE_ASSIGNMENT;
import static dev.linekeeper.core.tenant.TelephoneNumber.Capability.USER_ASSIGNMENT;
import static dev.linekeeper.core.tenant.TelephoneNumber.Capability.VOICE_APPLICATION_ASSIGNMENT;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.VoiceRoute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tenant of the worked cases: eight shared numbers in four countries and every mistake worth making. */
public final class ContosoFixture {
    public static final String TEAMS = "57ff2da0-773e-42df-b2af-ffb7a2317929";
    public static final String PHONE_SYSTEM = "4828c8ec-dc2e-4779-b502-87ac9ce28ab7";
    public static final String VIRTUAL_USER = "f47330e9-c134-43b3-9993-e7f004506889";
    public static final String PAY_AS_YOU_GO = "156a1efe-17cd-4b03-9f17-2eb512298fb3";
    public static final String CREDITS = "505e180f-f7e0-4b65-91d4-00d670bbd18c";
    public static final String DOMESTIC_PLAN = "4ed3ff63-69d7-4fb7-b984-5aec7f605ca8";

    private ContosoFixture() {}

    public static <T> Fact<T> known(T value) {
        return new Fact.Known<>(value, "test", Instant.EPOCH);
    }

    public static PolicyName named(String policy) {
        return new PolicyName(policy);
    }

    /** The rule of that id, such as {@code RES-10}. */
    public static Rule<PersonCase> rule(String id) {
        return Readiness.rules().stream()
                .filter(rule -> rule.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rule " + id));
    }

    public static JudgementSettings settings() {
        return new JudgementSettings(
                Optional.of(named("NoPSTN")),
                false,
                Map.of(
                        "callingPlan/US", named("E-US"),
                        "operatorConnect/GB", named("E-UK"),
                        "directRouting/DE", named("E-DE"),
                        "callingPlan/AU", named("E-AU")));
    }

    /** The base user U: enrolled in SC-SEA, nothing wrong. */
    public static PersonFixture us(String id) {
        return new PersonFixture(id)
                .direct(PolicyKind.SHARED_CALLING, "SC-SEA")
                .direct(PolicyKind.VOICE_ROUTING, "NoPSTN")
                .direct(PolicyKind.EMERGENCY_CALL_ROUTING, "E-US");
    }

    public static PersonFixture uk(String id) {
        return us(id).in("GB")
                .direct(PolicyKind.SHARED_CALLING, "SC-LON")
                .direct(PolicyKind.EMERGENCY_CALL_ROUTING, "E-UK");
    }

    public static PersonFixture de(String id) {
        return us(id).in("DE")
                .direct(PolicyKind.SHARED_CALLING, "SC-BER")
                .direct(PolicyKind.EMERGENCY_CALL_ROUTING, "E-DE");
    }

    public static TenantFixture contoso() {
        var tenant = new TenantFixture()
                .usages(known(Set.of("US-All", "DE-All", "DE-Emergency", "UK-999")))
                .routes(known(List.of(
                        new VoiceRoute("DE-All", ".*", List.of("DE-All"), List.of("sbc1.contoso.example")),
                        new VoiceRoute(
                                "DE-Emergency",
                                "^\\+?(112|110)$",
                                List.of("DE-Emergency"),
                                List.of("sbc1.contoso.example")))))
                .location(location("LOC-SEA", "1 Pike Street, Seattle, WA 98101, US", "US"))
                .location(location("LOC-SYD", "2 George Street, Sydney, NSW 2000, AU", "AU"))
                .location(location("LOC-LON", "3 Strand, London, GB", "GB"))
                .location(location("LOC-BER", "4 Unter den Linden, 10117 Berlin, DE", "DE"));
        numbers(tenant);
        accounts(tenant);
        sharedCallingPolicies(tenant);
        otherPolicies(tenant);
        return tenant;
    }

    private static void numbers(TenantFixture tenant) {
        service(tenant, "+14255550100", CALLING_PLAN, "US", "LOC-SEA", "ra-sea");
        service(tenant, "+14255550110", CALLING_PLAN, "US", "00000000-0000-0000-0000-000000000000", "ra-noloc");
        service(tenant, "+14255550120", CALLING_PLAN, "US", "LOC-SEA", "ra-nopayg");
        service(tenant, "+18005550199", CALLING_PLAN, "US", "LOC-SEA", "ra-tf");
        service(tenant, "+61255501100", CALLING_PLAN, "AU", "LOC-SYD", "ra-au");
        service(tenant, "+442079460100", OPERATOR_CONNECT, "GB", "LOC-LON", "ra-lon");
        service(tenant, "+493023125100", DIRECT_ROUTING, "DE", "LOC-BER", "ra-ber");
        service(tenant, "+493023125110", DIRECT_ROUTING, "DE", "LOC-BER", "ra-ber2");
        callback(tenant, "+14255550171", CALLING_PLAN, "US", "LOC-SEA", "SC-SEA");
        callback(tenant, "+14255550172", CALLING_PLAN, "US", "LOC-SEA", "SC-SEA");
        callback(tenant, "+14255550173", CALLING_PLAN, "US", "LOC-SEA", "SC-TF2");
        callback(tenant, "+442079460171", OPERATOR_CONNECT, "GB", "LOC-LON", "SC-LON");
        callback(tenant, "+442079460172", CALLING_PLAN, "GB", "LOC-LON", "SC-MIX");
        callback(tenant, "+442079460173", CALLING_PLAN, "GB", "LOC-LON", "SC-CTRY");
        callback(tenant, "+493023125171", DIRECT_ROUTING, "DE", "LOC-BER", "SC-BER");
        owned(tenant, "+14255550174", CALLING_PLAN);
        owned(tenant, "+14255550140", CALLING_PLAN);
        owned(tenant, "+14255550190;ext=6789", DIRECT_ROUTING);
        owned(tenant, "+14255550190", DIRECT_ROUTING);
        owned(tenant, "+442079460120", OPERATOR_CONNECT);
        owned(tenant, "+14255550180", CALLING_PLAN);
        tenant.number(new NumberFixture("+14255550130")
                .capable(VOICE_APPLICATION_ASSIGNMENT)
                .build());
    }

    private static void accounts(TenantFixture tenant) {
        account(tenant, "ra-sea", "US", "+14255550100", VIRTUAL_USER, PAY_AS_YOU_GO, CREDITS);
        account(tenant, "ra-tf", "US", "+18005550199", VIRTUAL_USER, PAY_AS_YOU_GO, CREDITS);
        account(tenant, "ra-noloc", "US", "+14255550110", VIRTUAL_USER, PAY_AS_YOU_GO, CREDITS);
        account(tenant, "ra-au", "AU", "+61255501100", VIRTUAL_USER, PAY_AS_YOU_GO, CREDITS);
        account(tenant, "ra-nopayg", "US", "+14255550120", VIRTUAL_USER, CREDITS);
        account(tenant, "ra-lon", "GB", "+442079460100", VIRTUAL_USER);
        account(tenant, "ra-ber", "DE", "+493023125100", VIRTUAL_USER);
        account(tenant, "ra-ber2", "DE", "+493023125110", VIRTUAL_USER);
        account(tenant, "ra-nonum", "US", "+14255550100", VIRTUAL_USER, PAY_AS_YOU_GO, CREDITS);
        tenant.account("ra-nonum", account -> account.number(known(Optional.empty())));
        tenant.account("ra-ber", account -> account.direct(PolicyKind.VOICE_ROUTING, "DE-RA"));
    }

    private static void sharedCallingPolicies(TenantFixture tenant) {
        tenant.policy(new Policy.SharedCalling(PolicyName.GLOBAL, Optional.empty(), List.of(), ""))
                .policy(shared("SC-SEA", "ra-sea", "+14255550171", "+14255550172"))
                .policy(shared("SC-SEA0", "ra-sea"))
                .policy(shared("SC-TF", "ra-tf"))
                .policy(shared("SC-TF2", "ra-tf", "+14255550173"))
                .policy(shared("SC-LON", "ra-lon", "+442079460171"))
                .policy(shared("SC-BER", "ra-ber", "+493023125171"))
                .policy(shared("SC-BER2", "ra-ber2"))
                .policy(shared("SC-MIX", "ra-lon", "+442079460172"))
                .policy(shared("SC-CTRY", "ra-sea", "+442079460173"))
                .policy(shared("SC-USED", "ra-sea", "+14255550174"))
                .policy(shared("SC-SVC", "ra-sea", "+14255550130"))
                .policy(shared("SC-NOLOC", "ra-noloc"))
                .policy(shared("SC-NOPAYG", "ra-nopayg"))
                .policy(shared("SC-AU", "ra-au"))
                .policy(shared("SC-NONUM", "ra-nonum"));
    }

    private static void otherPolicies(TenantFixture tenant) {
        tenant.policy(emergency("E-US", number("911"), number("933")))
                .policy(emergency("E-UK", new Policy.EmergencyNumber("999", "112", Optional.empty())))
                .policy(emergency("E-UKU", new Policy.EmergencyNumber("999", "112", Optional.of("UK-999"))))
                .policy(emergency("E-DE", routed("112", "DE-Emergency"), routed("110", "DE-Emergency")))
                .policy(emergency("E-DE0", number("112"), number("110")))
                .policy(emergency("E-AU", new Policy.EmergencyNumber("000", "112", Optional.empty())))
                .policy(emergency("Global"))
                .policy(routing("Global"))
                .policy(routing("NoPSTN"))
                .policy(routing("V-US", "US-All"))
                .policy(routing("V-DE", "DE-All"))
                .policy(routing("V-OLD", "Gone"))
                .policy(routing("DE-RA", "DE-All"))
                .policy(callerId("Global", Policy.Substitute.LINE_URI, false, Optional.empty(), Optional.empty()))
                .policy(callerId("C-ANON", Policy.Substitute.ANONYMOUS, false, Optional.empty(), Optional.empty()))
                .policy(callerId("C-HIDE", Policy.Substitute.LINE_URI, true, Optional.empty(), Optional.empty()))
                .policy(callerId(
                        "C-SEA", Policy.Substitute.RESOURCE, false, Optional.of("ra-sea"), Optional.of("Contoso")))
                .policy(callerId("C-LON", Policy.Substitute.RESOURCE, false, Optional.of("ra-lon"), Optional.empty()))
                .policy(new Policy.EmergencyCalling(
                        PolicyName.GLOBAL,
                        List.of("sec@contoso.example"),
                        "NotificationOnly",
                        Optional.empty(),
                        known(true),
                        Optional.empty(),
                        List.of()))
                .policy(new Policy.DialPlan(PolicyName.GLOBAL, List.of()))
                .policy(new Policy.DialPlan(
                        named("Extensions"),
                        List.of(new Policy.NormalizationRule("ext4", "^(\\d{4})$", "+14255550190;ext=$1", true))))
                .policy(new Policy.DialOut(PolicyName.GLOBAL))
                .policy(new Policy.Calling(PolicyName.GLOBAL, known(true), known(false), known(Optional.empty())));
    }

    public static Policy.SharedCalling shared(String name, String account, String... emergencyNumbers) {
        return new Policy.SharedCalling(
                named(name),
                Optional.of(new UserId(account)),
                Stream.of(emergencyNumbers).map(PhoneNumber::of).toList(),
                "");
    }

    public static Policy.EmergencyCallRouting emergency(String name, Policy.EmergencyNumber... numbers) {
        return new Policy.EmergencyCallRouting(named(name), known(true), List.of(numbers));
    }

    public static Policy.EmergencyNumber number(String dialString) {
        return new Policy.EmergencyNumber(dialString, "", Optional.empty());
    }

    public static Policy.EmergencyNumber routed(String dialString, String usage) {
        return new Policy.EmergencyNumber(dialString, "", Optional.of(usage));
    }

    public static Policy.VoiceRouting routing(String name, String... usages) {
        return new Policy.VoiceRouting(named(name), List.of(usages));
    }

    public static Policy.CallingLineIdentity callerId(
            String name,
            Policy.Substitute substitute,
            boolean userMayHide,
            Optional<String> account,
            Optional<String> company) {
        return new Policy.CallingLineIdentity(
                named(name), substitute, account.map(UserId::new), known(userMayHide), known(false), company);
    }

    private static EmergencyLocation location(String id, String address, String country) {
        return new EmergencyLocation(
                new LocationId(id),
                id + " office",
                address,
                Optional.of(new Country(country)),
                EmergencyLocation.Validation.VALIDATED);
    }

    private static void service(
            TenantFixture tenant, String number, NumberType type, String country, String location, String account) {
        var fixture = new NumberFixture(number)
                .type(type)
                .in(country)
                .at(location)
                .held(TelephoneNumber.NumberStatus.VOICE_APPLICATION_ASSIGNED, account);
        tenant.number((type == DIRECT_ROUTING
                        ? fixture.capable(USER_ASSIGNMENT, VOICE_APPLICATION_ASSIGNMENT, CONFERENCE_ASSIGNMENT)
                        : fixture.capable(VOICE_APPLICATION_ASSIGNMENT))
                .build());
    }

    private static void callback(
            TenantFixture tenant, String number, NumberType type, String country, String location, String policy) {
        var fixture = new NumberFixture(number)
                .type(type)
                .in(country)
                .at(location)
                .held(TelephoneNumber.NumberStatus.POLICY_ASSIGNED, "TeamsSharedCallingRoutingPolicy|Tag:" + policy);
        tenant.number((type == DIRECT_ROUTING
                        ? fixture.capable(USER_ASSIGNMENT, VOICE_APPLICATION_ASSIGNMENT, CONFERENCE_ASSIGNMENT)
                        : fixture)
                .build());
    }

    private static void owned(TenantFixture tenant, String number, NumberType type) {
        tenant.number(new NumberFixture(number)
                .type(type)
                .in(number.startsWith("+44") ? "GB" : "US")
                .status(TelephoneNumber.NumberStatus.USER_ASSIGNED)
                .build());
    }

    private static void account(TenantFixture tenant, String id, String country, String number, String... plans) {
        tenant.account(
                new AccountFixture(id).in(country).number(number).plans(plans).build());
        tenant.attendant(new AutoAttendant(
                "aa-" + id,
                id + " attendant",
                known(AutoAttendant.DirectorySearch.BY_NAME),
                known(Optional.of("operator")),
                known(Set.of()),
                known(Set.of()),
                List.of(new UserId(id))));
    }
}

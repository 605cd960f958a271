package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.emergency;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.number;
import static dev.linekeeper.core.ContosoFixture.routed;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.readiness.Example.missing;
import static dev.linekeeper.core.readiness.Example.of;
import static dev.linekeeper.core.readiness.judgement.Outcome.FAIL;
import static dev.linekeeper.core.readiness.judgement.Outcome.INFO;
import static dev.linekeeper.core.readiness.judgement.Outcome.MANUAL;
import static dev.linekeeper.core.readiness.judgement.Outcome.NA;
import static dev.linekeeper.core.readiness.judgement.Outcome.PASS;
import static dev.linekeeper.core.readiness.judgement.Outcome.UNKNOWN;
import static dev.linekeeper.core.readiness.judgement.Outcome.WARN;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;

import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyCalling;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.VoiceRoute;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules about emergency calls say. */
final class EmergencyExamples {
    private EmergencyExamples() {}

    static Stream<Example> all() {
        return Stream.of(policies(), usages(), digits(), places(), told()).flatMap(some -> some);
    }

    private static Example by(String says, Outcome outcome, EmergencyNumber... numbers) {
        return of(says, outcome, us("u"), t -> t.policy(emergency("E-US", numbers)));
    }

    private static EmergencyNumber masked(String dialString, String mask) {
        return new EmergencyNumber(dialString, mask, Optional.empty());
    }

    private static Stream<Example> policies() {
        return Stream.of(
                of("EMG-01", PASS, us("u")),
                of("EMG-01.empty", FAIL, us("u").inherited(EMERGENCY_CALL_ROUTING)),
                of("EMG-01.none", FAIL, us("u").direct(EMERGENCY_CALL_ROUTING, "E-NOWHERE")),
                of(
                        "EMG-01.global",
                        INFO,
                        us("u").inherited(EMERGENCY_CALL_ROUTING),
                        t -> t.policy(emergency("Global", number("911")))),
                of("EMG-01", UNKNOWN, us("u").policy(EMERGENCY_CALL_ROUTING, missing())),
                of("EMG-01", UNKNOWN, us("u"), t -> t.unreadable(EMERGENCY_CALL_ROUTING)),
                of("EMG-08", PASS, us("u")),
                of(
                        "EMG-08.off",
                        WARN,
                        us("u"),
                        t -> t.policy(new EmergencyCallRouting(named("E-US"), known(false), List.of(number("911"))))),
                of("EMG-08", NA, us("u").inherited(EMERGENCY_CALL_ROUTING)),
                of("EMG-08", UNKNOWN, us("u").policy(EMERGENCY_CALL_ROUTING, missing())),
                of("EMG-14.possible", INFO, us("u")),
                by("EMG-14.missing", INFO, number("911")),
                of("EMG-14.elsewhere", NA, uk("u")),
                of("EMG-14.possible", INFO, us("u").in("CA")),
                by("EMG-14.real-call", WARN, masked("911", "933")),
                by("EMG-14.real-call", WARN, masked("911", "112; 933"), number("933")),
                of("EMG-14.real-call", WARN, uk("u"), t -> t.policy(emergency("E-UK", masked("999", "112;933")))),
                of(
                        "EMG-14.real-call",
                        WARN,
                        us("u"),
                        t -> t.sites(known(
                                        List.of(new NetworkSite("HQ", Optional.of(named("E-HQ")), Optional.empty()))))
                                .policy(emergency("E-HQ", masked("911", "933")))),
                by("EMG-14.possible", INFO, number("911"), masked("933", "933")),
                of("EMG-14", UNKNOWN, us("u"), t -> t.sites(missing())),
                of("EMG-14", UNKNOWN, us("u").in(missing())));
    }

    private static Stream<Example> usages() {
        var elsewhere = new VoiceRoute("Other", "^\\+?112$", List.of("DE-Emergency"), List.of("sbc1"));
        var broken = new VoiceRoute("Broken", "(", List.of("DE-Emergency"), List.of("sbc1"));
        var partial = de("u").direct(EMERGENCY_CALL_ROUTING, "E-PART");
        return Stream.of(
                of("EMG-02", PASS, us("u")),
                of("EMG-02", NA, de("u")),
                of("EMG-02.usage", FAIL, uk("u").direct(EMERGENCY_CALL_ROUTING, "E-UKU")),
                of("EMG-02", UNKNOWN, us("u").policy(SHARED_CALLING, missing())),
                of("EMG-02", UNKNOWN, us("u").policy(EMERGENCY_CALL_ROUTING, missing())),
                of("EMG-03", PASS, de("u")),
                of("EMG-03", NA, us("u")),
                of("EMG-03.no-usage", FAIL, de("u").direct(EMERGENCY_CALL_ROUTING, "E-DE0")),
                of("EMG-03.no-usage", FAIL, de("u"), t -> t.policy(emergency("E-DE", routed("112", "Gone")))),
                of("EMG-03", UNKNOWN, de("u"), t -> t.usages(missing())),
                of("EMG-04", PASS, de("u")),
                of("EMG-04", NA, us("u")),
                of("EMG-04", NA, de("u").direct(EMERGENCY_CALL_ROUTING, "E-DE0")),
                of(
                        "EMG-04",
                        PASS,
                        partial,
                        t -> t.policy(emergency("E-PART", number("110"), routed("112", "DE-Emergency")))),
                of("EMG-04.no-route", FAIL, de("u"), t -> t.routes(known(List.of(elsewhere)))),
                of("EMG-04.no-route", FAIL, de("u"), t -> t.routes(known(List.of(broken)))),
                of("EMG-04", UNKNOWN, de("u"), t -> t.routes(missing())));
    }

    private static Stream<Example> digits() {
        return Stream.of(
                of("EMG-05", PASS, us("u")),
                of("EMG-05", PASS, uk("u")),
                of("EMG-05", PASS, us("u").in("MX")),
                of("EMG-05.missing", WARN, uk("u").in("JP")),
                of("EMG-05.missing", WARN, uk("u").in("PR")),
                of("EMG-05.missing", WARN, us("u"), t -> t.policy(emergency("E-US", masked("933", "911")))),
                of("EMG-05", UNKNOWN, us("u").in("AQ")),
                of("EMG-05.missing", WARN, uk("u").in("AQ"), t -> t.policy(emergency("E-UK", number("999")))),
                of("EMG-05", UNKNOWN, us("u").in(known(Optional.empty())).inherited(SHARED_CALLING)),
                of("EMG-05.missing", WARN, us("u").in("GB")),
                of("EMG-05.missing", WARN, uk("u").in("US").direct(EMERGENCY_CALL_ROUTING, "E-US")),
                of("EMG-05", PASS, us("u").inherited(SHARED_CALLING)),
                of("EMG-05", UNKNOWN, us("u").in(missing())),
                of("EMG-05", UNKNOWN, us("u").policy(SHARED_CALLING, missing())),
                by("EMG-06", PASS, masked("911", "112;999")),
                by("EMG-06.twice", FAIL, number("911"), number("911")),
                by("EMG-06.twice", FAIL, masked("911", "112;112")),
                by("EMG-06.twice", FAIL, masked("911", "112"), number("112")),
                by("EMG-06", PASS, masked("911", "1234567890")),
                by("EMG-06.no-digits", FAIL, masked("911", "12345678901")),
                by("EMG-06.no-digits", FAIL, masked("911", "1x2")),
                by("EMG-06.no-digits", FAIL, masked("911", "112;;113")),
                of("EMG-06", UNKNOWN, us("u").policy(EMERGENCY_CALL_ROUTING, missing())),
                by("EMG-07", PASS, masked("911", "112")),
                by("EMG-07.extension", WARN, masked("911", "6789")),
                of("EMG-07", UNKNOWN, us("u"), t -> t.unreadable("numbers")));
    }

    private static Stream<Example> places() {
        var site = known(List.of(new NetworkSite("HQ", Optional.of(named("E-DE")), Optional.empty())));
        var plain = known(List.of(new NetworkSite("HQ", Optional.empty(), Optional.of(named("ECP")))));
        return Stream.of(
                of("EMG-09", PASS, us("u")),
                of("EMG-09", PASS, us("u"), t -> t.sites(plain)),
                of("EMG-09.unsupported", FAIL, us("u"), t -> t.sites(site)),
                of("EMG-09.overrides", INFO, de("u"), t -> t.sites(site)),
                of(
                        "EMG-09.overrides",
                        INFO,
                        us("u"),
                        t -> withoutDirectRouting(t).routes(known(List.of())).sites(site)),
                of("EMG-09", UNKNOWN, us("u"), t -> t.sites(missing())),
                of("EMG-13", PASS, us("u")),
                of("EMG-13.ask", MANUAL, uk("u")),
                of("EMG-13", UNKNOWN, us("u"), t -> t.number("+14255550100", n -> n.in(missing()))),
                of("EMG-13", UNKNOWN, us("u"), t -> t.number("+14255550100", n -> n.in(known(Optional.empty())))));
    }

    private static Stream<Example> told() {
        return Stream.of(
                of("EMG-10", PASS, us("u")),
                calling("EMG-10", PASS, us("u"), 10, true, Optional.empty()),
                calling("EMG-10.too-many", FAIL, us("u"), 11, true, Optional.empty()),
                calling("EMG-10.nobody", WARN, us("u"), 0, true, Optional.empty()),
                calling("EMG-10.nobody", INFO, uk("u"), 0, true, Optional.empty()),
                of(
                        "EMG-10",
                        PASS,
                        us("u"),
                        t -> t.policy(new EmergencyCalling(
                                PolicyName.GLOBAL,
                                List.of(),
                                "ConferenceMuted",
                                Optional.of("+14255550133"),
                                known(true),
                                Optional.empty(),
                                List.of()))),
                of("EMG-10", UNKNOWN, us("u").policy(EMERGENCY_CALLING, missing())),
                calling("EMG-11", PASS, us("u"), 1, true, Optional.empty()),
                calling("EMG-11.off", WARN, us("u"), 1, false, Optional.empty()),
                calling("EMG-11", PASS, uk("u"), 1, false, Optional.empty()),
                calling("EMG-11.off", WARN, uk("u").in("CA"), 1, false, Optional.empty()),
                of("EMG-11", UNKNOWN, us("u").policy(EMERGENCY_CALLING, missing())),
                calling("EMG-12", PASS, us("u"), 1, true, Optional.of(" ")),
                calling("EMG-12.shown", INFO, us("u"), 1, true, Optional.of("x".repeat(350))),
                calling("EMG-12.long", FAIL, us("u"), 1, true, Optional.of("x".repeat(351))),
                of("EMG-12", UNKNOWN, us("u"), t -> t.unreadable(EMERGENCY_CALLING)));
    }

    private static Example calling(
            String says, Outcome outcome, PersonFixture person, int told, boolean lookup, Optional<String> disclaimer) {
        return of(
                says,
                outcome,
                person,
                t -> t.policy(new EmergencyCalling(
                        PolicyName.GLOBAL,
                        Collections.nCopies(told, "sec@contoso.example"),
                        "NotificationOnly",
                        Optional.empty(),
                        known(lookup),
                        disclaimer,
                        List.of())));
    }

    private static TenantFixture withoutDirectRouting(TenantFixture tenant) {
        tenant.build().numbers().known().orElseThrow().values().stream()
                .filter(number -> number.type() == NumberType.DIRECT_ROUTING)
                .forEach(number -> tenant.number(
                        new NumberFixture(number).type(NumberType.CALLING_PLAN).build()));
        return tenant;
    }
}

package dev.linekeeper.core.emergency;

import dev.linekeeper.core.emergency.EmergencyNumbers.DialledNumber;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the configuration shows about one person's emergency calls, for an admin.
 * {@link #forThePerson()} is what they may see themselves. It never says that a call will work.
 *
 * @param verdict the worst of it
 * @param routes which way calls to an emergency number take
 * @param sharedNumber the number they call with and the address that goes with it; empty when they have none
 * @param routing which digits are an emergency and where the call goes; empty when no policy with numbers applies
 * @param notice who is told, and what the caller may do about their address
 * @param sites network sites whose policies override the person's while they are there
 * @param locationOrder where the address comes from, the first that is known
 * @param checks what the emergency rules say
 * @param limits what everybody should know before they rely on any of this; never empty
 * @param realTestCall why dialling the test number is a real emergency call here; empty where it is none
 * @param asOf when the oldest of the readings was taken; empty when nothing could be read
 */
public record EmergencyView(
        UserId person,
        EmergencyVerdict verdict,
        EmergencyCallerId callerId,
        EmergencyRoutes routes,
        Fact<Optional<SharedNumber>> sharedNumber,
        Fact<Optional<EmergencyNumbers>> routing,
        Fact<Optional<EmergencyNotification>> notice,
        Fact<Entries<SiteOverride>> sites,
        List<LocationSource> locationOrder,
        List<Finding<PersonCase>> checks,
        List<Explanation> limits,
        Optional<Explanation> realTestCall,
        Optional<Instant> asOf) {

    public EmergencyView {
        locationOrder = List.copyOf(locationOrder);
        checks = List.copyOf(checks);
        limits = List.copyOf(limits);
    }

    /** What is configured for the person. */
    public static EmergencyView of(Person person, Tenant tenant, JudgementSettings settings) {
        return of(Readiness.audit(person, tenant, settings));
    }

    /** Like {@link #of(Person, Tenant, JudgementSettings)}, from a report in audit mode that is already there. */
    public static EmergencyView of(Report<PersonCase> audit) {
        return new EmergencyViewReader(audit).read();
    }

    /** What an ordinary person sees: what to dial, who calls back, which address, and the limits. */
    public OwnEmergencyView forThePerson() {
        return OwnEmergencyView.of(this);
    }

    /** The way a call to an emergency number is set to take. */
    public EmergencyRoute route(DialledNumber entry) {
        return verdict.level() == EmergencyLevel.NO_CALLS ? EmergencyRoute.NOWHERE : routes.of(entry);
    }

    /** The address of the shared number, sent when Teams does not know where they are; empty when there is none. */
    public Fact<Optional<EmergencyLocation>> fallbackAddress() {
        return Fact.flatMapPresent(sharedNumber, SharedNumber::address);
    }

    /** What the configuration says about dialling {@code digits} now, sentence by sentence, for an admin. */
    public List<Explanation> ifDialled(String digits) {
        return new EmergencyCallSteps(this, digits).sentences();
    }
}

package dev.linekeeper.chat;

import static dev.linekeeper.chat.CallerIds.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the configuration says of emergency calls; never that one will work (T29). */
final class Emergencies {
    private Emergencies() {}

    static Sheet of(String whose, Person person, Report<PersonCase> audit, Tenant tenant) {
        EmergencyCallerId shown = EmergencyCallerId.of(audit);
        var details = new ArrayList<Sheet.Detail>();
        if (!shown.numbers().isEmpty()) {
            details.add(detail("chat.emergency.numbers", Explanation.of("chat.list", shown.numbers())));
        }
        details.add(detail(
                "chat.emergency.call-back",
                Explanation.of("chat.emergency.call-back." + shown.callback().name())));
        dialled(person, tenant).ifPresent(numbers -> details.add(detail("chat.emergency.dialled", numbers)));
        location(person, tenant).ifPresent(place -> details.add(detail("chat.emergency.location", place)));
        details.add(detail("chat.caller-id.because", shown.because()));
        details.add(detail(
                "chat.caller-id.confidence",
                Explanation.of("chat.confidence." + shown.confidence().name())));
        return new Sheet(
                Explanation.of("chat.emergency.title." + whose, person.displayName()),
                tone(shown),
                Explanation.of("chat.emergency.kind." + shown.kind().name()),
                details,
                CallerIds.joined(
                        shown.caveats(),
                        List.of(Explanation.of("chat.emergency.disclaimer"), Explanation.of("chat.emergency.test"))),
                List.of(Notes.say("help")));
    }

    /** The same without a person: what the policy gives to everyone who has it. */
    static Sheet of(Policy.SharedCalling policy, Tenant tenant) {
        var details = new ArrayList<Sheet.Detail>();
        boolean none = policy.emergencyNumbers().isEmpty();
        if (!none) {
            details.add(detail("chat.emergency.numbers", Explanation.of("chat.list", policy.emergencyNumbers())));
            details.add(detail(
                    "chat.emergency.pool",
                    Explanation.of(
                            "chat.emergency.pool.size",
                            policy.emergencyNumbers().size())));
        }
        details.add(detail(
                "chat.emergency.call-back",
                Explanation.of("chat.emergency.call-back." + (none ? "AUTO_ATTENDANT" : "PERSON"))));
        location(policy, tenant).ifPresent(place -> details.add(detail("chat.emergency.location", place)));
        return new Sheet(
                Explanation.of("chat.emergency.title.policy", policy.name()),
                none ? Tone.WARNING : Tone.INFO,
                Explanation.of(none ? "chat.emergency.policy.none" : "chat.emergency.policy.some"),
                details,
                List.of(Explanation.of("chat.emergency.disclaimer")),
                List.of(Notes.say("check " + policy.name())));
    }

    private static Tone tone(EmergencyCallerId shown) {
        return switch (shown.kind()) {
            case OWN_NUMBER, CALLBACK_NUMBER, CALLBACK_POOL -> Tone.INFO;
            case RESOURCE_ACCOUNT_NUMBER, UNDETERMINED -> Tone.WARNING;
            case UNSUPPORTED, NOT_ENABLED, NOT_ABLE_TO_CALL -> Tone.STOP;
        };
    }

    private static Optional<Explanation> dialled(Person person, Tenant tenant) {
        return person.policy(PolicyKind.EMERGENCY_CALL_ROUTING)
                .known()
                .map(Assignment::policy)
                .flatMap(name -> tenant.policy(
                                PolicyKind.EMERGENCY_CALL_ROUTING, name, Policy.EmergencyCallRouting.class)
                        .known()
                        .flatMap(found -> found))
                .map(policy -> policy.numbers().stream()
                        .map(Policy.EmergencyNumber::dialString)
                        .distinct()
                        .toList())
                .filter(numbers -> !numbers.isEmpty())
                .map(numbers -> Explanation.of("chat.list", numbers));
    }

    private static Optional<Explanation> location(Person person, Tenant tenant) {
        return person.policy(PolicyKind.SHARED_CALLING)
                .known()
                .map(Assignment::policy)
                .flatMap(name -> sharedCalling(name, tenant))
                .flatMap(policy -> location(policy, tenant));
    }

    static Optional<Policy.SharedCalling> sharedCalling(PolicyName name, Tenant tenant) {
        return tenant.sharedCalling(name).known().flatMap(found -> found);
    }

    /** The address kept with the account's number, which is sent when the client has detected none. */
    private static Optional<Explanation> location(Policy.SharedCalling policy, Tenant tenant) {
        return policy.resourceAccount()
                .flatMap(account -> tenant.resourceAccount(account).known().flatMap(found -> found))
                .flatMap(account -> account.number().known().flatMap(number -> number))
                .flatMap(number -> tenant.number(number).known().flatMap(found -> found))
                .flatMap(number -> number.location().known().flatMap(location -> location))
                .flatMap(id -> tenant.locations().known().map(all -> all.get(id)))
                .map(place -> Explanation.of("chat.emergency.place", place.description(), place.address()));
    }
}

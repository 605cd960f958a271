package dev.linekeeper.core.readiness;

import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.PolicyKind;

/** Which test call people of a policy may be asked to make, as EMG-14 has it. */
public sealed interface TestCallOffer {
    /** 933 is a dial string of its own, in a country that has it. */
    record EchoTest() implements TestCallOffer {}

    /** There is no test number; an operator may have a way to test. */
    record OperatorTest() implements TestCallOffer {}

    /** None may be offered: 933 places a real emergency call, or it could not be read whether it does. */
    record NoTestCall(Explanation why) implements TestCallOffer {}

    /** Where any emergency call routing policy of the tenant masks an emergency number with 933, nobody is asked to dial anything. */
    static TestCallOffer of(PolicyCase policy) {
        var tenant = policy.tenantCase().tenant();
        return tenant.policies(PolicyKind.EMERGENCY_CALL_ROUTING)
                .fold(
                        all -> all.values().stream()
                                .filter(EmergencyCallRouting.class::isInstance)
                                .map(EmergencyCallRouting.class::cast)
                                .filter(EmergencyDigitRules::masksTestCall)
                                .findFirst()
                                .<TestCallOffer>map(masking -> new NoTestCall(Explanation.of(
                                        "readiness.EMG-14.real-call",
                                        masking.name(),
                                        EmergencyDigitRules.turnedInto(masking))))
                                .orElseGet(() -> knows(policy) ? new EchoTest() : new OperatorTest()),
                        why -> new NoTestCall(Explanation.of("chat.test-call.unread", why)));
    }

    private static boolean knows(PolicyCase policy) {
        var country = Fact.present(policy.country()).filter(PublishedData.TEST_CALL_COUNTRIES::contains);
        return Fact.present(policy.number())
                .flatMap(number ->
                        country.flatMap(in -> policy.tenantCase().settings().emergencyCallRouting(number.type(), in)))
                .flatMap(name -> policy.tenantCase()
                        .content(name, EmergencyCallRouting.class)
                        .known())
                .filter(routing -> routing.numbers().stream().anyMatch(EmergencyDigitRules::isTestCall))
                .isPresent();
    }
}

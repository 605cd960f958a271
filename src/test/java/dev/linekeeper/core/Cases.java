package dev.linekeeper.core;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.tenant.PolicyKind.CALLING_LINE_IDENTITY;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** People and tenants at random, from what the worked cases are made of. The same seed makes the same ones. */
public final class Cases {
    private static final List<String> SHARED = List.of(
            "SC-SEA",
            "SC-SEA0",
            "SC-TF",
            "SC-TF2",
            "SC-LON",
            "SC-BER",
            "SC-BER2",
            "SC-MIX",
            "SC-NOPAYG",
            "SC-NONUM",
            "SC-AU");
    private static final List<String> OWN =
            List.of("+14255550140", "+14255550190;ext=6789", "+14255550190", "+442079460120", "+14255559999");

    private final RandomGenerator random;

    public Cases(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public PersonFixture person(int number) {
        var person = ContosoFixture.us("p" + number)
                .in(one("US", "US", "GB", "DE", "AU"))
                .voice(random.nextInt(4) > 0);
        policy(person, SHARED_CALLING, SHARED);
        policy(person, VOICE_ROUTING, List.of("NoPSTN", "NoPSTN", "V-US", "V-DE", "V-OLD"));
        policy(person, EMERGENCY_CALL_ROUTING, List.of("E-US", "E-UK", "E-DE", "E-DE0", "E-AU"));
        policy(person, CALLING_LINE_IDENTITY, List.of("C-ANON", "C-HIDE", "C-SEA", "C-LON"));
        if (random.nextInt(3) == 0) {
            person.primary(one(OWN));
        }
        if (random.nextInt(8) == 0) {
            person.line(new Line(
                    PhoneNumber.of("+14255550180"),
                    random.nextBoolean() ? Line.Category.ALTERNATE : Line.Category.PRIVATE,
                    ContosoFixture.known(random.nextBoolean() ? Optional.of(named(one(SHARED))) : Optional.empty())));
        }
        if (random.nextInt(6) == 0) {
            person.features("Teams", "PhoneSystem", "CallingPlan");
        }
        return person;
    }

    public TenantFixture tenant() {
        var tenant = contoso();
        if (random.nextInt(3) == 0) {
            tenant.policy(new Policy.VoiceRouting(PolicyName.GLOBAL, List.of("US-All")));
        }
        if (random.nextInt(5) == 0) {
            var account = one("ra-sea", "ra-lon", "ra-ber");
            tenant.account(account, a -> a.direct(CALLING_LINE_IDENTITY, one("C-ANON", "C-LON", "C-SEA")));
        }
        return tenant;
    }

    public PolicyName target() {
        return named(one(SHARED));
    }

    public boolean flip() {
        return random.nextBoolean();
    }

    private void policy(PersonFixture person, PolicyKind kind, List<String> names) {
        switch (random.nextInt(5)) {
            case 0 -> person.inherited(kind);
            case 1 -> person.byGroup(kind, one(names), "sales");
            default -> person.direct(kind, one(names));
        }
    }

    private String one(String... of) {
        return one(List.of(of));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

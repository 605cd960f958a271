package dev.linekeeper.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.timing.Sampling;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What holds whatever the tenant looks like. A failure names the seed that shows it again. */
class ReadinessPropertiesTest {
    private static final long SEED = Long.getLong("linekeeper.seed", System.nanoTime());
    /** Few in every build, many in the Maven profile {@code long}; {@code -Dlinekeeper.tries=…} for another number. */
    private static final int TRIES = Integer.getInteger("linekeeper.tries", Sampling.of(40, 1_000));

    private static final List<String> TARGETS =
            List.of("SC-SEA", "SC-TF", "SC-LON", "SC-BER", "SC-NONUM", "SC-MIX", "Global", "SC-NOWHERE");
    private static final Set<Overall> GOOD =
            Set.of(Overall.READY, Overall.READY_WITH_WARNINGS, Overall.CAN_ENROL, Overall.CAN_ENROL_WITH_WARNINGS);

    record World(Person person, Tenant tenant) {
        World without(int fact) {
            return Facts.without(this, fact);
        }
    }

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void no_world_makes_a_rule_throw_and_every_rule_is_answered() {
        for (var i = 0; i < TRIES; i++) {
            var world = world();
            for (var holes = random.nextInt(4); holes > 0; holes--) {
                world = world.without(random.nextInt(Facts.count(world)));
            }

            assertThat(audit(world).findings()).as(seed()).hasSameSizeAs(Readiness.rules());
            assertThat(plan(world, target()).findings()).as(seed()).hasSameSizeAs(Readiness.rules());
        }
    }

    @Test
    void what_is_taken_away_never_turns_a_failure_or_an_unknown_into_a_pass() {
        for (var i = 0; i < TRIES; i++) {
            var before = world();
            var judged = audit(before);
            var after = audit(before.without(random.nextInt(Facts.count(before))));

            for (var position = 0; position < judged.findings().size(); position++) {
                var was = judged.findings().get(position);
                if (was.outcome() == Outcome.FAIL || was.outcome() == Outcome.UNKNOWN) {
                    assertThat(after.findings().get(position).outcome())
                            .as("%s was %s; %s", was.rule().id(), was.verdict(), seed())
                            .isNotEqualTo(Outcome.PASS);
                }
            }
        }
    }

    @Test
    void what_is_taken_away_never_makes_a_report_good() {
        for (var i = 0; i < TRIES; i++) {
            var before = world();
            var after = before.without(random.nextInt(Facts.count(before)));
            var target = target();

            if (!GOOD.contains(audit(before).overall())) {
                assertThat(audit(after).overall()).as(seed()).isNotIn(GOOD);
            }
            if (!GOOD.contains(plan(before, target).overall())) {
                assertThat(plan(after, target).overall()).as(seed()).isNotIn(GOOD);
            }
        }
    }

    @Test
    void whoever_is_judged_with_many_is_judged_as_if_alone() {
        var tenant = ContosoFixture.contoso().build();
        var together = new Readiness(tenant, ContosoFixture.settings());
        for (var name : ContosoCase.names()) {
            var person = ContosoCase.of(name).person();

            var alone = Readiness.audit(person, tenant, ContosoFixture.settings());

            assertThat(together.audit(person).findings()).isEqualTo(alone.findings());
        }
    }

    /** The person of one worked case in the tenant of another. */
    private World world() {
        return new World(anyCase().person(), anyCase().tenant());
    }

    private ContosoCase anyCase() {
        return ContosoCase.of(
                ContosoCase.names().get(random.nextInt(ContosoCase.names().size())));
    }

    private String target() {
        return TARGETS.get(random.nextInt(TARGETS.size()));
    }

    private static Report<PersonCase> audit(World world) {
        return Readiness.audit(world.person(), world.tenant(), ContosoFixture.settings());
    }

    private static Report<PersonCase> plan(World world, String target) {
        return Readiness.plan(
                world.person(), world.tenant(), ContosoFixture.settings(), ContosoFixture.named(target), true);
    }

    private static String seed() {
        return "seed %d: run again with -Dlinekeeper.seed=%d".formatted(SEED, SEED);
    }
}

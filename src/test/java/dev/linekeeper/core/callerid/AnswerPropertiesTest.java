package dev.linekeeper.core.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.Cases;
import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.timing.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every answer about caller ID, whoever asks. */
class AnswerPropertiesTest {
    private static final int PEOPLE = Sampling.of(60, 1_000);

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());

    @Test
    void noAnswerNamesANumberThatTheTenantDoesNotList() {
        for (var number = 0; number < PEOPLE * 4; number++) {
            var cases = new Cases(seed + number);
            var person = cases.person(number).build();
            var tenant = cases.tenant().build();
            var listed = tenant.numbers().known().orElseThrow().keySet().stream()
                    .flatMap(it -> Stream.of(it, it.base()))
                    .collect(Collectors.toSet());

            assertThat(named(person, tenant)).as("seed %d", seed + number).isSubsetOf(listed);
        }
    }

    @Test
    void aFactThatIsMissingNeverMakesAnAnswerSurer() {
        for (var number = 0; number < PEOPLE; number++) {
            var sure = certainty(seed + number, _ -> {}, _ -> {});
            var emergencySure = emergencyCertainty(seed + number, _ -> {}, _ -> {});
            for (var loss : personLosses()) {
                assertThat(certainty(seed + number, loss, _ -> {}))
                        .as("seed %d", seed + number)
                        .isLessThanOrEqualTo(sure);
                assertThat(emergencyCertainty(seed + number, loss, _ -> {}))
                        .as("seed %d", seed + number)
                        .isLessThanOrEqualTo(emergencySure);
            }
            for (var loss : tenantLosses()) {
                assertThat(certainty(seed + number, _ -> {}, loss))
                        .as("seed %d", seed + number)
                        .isLessThanOrEqualTo(sure);
                assertThat(emergencyCertainty(seed + number, _ -> {}, loss))
                        .as("seed %d", seed + number)
                        .isLessThanOrEqualTo(emergencySure);
            }
        }
    }

    private static Collection<PhoneNumber> named(Person person, Tenant tenant) {
        var settings = ContosoFixture.settings();
        var answers = new ArrayList<CallerId>();
        answers.add(CallerIdResolver.normal(Readiness.audit(person, tenant, settings)));
        CallerIdResolver.lines(Readiness.audit(person, tenant, settings)).forEach(line -> answers.add(line.callerId()));
        var numbers = new ArrayList<PhoneNumber>();
        for (var answer : answers) {
            answer.number().ifPresent(numbers::add);
            answer.caveats().forEach(caveat -> numbers.addAll(numbers(caveat)));
        }
        numbers.addAll(
                EmergencyCallerId.of(Readiness.audit(person, tenant, settings)).numbers());
        return numbers;
    }

    private static List<PhoneNumber> numbers(Explanation explanation) {
        return explanation.key().startsWith("callerid.")
                ? explanation.arguments().stream()
                        .filter(PhoneNumber.class::isInstance)
                        .map(PhoneNumber.class::cast)
                        .toList()
                : List.of();
    }

    private static int certainty(long seed, Consumer<PersonFixture> person, Consumer<TenantFixture> tenant) {
        var cases = new Cases(seed);
        var who = cases.person(0);
        var where = cases.tenant();
        person.accept(who);
        tenant.accept(where);
        var answer = CallerIdResolver.normal(Readiness.audit(who.build(), where.build(), ContosoFixture.settings()));
        return answer.kind() == CallerId.CallerIdKind.UNDETERMINED
                ? -1
                : answer.confidence().ordinal();
    }

    private static int emergencyCertainty(long seed, Consumer<PersonFixture> person, Consumer<TenantFixture> tenant) {
        var cases = new Cases(seed);
        var who = cases.person(0);
        var where = cases.tenant();
        person.accept(who);
        tenant.accept(where);
        var answer = EmergencyCallerId.of(Readiness.audit(who.build(), where.build(), ContosoFixture.settings()));
        return answer.kind() == EmergencyCallerId.EmergencyCallerIdKind.UNDETERMINED
                ? -1
                : answer.confidence().ordinal();
    }

    private static List<Consumer<PersonFixture>> personLosses() {
        var losses = new ArrayList<Consumer<PersonFixture>>(List.of(
                PersonFixture::voiceUnreadable,
                person -> person.voice(Fact.missing("gone")),
                person -> person.lines(Fact.missing("gone")),
                person -> person.features(Fact.missing("gone")),
                person -> person.accountType(Fact.missing("gone"))));
        Arrays.stream(PolicyKind.values())
                .<Consumer<PersonFixture>>map(kind -> person -> person.policy(kind, Fact.missing("gone")))
                .forEach(losses::add);
        return losses;
    }

    private static List<Consumer<TenantFixture>> tenantLosses() {
        var losses = new ArrayList<Consumer<TenantFixture>>(List.of(
                tenant -> tenant.cloud(Fact.missing("gone")),
                tenant -> tenant.usages(Fact.missing("gone")),
                tenant -> tenant.routes(Fact.missing("gone")),
                tenant -> tenant.sites(Fact.missing("gone"))));
        for (var part : List.of("numbers", "resourceAccounts", "autoAttendants", "locations")) {
            losses.add(tenant -> tenant.unreadable(part));
        }
        for (var kind : PolicyKind.values()) {
            losses.add(tenant -> tenant.unreadable(kind));
        }
        for (var account : List.of("ra-sea", "ra-lon", "ra-ber")) {
            losses.add(tenant -> tenant.account(account, it -> it.number(Fact.<Optional<PhoneNumber>>missing("gone"))));
            losses.add(tenant ->
                    tenant.account(account, it -> it.policy(PolicyKind.CALLING_LINE_IDENTITY, Fact.missing("gone"))));
            losses.add(
                    tenant -> tenant.account(account, it -> it.policy(PolicyKind.VOICE_ROUTING, Fact.missing("gone"))));
        }
        return losses;
    }
}

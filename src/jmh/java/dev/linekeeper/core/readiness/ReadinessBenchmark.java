package dev.linekeeper.core.readiness;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** How many people are judged in a second on one core, in a tenant of 10,000; each invocation reads the tenant anew. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReadinessBenchmark {
    private static final int PEOPLE = 10_000;

    private List<Person> people = List.of();

    @Setup
    public void enrolEverybody() {
        var cases = ContosoCase.names().stream()
                .map(ContosoCase::of)
                .map(ContosoCase::person)
                .toList();
        people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> renamed(cases.get(i % cases.size()), i))
                .toList();
    }

    /** Everything that is wrong with everybody. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void audit(Blackhole blackhole) {
        var readiness = new Readiness(ContosoFixture.contoso().build(), ContosoFixture.settings());
        for (var person : people) {
            blackhole.consume(readiness.audit(person).overall());
        }
    }

    /** Everybody under one policy. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void plan(Blackhole blackhole) {
        var readiness = new Readiness(ContosoFixture.contoso().build(), ContosoFixture.settings());
        for (var person : people) {
            blackhole.consume(readiness
                    .plan(person, ContosoFixture.named("SC-SEA"), false)
                    .overall());
        }
    }

    private static Person renamed(Person like, int i) {
        var entry = like.entry();
        return new Person(
                new DirectoryEntry(
                        new UserId("person-" + i),
                        "person%d@contoso.example".formatted(i),
                        "Person " + i,
                        entry.department(),
                        entry.enabled(),
                        entry.usageLocation(),
                        entry.plans(),
                        entry.groups(),
                        entry.unreadGroups()),
                like.voice());
    }
}

package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.timing.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A tenant with a thousand people made of the demo's, each with members missing or changed: everybody is judged, nobody breaks it. */
class ThousandPeopleTest {
    private static final int PEOPLE = Sampling.of(100, 1_000);
    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    @Test
    void everybody_is_judged_whatever_is_missing_of_them() throws IOException {
        var tenant = (ObjectNode) TenantFile.JSON.readTree(Path.of("src/main/resources/demo/tenant.json"));
        var file = Files.writeString(folder.resolve("big.json"), grown(tenant));
        var ports = new FileTenant(TenantFile.read(file), Clock.systemUTC()).ports();
        var tenantReader = ports.reader(Clock.systemUTC(), Duration.ofHours(1));
        var judge =
                new Readiness(tenantReader.tenant().tenant(), new JudgementSettings(Optional.empty(), false, Map.of()));
        List<DirectoryEntry> people = new ArrayList<>();
        ports.directory().forEach(people::add);
        assertThat(people).as("seed %d", seed).hasSizeGreaterThan(PEOPLE / 2);
        for (DirectoryEntry person : people) {
            var report = judge.audit(tenantReader.person(person));
            assertThat(report.findings()).as("%s, seed %d", person, seed).isNotEmpty();
            assertThat(CallerIdResolver.normal(report).kind()).isNotNull();
            assertThat(EmergencyCallerId.of(report).because()).isNotNull();
        }
    }

    private String grown(ObjectNode tenant) {
        var users = tenant.withArray("users");
        List<JsonNode> originals = new ArrayList<>(users.values());
        for (int number = 0; number < PEOPLE; number++) {
            var copy =
                    (ObjectNode) originals.get(random.nextInt(originals.size())).deepCopy();
            copy.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
            copy.put("userPrincipalName", "person%d@contoso.example".formatted(number));
            for (String member : List.copyOf(copy.propertyNames())) {
                if (!member.equals("id") && !member.equals("userPrincipalName") && random.nextInt(8) == 0) {
                    JsonNode other =
                            originals.get(random.nextInt(originals.size())).get(member);
                    if (other == null || random.nextBoolean()) {
                        copy.remove(member);
                    } else {
                        copy.set(member, other.deepCopy());
                    }
                }
            }
            users.add(copy);
        }
        return tenant.toString();
    }
}

package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.cards.CallerIdCards;
import dev.linekeeper.chat.cards.EmergencyCards;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import dev.linekeeper.service.tenant.reading.SnapshotAges;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a question asks of the tenant, counted where the calls go out. */
class QuestionCallsTest {
    private static final SnapshotAges AGES =
            new SnapshotAges(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofSeconds(5));

    private final HandClock clock = new HandClock(Fabrikam.NOON);
    private final EmulatedTenant tenant = new EmulatedTenant(Fabrikam.demo(clock), Fabrikam.AT_ONCE, clock);
    private final TenantReader reader = new TenantReader(tenant.ports(), clock, AGES, Runnable::run);

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void a_question_about_calls_is_one_call_to_the_directory_and_one_to_teams() {
        reader.tenant();
        tenant.both().probe();
        for (DirectoryEntry each : everybody()) {
            var before = calls();
            reader.shownInEffect(each.id());
            reader.shownInEffect(each.id());
            assertThat(since(before))
                    .as(each.displayName())
                    .isEqualTo(Map.of(RateLimitedApi.DIRECTORY, 1L, RateLimitedApi.TEAMS_ADMIN, 1L));
        }
    }

    /** What lies beneath a grant, groups and validation errors are not read for it, and it says the same. */
    @Test
    void what_a_question_about_calls_leaves_out_changes_nothing_in_its_answer() {
        var readiness =
                new Readiness(reader.freshTenant().tenant(), new JudgementSettings(Optional.empty(), false, Map.of()));
        for (DirectoryEntry each : everybody()) {
            Person whole = reader.person(each.id()).orElseThrow();
            Person shown = reader.shownInEffect(each.id()).orElseThrow().person();
            assertThat(said(readiness, shown)).as(each.displayName()).isEqualTo(said(readiness, whole));
        }
    }

    private static List<Object> said(Readiness readiness, Person person) {
        var audit = readiness.audit(person);
        return List.of(
                CallerIdCards.of("own", person.displayName(), audit),
                EmergencyCards.own(EmergencyView.of(audit), Optional.empty()));
    }

    private List<DirectoryEntry> everybody() {
        var all = new ArrayList<DirectoryEntry>();
        tenant.ports().directory().forEach(all::add);
        assertThat(all).hasSizeGreaterThan(5);
        return all;
    }

    private Map<RateLimitedApi, Long> calls() {
        var counts = new EnumMap<RateLimitedApi, Long>(RateLimitedApi.class);
        for (RateLimitedApi api : RateLimitedApi.values()) {
            counts.put(api, tenant.throttle().callCounts(api).calls());
        }
        return counts;
    }

    private Map<RateLimitedApi, Long> since(Map<RateLimitedApi, Long> before) {
        var counts = calls();
        before.forEach((api, earlier) -> counts.merge(api, -earlier, Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}

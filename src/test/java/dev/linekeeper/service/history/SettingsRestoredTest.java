package dev.linekeeper.service.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.history.TimelineEntry;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.PlanKind;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.reading.SharedPart;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.timing.Sampling;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people's settings were, found by sweeps while somebody else changes the tenant, and put back by request. */
class SettingsRestoredTest {
    private static final PolicyName LONDON = new PolicyName("London");
    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void build() {
        house = new House(folder, Sample.POLICY);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_sweep_keeps_what_is_different_and_nothing_else() {
        UserId joni = person("joni");
        house.swept();
        SettingsVersion first = house.kept.history().latest(joni).orElseThrow();
        house.swept();
        assertThat(house.kept.history().of(joni)).hasSize(1);
        assertThat(house.kept.history().latest(joni).orElseThrow().until()).isAfter(first.until());

        behindOurBack(new Change.RevokePolicy(joni, PolicyKind.SHARED_CALLING), new Change.SwitchVoice(joni, false));
        house.swept();

        List<SettingsVersion> versions = house.kept.history().of(joni);
        assertThat(versions).hasSize(2);
        assertThat(versions.getLast().request()).isEmpty();
        assertThat(TimelineEntry.of(versions).getLast().changes())
                .extracting(Explanation::key)
                .containsExactly("history.voice-off", "history.policy");
        assertThat(house.kept.history().of(person("megan"))).hasSize(1);
    }

    @Test
    void what_a_request_changed_is_ours_and_the_next_sweep_finds_nothing_new() {
        house.swept();
        Request done = house.applied(house.approved().id());
        assertThat(done).isInstanceOf(Request.Completed.class);

        List<SettingsVersion> versions = house.kept.history().of(House.ADELE);
        assertThat(versions).extracting(SettingsVersion::request).last().isEqualTo(Optional.of(done.id()));
        assertThat(TimelineEntry.of(versions).getLast().changes())
                .extracting(Explanation::key)
                .contains("history.voice-on", "history.policy");
        house.swept();
        assertThat(house.kept.history().of(House.ADELE)).hasSameSizeAs(versions);
    }

    @Test
    void without_a_sweep_a_request_knows_what_was_before_it() {
        Request done = house.applied(house.approved().id());

        assertThat(house.kept.history().of(House.ADELE))
                .extracting(SettingsVersion::request)
                .containsExactly(Optional.empty(), Optional.of(done.id()));
    }

    @Test
    void a_sweep_leaves_alone_who_is_being_changed() {
        house.swept();
        var approved = house.approved();
        var stored = house.kept.requests().find(approved.id()).orElseThrow();
        house.kept.requests().replace(stored, approved.start(house.clock.instant()));
        behindOurBack(new Change.SwitchVoice(House.ADELE, true));
        house.swept();

        assertThat(house.kept.history().of(House.ADELE)).hasSize(1);
        house.applied(approved.id());
        house.swept();
        assertThat(house.kept.history().of(House.ADELE)).hasSizeGreaterThan(1);
    }

    @Test
    @Requirement({"T14", "T21"})
    void a_licence_taken_away_by_mistake_comes_first_and_then_everything_is_put_back_as_it_was() {
        UserId joni = person("joni");
        house.swept();
        SettingsVersion then = house.kept.history().latest(joni).orElseThrow();
        var licensed = house.model.state();
        house.model.change(edit -> new PersonEdit(edit).expirePhoneLicence(joni));
        lose(joni);
        house.swept();
        assertThat(TimelineEntry.of(house.kept.history().of(joni)).getLast().changes())
                .extracting(Explanation::key)
                .contains("history.licence-gone.TEAMS_PHONE", "history.policy", "history.voice-off");

        var blocked = (PlanResult.Blocked) House.planned(ask(then));
        assertThat(blocked.report().blocking()).contains("USR-03");

        house.model.become(licensed);
        lose(joni);
        var sent = ((SubmissionResult.Sent) ask(then)).request();
        assertThat(sent.terms().plan().purpose()).isEqualTo(Purpose.RESTORE);
        house.yes(House.LEE_APPROVER, sent.id());
        house.yes(House.PRIYA_APPROVER, sent.id());
        Request done = house.applied(sent.id());

        assertThat(done).isInstanceOf(Request.Completed.class);
        assertThat(settings(joni)).isEqualTo(then.settings());
        assertThat(house.kept.history().latest(joni).orElseThrow().request()).contains(done.id());
        assertThat(House.planned(ask(then))).isInstanceOf(PlanResult.NothingToDo.class);

        var undo = ((SubmissionResult.Sent) house.requests
                        .asking()
                        .submit(new ChangeRequest(House.ANA_ADMIN, new Intent.UndoOf(done.id()), "not so")))
                .request();
        house.yes(House.LEE_APPROVER, undo.id());
        house.yes(House.PRIYA_APPROVER, undo.id());
        assertThat(house.applied(undo.id())).isInstanceOf(Request.Completed.class);
        assertThat(settings(joni)).isNotEqualTo(then.settings());
    }

    @Test
    @Requirement("T18")
    void whenever_the_power_is_cut_a_restore_is_done_once_and_is_in_the_history_once(@TempDir Path other) {
        boolean cut = true;
        for (int moment = 0; cut; moment++) {
            house.close();
            Path here = other.resolve("cut-" + moment);
            house = new House(here, Sample.POLICY);
            UserId joni = person("joni");
            house.swept();
            SettingsVersion then = house.kept.history().latest(joni).orElseThrow();
            lose(joni);
            var sent = ((SubmissionResult.Sent) ask(then)).request();
            house.yes(House.LEE_APPROVER, sent.id());
            house.yes(House.PRIYA_APPROVER, sent.id());
            house.fuse.blowAfter(moment);
            try {
                house.applied(sent.id());
                cut = false;
            } catch (House.Fuse.PowerCut atThatMoment) {
                house = house.restarted(here, Sample.POLICY);
                house.swept();
                house.applied(sent.id());
            }
            house.swept();

            assertThat(settings(joni)).as("cut at %d", moment).isEqualTo(then.settings());
            List<TimelineEntry> timeline = TimelineEntry.of(house.kept.history().of(joni));
            assertThat(timeline.stream().flatMap(entry -> entry.version().request().stream()))
                    .as("cut at %d", moment)
                    .containsExactly(sent.id());
            assertThat(timeline.getLast().version().request())
                    .as("cut at %d", moment)
                    .contains(sent.id());
            assertThat(timeline.getLast().version().settings())
                    .as("cut at %d", moment)
                    .isEqualTo(then.settings());
        }
    }

    @Test
    void a_number_that_somebody_else_has_by_now_is_the_reason_that_nothing_is_asked_for() {
        UserId owner = withNumber().getFirst();
        house.swept();
        SettingsVersion then = house.kept.history().latest(owner).orElseThrow();
        var number = then.settings().numbers().orElseThrow().getFirst().number();
        var type = house.tenantReader
                .freshTenant()
                .tenant()
                .number(number)
                .known()
                .orElseThrow()
                .orElseThrow()
                .type();
        behindOurBack(new Change.ReleaseNumber(owner, number, type));
        withNumber().stream()
                .filter(other -> !other.equals(owner))
                .filter(other -> takes(other, number, type))
                .findFirst()
                .orElseThrow();
        house.tenantReader.forget(SharedPart.NUMBERS);

        var result = (CannotUndo) House.planned(ask(then));

        assertThat(result.details()).containsExactly(Explanation.of("plan.undo.gone.number", number.toString()));
        assertThat(house.kept.requests().latest(5)).isEmpty();
    }

    @Test
    void whatever_somebody_changes_the_restore_leads_back_or_says_what_it_leaves() {
        var random = new Random(seed);
        var people = new ArrayList<UserId>();
        house.model.ports().directory().forEach(entry -> people.add(entry.id()));
        people.removeAll(
                List.of(House.ANA_ADMIN, House.LEE_APPROVER, House.PRIYA_APPROVER, House.SAM_ADMIN_AND_APPROVER));
        house.swept();
        int applied = 0;
        for (int round = 0; round < Sampling.of(25, 200); round++) {
            UserId person = people.get(random.nextInt(people.size()));
            SettingsVersion then = house.kept.history().latest(person).orElseThrow();
            changeSomething(person, random);
            PersonSettings changed = settings(person);
            house.clock.pass(Duration.ofMinutes(1));
            switch (ask(then)) {
                case SubmissionResult.Sent(var request) -> {
                    house.yes(House.LEE_APPROVER, request.id());
                    house.yes(House.PRIYA_APPROVER, request.id());
                    assertThat(house.applied(request.id())).as("seed %d", seed).isInstanceOf(Request.Completed.class);
                    var left = request.terms().plan().outlook().stream()
                            .filter(line -> line.key().startsWith("plan.restore."))
                            .filter(line -> !line.key().equals("plan.restore.from"))
                            .toList();
                    if (left.isEmpty()) {
                        assertThat(settings(person)).as("seed %d", seed).isEqualTo(then.settings());
                    }
                    applied++;
                }
                case SubmissionResult.OnlyPlanned(PlanResult.NothingToDo _) ->
                    assertThat(changed).as("seed %d", seed).isEqualTo(then.settings());
                case SubmissionResult.OnlyPlanned(PlanResult.Blocked(var report)) ->
                    assertThat(report.blocking()).isNotEmpty();
                case SubmissionResult.OnlyPlanned(CannotUndo(_, var details)) ->
                    assertThat(details).isNotEmpty();
                case SubmissionResult.OnlyPlanned(PlanResult.NotVerified(var report, _)) ->
                    assertThat(report.findings()).isNotNull();
                case SubmissionResult other -> throw new AssertionError("seed %d: %s".formatted(seed, other));
            }
            house.swept();
        }
        assertThat(applied).as("restores of seed %d", seed).isGreaterThan(2);
    }

    private void changeSomething(UserId person, Random random) {
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            try {
                switch (random.nextInt(6)) {
                    case 0 -> behindOurBack(new Change.SwitchVoice(person, random.nextBoolean()));
                    case 1 -> behindOurBack(new Change.RevokePolicy(person, PolicyKind.SHARED_CALLING));
                    case 2 -> behindOurBack(new Change.GrantPolicy(person, PolicyKind.SHARED_CALLING, LONDON));
                    case 3 -> behindOurBack(new Change.RevokePolicy(person, PolicyKind.VOICE_ROUTING));
                    case 4 -> behindOurBack(new Change.RevokePolicy(person, PolicyKind.EMERGENCY_CALL_ROUTING));
                    default -> house.model.change(edit -> new PersonEdit(edit).expirePhoneLicence(person));
                }
            } catch (BackendFailure notAllowed) {
                // The tenant has rules of its own; then it stays as it is.
            }
        }
    }

    private SubmissionResult ask(SettingsVersion then) {
        return house.requests
                .asking()
                .submit(new ChangeRequest(
                        House.ANA_ADMIN, new Intent.RestorePerson(then.person(), then), "was a mistake"));
    }

    private void lose(UserId person) {
        behindOurBack(
                new Change.RevokePolicy(person, PolicyKind.SHARED_CALLING),
                new Change.RevokePolicy(person, PolicyKind.VOICE_ROUTING),
                new Change.RevokePolicy(person, PolicyKind.EMERGENCY_CALL_ROUTING),
                new Change.SwitchVoice(person, false));
    }

    private void behindOurBack(Change... changes) {
        for (Change change : changes) {
            PlanKind.make(house.model.ports(), change);
        }
    }

    private PersonSettings settings(UserId person) {
        var now = house.tenantReader.person(person).orElseThrow();
        return PersonSettings.of(now.entry())
                .with(
                        now.voice().known().orElseThrow(),
                        house.tenantReader.freshTenant().tenant());
    }

    private UserId person(String name) {
        return house.model.ports().directory().search(name, 1).getFirst().id();
    }

    /** Gives somebody the number in the place of their own, where the tenant lets them have it. */
    private boolean takes(UserId other, PhoneNumber number, NumberType type) {
        var own = house.tenantReader
                .person(other)
                .orElseThrow()
                .primaryNumber()
                .known()
                .orElseThrow()
                .orElseThrow();
        try {
            behindOurBack(new Change.ReleaseNumber(other, own, type), new Change.AssignNumber(other, number, type));
            return true;
        } catch (BackendFailure notAllowed) {
            return false;
        }
    }

    /** Those with a number of their own. */
    private List<UserId> withNumber() {
        var found = new ArrayList<UserId>();
        house.model.ports().directory().forEach(entry -> ownNumber(entry, found));
        return found;
    }

    private void ownNumber(DirectoryEntry entry, List<UserId> found) {
        house.tenantReader
                .person(entry)
                .primaryNumber()
                .known()
                .flatMap(number -> number)
                .filter(number -> number.extension().isEmpty())
                .ifPresent(_ -> found.add(entry.id()));
    }
}

package dev.linekeeper.chat.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.PlanKind;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.tenant.reading.SharedPart;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pradeep, who calls under London, is given the one free number, over a real store and the demo tenant. */
class GivenNumbersTest {
    private static final PhoneNumber FREE = PhoneNumber.of("+442079460130");

    @TempDir
    Path folder;

    private House house;
    private UserId pradeep;

    @BeforeEach
    void build() {
        open(folder);
    }

    private void open(Path here) {
        house = new House(here, Sample.POLICY);
        pradeep = person("pradeep");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Requirement({"T14", "T21"})
    void it_is_given_and_read_back_and_taken_back_to_what_was_before() {
        PersonState before = state(pradeep);

        Request done = house.applied(approved(give(pradeep)));

        assertThat(done).isInstanceOfSatisfying(Request.Completed.class, it -> {
            assertThat(it.proof().overall()).isEqualTo(Overall.READY);
            assertThat(it.done())
                    .extracting(StepDone::name)
                    .containsExactly(StepName.REVOKE_SC, StepName.ASSIGN_NUMBER, StepName.VERIFY);
        });
        assertThat(state(pradeep).lines())
                .extracting(PersonState.OwnNumber::number)
                .containsExactly(FREE);
        assertThat(state(pradeep).direct(PolicyKind.SHARED_CALLING)).isEmpty();
        assertThat(House.planned(give(pradeep))).isInstanceOf(PlanResult.NothingToDo.class);

        var undone = house.applied(approved(house.requests
                .asking()
                .submit(new ChangeRequest(House.ANA_ADMIN, new Intent.UndoOf(done.id()), "not so"))));
        assertThat(undone).isInstanceOf(Request.Completed.class);
        assertThat(state(pradeep)).isEqualTo(before);
    }

    @Test
    void many_are_given_theirs_as_a_batch_and_all_of_it_is_taken_back() {
        var elvia = person("elvia");
        var number = state(elvia).lines().getFirst().number();
        behindOurBack(new Change.ReleaseNumber(elvia, number, NumberType.OPERATOR_CONNECT));
        PersonState before = state(pradeep);
        PersonState adele = state(House.ADELE);

        Batch batch = done(
                Optional.empty(),
                List.of(
                        new Intent.GiveNumber(pradeep, new GivenNumber(FREE, Optional.empty())),
                        new Intent.GiveNumber(House.ADELE, new GivenNumber(number, Optional.empty()))));

        assertThat(batch.terms().plan().purpose()).isEqualTo(Purpose.NUMBER);
        assertThat(state(pradeep).lines())
                .extracting(PersonState.OwnNumber::number)
                .containsExactly(FREE);
        assertThat(state(House.ADELE).lines())
                .extracting(PersonState.OwnNumber::number)
                .containsExactly(number);

        done(
                Optional.of(batch.id()),
                members(batch).stream().<Intent>map(Intent.UndoOf::new).toList());
        assertThat(state(pradeep)).isEqualTo(before);
        assertThat(state(House.ADELE)).isEqualTo(adele);
    }

    private Batch done(Optional<RequestId> undoes, List<Intent> intents) {
        var batch = house.requests
                .askingForMany()
                .submit(
                        intents.stream()
                                .map(intent -> new ChangeRequest(House.ANA_ADMIN, intent, "own numbers"))
                                .toList(),
                        undoes,
                        _ -> true)
                .batch()
                .orElseThrow();
        for (var approver : List.of(House.LEE_APPROVER, House.PRIYA_APPROVER)) {
            for (var action : List.of(RequestAction.APPROVE, RequestAction.CONFIRM)) {
                house.requests.decidingMany().decide(approver, batch.id(), action, new DecisionInput.Typed(), "");
            }
        }
        members(batch).forEach(id -> {
            assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
            house.requests
                    .announcing()
                    .moved(id, house.kept.requests().find(id).orElseThrow().version());
        });
        return batch;
    }

    private List<RequestId> members(Batch batch) {
        return house.kept.batches().in(batch.id(), EnumSet.allOf(MemberState.class), RequestId.FIRST, 9).stream()
                .map(Request::id)
                .toList();
    }

    @Test
    void who_gets_it_meanwhile_is_seen_before_the_first_write() {
        var request = approved(give(pradeep));
        behindOurBack(new Change.AssignNumber(House.ADELE, FREE, NumberType.OPERATOR_CONNECT));
        PersonState before = state(pradeep);

        Request after = house.applied(request);

        assertThat(after.done()).isEmpty();
        assertThat(after)
                .isInstanceOfSatisfying(
                        Request.Overtaken.class, it -> assertThat(it.rules()).containsExactly("NUM-01"));
        assertThat(state(pradeep)).isEqualTo(before);
    }

    @Test
    @Requirement("T18")
    void whenever_the_power_is_cut_it_is_given_once(@TempDir Path other) {
        boolean cut = true;
        for (int moment = 0; cut; moment++) {
            house.close();
            Path here = other.resolve("cut-" + moment);
            open(here);
            var request = approved(give(pradeep));
            house.fuse.blowAfter(moment);
            try {
                house.applied(request);
                cut = false;
            } catch (House.Fuse.PowerCut atThatMoment) {
                house = house.restarted(here, Sample.POLICY);
                assertThat(house.applied(request)).as("cut at %d", moment).isInstanceOf(Request.Completed.class);
            }
            assertThat(state(pradeep).lines())
                    .as("cut at %d", moment)
                    .extracting(PersonState.OwnNumber::number)
                    .containsExactly(FREE);
            assertThat(state(pradeep).voiceOn()).isTrue();
        }
    }

    @Test
    void between_taking_away_and_giving_somebody_else_gets_it_and_the_policy_comes_back_by_undo(@TempDir Path other) {
        PersonState before = state(pradeep);
        var request = cutBetweenTheTwo(other);
        behindOurBack(new Change.AssignNumber(House.ADELE, FREE, NumberType.OPERATOR_CONNECT));

        Request stopped = house.applied(request);

        assertThat(stopped)
                .isInstanceOfSatisfying(
                        Request.PartlyApplied.class,
                        it -> assertThat(it.stop().detail()).contains("already assigned"));
        var undone = house.applied(approved(house.requests
                .asking()
                .submit(new ChangeRequest(House.ANA_ADMIN, new Intent.UndoOf(request), "not so"))));
        assertThat(undone).isInstanceOf(Request.Completed.class);
        assertThat(state(pradeep)).isEqualTo(before);
    }

    @Test
    void from_a_policy_of_a_direct_grant_alone_and_from_none_at_all() {
        var plan = ((SubmissionResult.Sent) give(House.ADELE)).request().terms().plan();

        assertThat(plan.purpose()).isEqualTo(Purpose.NUMBER);
        assertThat(plan.stepNames()).containsExactly(StepName.GRANT_ECRP, StepName.ASSIGN_NUMBER, StepName.VERIFY);
        assertThat(plan.changes())
                .contains(new Change.GrantPolicy(
                        House.ADELE, PolicyKind.EMERGENCY_CALL_ROUTING, new PolicyName("Emergency-UK")));
    }

    /** The power is cut once the policy is gone and the number not yet there. */
    private RequestId cutBetweenTheTwo(Path other) {
        for (int moment = 0; ; moment++) {
            house.close();
            Path here = other.resolve("cut-" + moment);
            open(here);
            var request = approved(give(pradeep));
            house.fuse.blowAfter(moment);
            try {
                house.applied(request);
            } catch (House.Fuse.PowerCut atThatMoment) {
                house = house.restarted(here, Sample.POLICY);
            }
            if (house.now(request).done().size() == 1 && state(pradeep).lines().isEmpty()) {
                return request;
            }
        }
    }

    private SubmissionResult give(UserId person) {
        return house.requests
                .asking()
                .submit(new ChangeRequest(
                        House.ANA_ADMIN,
                        new Intent.GiveNumber(person, new GivenNumber(FREE, Optional.empty())),
                        "own number"));
    }

    private RequestId approved(SubmissionResult asked) {
        var id = ((SubmissionResult.Sent) asked).request().id();
        house.yes(House.LEE_APPROVER, id);
        house.yes(House.PRIYA_APPROVER, id);
        return id;
    }

    private void behindOurBack(Change change) {
        PlanKind.make(house.model.ports(), change);
        house.tenantReader.forget(SharedPart.NUMBERS);
    }

    private PersonState state(UserId person) {
        return PersonState.of(house.tenantReader.person(person).orElseThrow())
                .known()
                .orElseThrow();
    }

    private UserId person(String name) {
        return house.model.ports().directory().search(name, 1).getFirst().id();
    }
}

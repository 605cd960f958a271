package dev.linekeeper.service.bulk;

import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.DecisionInput.TokenPress;
import dev.linekeeper.service.requests.DecisionResult;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.SubmissionResult;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests for one person each that do the same, approved by one press. */
class DecisionTogetherTest {
    private static final UserId ADELE = new UserId("439c272f-f89f-5cd1-b4af-06251327c7f3");
    private static final UserId ALEX = new UserId("2976ad72-40b1-5682-81cd-1ecfb1909578");
    private static final UserId MEGAN = new UserId("4dd5b2ab-584d-59fb-9d1e-5ccd509c971e");
    private static final DecisionInput TYPED = new DecisionInput.Typed();

    @TempDir
    private Path folder;

    private House house;
    private Requests requests;
    private DecisionTogether together;

    @BeforeEach
    void open() {
        house = new House(folder, Sample.POLICY);
        requests = house.careful(Requests.Care.NONE);
        together = new DecisionTogether(house.kept.requests(), requests.deciding(), house.tokens, house.clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void equal_ones_are_approved_by_one_press_that_is_good_once_and_each_has_its_own_approval() {
        List<RequestId> ids = asked();
        var press = new TokenPress(together.offer(shownTo(LEE_APPROVER), LEE_APPROVER));

        assertThat(together.approve(PRIYA_APPROVER, ids, press)).isEqualTo(new Together.StaleTogether());
        assertThat(together.approve(LEE_APPROVER, ids, press))
                .isInstanceOfSatisfying(
                        Together.EachDecided.class,
                        each -> assertThat(each.results().values())
                                .hasSize(ids.size())
                                .allMatch(DecisionResult.FullyApproved.class::isInstance));
        assertThat(ids)
                .allSatisfy(id -> assertThat(house.now(id).approvals())
                        .extracting(approval -> approval.by())
                        .containsExactly(LEE_APPROVER));
        assertThat(together.approve(LEE_APPROVER, ids, press)).isEqualTo(new Together.StaleTogether());
    }

    @Test
    void where_one_is_not_as_it_was_shown_or_another_was_put_among_them_none_is_approved() {
        List<RequestId> ids = asked();
        var press = new TokenPress(together.offer(shownTo(LEE_APPROVER), LEE_APPROVER));
        assertThat(together.approve(LEE_APPROVER, ids.subList(0, 1), press)).isEqualTo(new Together.StaleTogether());
        requests.deciding().cancel(ANA_ADMIN, ids.getFirst(), TYPED);

        assertThat(together.approve(LEE_APPROVER, ids, press)).isEqualTo(new Together.StaleTogether());

        assertThat(ids.subList(1, ids.size()))
                .allSatisfy(id -> assertThat(house.now(id)).isInstanceOf(Request.Pending.class));
    }

    @Test
    void of_high_risk_somebody_is_asked_once_more_about_all_and_each_needs_its_second_approver() {
        List<RequestId> done = asked();
        together.approve(LEE_APPROVER, done, TYPED);
        done.forEach(house::applied);
        List<RequestId> undos = done.stream()
                .map(id -> sent(new ChangeRequest(ANA_ADMIN, new Intent.UndoOf(id), "")))
                .toList();
        var press = new TokenPress(together.offer(shownTo(LEE_APPROVER), LEE_APPROVER));

        var asked = (Together.AskedOnceMore) together.approve(LEE_APPROVER, undos, press);
        assertThat(undos).allMatch(id -> house.now(id).approvals().isEmpty());
        assertThat(together.approve(LEE_APPROVER, undos, new TokenPress(asked.token())))
                .isInstanceOfSatisfying(
                        Together.EachDecided.class,
                        each -> assertThat(each.results().values())
                                .allMatch(DecisionResult.MoreNeeded.class::isInstance));
        assertThat(EqualRequests.among(waiting(), LEE_APPROVER))
                .as("approved already")
                .isEmpty();
        assertThat(shownTo(PRIYA_APPROVER).requests()).hasSize(undos.size());
    }

    @Test
    void nobody_is_offered_what_they_asked_for_nor_what_is_for_them() {
        List<RequestId> ids = asked();
        assertThat(EqualRequests.among(waiting(), ANA_ADMIN)).isEmpty();
        assertThat(EqualRequests.among(
                        waiting(), house.now(ids.getFirst()).terms().person()))
                .as("one is for them, and one alone is no group")
                .isEmpty();
        assertThat(together.approve(LEE_APPROVER, List.of(ids.getFirst(), new RequestId(7)), TYPED))
                .isInstanceOfSatisfying(
                        Together.EachDecided.class,
                        each -> assertThat(each.results().values())
                                .hasExactlyElementsOfTypes(
                                        DecisionResult.FullyApproved.class, DecisionResult.NothingToDecide.class));
    }

    private EqualRequests shownTo(UserId approver) {
        var groups = EqualRequests.among(waiting(), approver);
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    private List<Stored> waiting() {
        return house.kept.requests().awaitingDecision().stream()
                .map(request -> house.kept.requests().find(request.terms().id()).orElseThrow())
                .toList();
    }

    /** The numbers of those that are equal; Megan has other settings to begin with. */
    private List<RequestId> asked() {
        List<RequestId> all = Stream.of(ADELE, ALEX, MEGAN)
                .map(person -> sent(new ChangeRequest(
                        ANA_ADMIN, new Intent.EnrolPerson(person, new PolicyName("Seattle"), false), "")))
                .toList();
        List<RequestId> equal =
                shownTo(LEE_APPROVER).requests().stream().map(Stored::id).toList();
        assertThat(equal).hasSize(2).isSubsetOf(all);
        return equal;
    }

    private RequestId sent(ChangeRequest change) {
        return ((SubmissionResult.Sent) requests.asking().submit(change))
                .request()
                .id();
    }
}

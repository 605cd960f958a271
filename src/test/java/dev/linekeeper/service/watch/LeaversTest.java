package dev.linekeeper.service.watch;

import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People under Shared Calling who leave, lose what they need or move, seen by a round of the watch or by a sweep. */
class LeaversTest {
    private static final String DISABLED = "'kind':'account','enabled':false";
    private static final String ENABLED = "'kind':'account','enabled':true";

    @TempDir
    Path folder;

    private WatchedHouse watched;
    private UserId joni;

    @BeforeEach
    void open() {
        watched = new WatchedHouse(folder);
        watched.watched();
        joni = watched.person("joni.sherman");
    }

    @AfterEach
    void close() {
        watched.close();
    }

    private List<Request> asked() {
        return watched.house.kept.requests().latest(20);
    }

    private List<WatchCause> open(UserId person) {
        return watched.house.kept.watch().findings(person).stream()
                .map(finding -> finding.cause())
                .toList();
    }

    @Test
    void who_was_disabled_before_anybody_looked_is_nobodys_change() {
        watched.swept();
        assertThat(watched.house.kept.watch().find(watched.person("conor.oneil")))
                .isPresent();
        assertThat(watched.house.kept.watch().find(watched.person("alex.wilber")))
                .isEmpty();
        assertThat(asked()).isEmpty();
        assertThat(watched.news).isEmpty();
    }

    @Test
    void who_is_disabled_is_asked_for_once_taken_out_in_order_and_the_licence_may_go() {
        watched.happens(DISABLED, joni);
        watched.watched();
        watched.named.add(joni);
        watched.watched();
        watched.swept();

        Request request = asked().getFirst();
        assertThat(asked()).hasSize(1);
        assertThat(request.terms().requester()).isEqualTo(UserId.LINEKEEPER);
        assertThat(request.terms().reason()).isEqualTo("linekeeper:LEFT");
        assertThat(request.terms().plan().purpose()).isEqualTo(Purpose.REMOVE);
        assertThat(request.terms().plan().stepNames())
                .containsExactly(StepName.REVOKE_SC, StepName.EV_OFF, StepName.VERIFY);
        assertThat(watched.news).isEmpty();

        watched.house.yes(LEE_APPROVER, request.id());
        watched.house.yes(PRIYA_APPROVER, request.id());
        assertThat(watched.house.applied(request.id())).isInstanceOf(Request.Completed.class);
        watched.watched();
        assertThat(watched.news).containsExactly("RELEASED " + joni);
        watched.swept();
        watched.swept();
        assertThat(watched.house.kept.watch().find(joni))
                .as("nothing is kept of who left")
                .isEmpty();
        assertThat(watched.house.kept.history().of(joni)).hasSizeGreaterThan(1);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void an_own_number_goes_first_as_it_could_not_be_taken_away_without_the_licence() {
        UserId lee = watched.person("lee.gu");
        watched.happens(DISABLED, lee);
        watched.watched();
        Request request = asked().getFirst();
        assertThat(request.terms().plan().stepNames())
                .containsExactly(StepName.RELEASE_NUMBER, StepName.REVOKE_SC, StepName.VERIFY);
        watched.house.yes(LEE_APPROVER, request.id());
        watched.house.yes(PRIYA_APPROVER, request.id());
        watched.house.tenant.afterWrites(
                1, () -> watched.house.tenant.failures.add(new BackendFailure(FailureKind.DENIED, "no permission")));
        assertThat(watched.house.applied(request.id()))
                .isInstanceOfSatisfying(
                        Request.PartlyApplied.class,
                        stopped -> assertThat(stopped.done()).hasSize(1));
        watched.house.requests.deciding().retry(ANA_ADMIN, request.id(), new DecisionInput.Typed());
        assertThat(watched.house.applied(request.id())).isInstanceOf(Request.Completed.class);
        var after = watched.house.tenantReader.person(lee).orElseThrow();
        assertThat(after.lines().known().orElseThrow()).isEmpty();
        assertThat(after.voiceOn().known()).contains(false);
    }

    @Test
    void a_sweep_alone_sees_the_same() {
        watched.happens(DISABLED, joni);
        watched.named.clear();
        watched.watched();
        assertThat(asked()).isEmpty();
        watched.swept();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void denied_is_not_asked_again_until_they_come_back_and_leave_once_more() {
        watched.happens(DISABLED, joni);
        watched.watched();
        watched.house
                .requests
                .deciding()
                .deny(LEE_APPROVER, asked().getFirst().id(), "on leave", new DecisionInput.Typed());
        watched.swept();
        watched.named.add(joni);
        watched.watched();
        assertThat(asked()).hasSize(1);

        watched.happens(ENABLED, joni);
        watched.watched();
        assertThat(open(joni)).isEmpty();
        watched.happens(DISABLED, joni);
        watched.watched();
        assertThat(asked()).hasSize(2);
    }

    @Test
    void who_comes_back_before_it_is_decided_is_not_asked_for_any_more() {
        watched.happens(DISABLED, joni);
        watched.watched();
        watched.happens(ENABLED, joni);
        watched.watched();
        assertThat(asked())
                .singleElement()
                .isInstanceOfSatisfying(
                        Request.Cancelled.class,
                        cancelled -> assertThat(cancelled.by()).isEqualTo(UserId.LINEKEEPER));
    }

    @Test
    void who_is_deleted_can_only_be_told_of() {
        watched.happens(DISABLED, joni);
        watched.watched();
        watched.happens("'kind':'deleted-account'", joni);
        watched.watched();
        assertThat(asked()).singleElement().isInstanceOf(Request.Cancelled.class);
        assertThat(watched.news).containsExactly("DELETED " + joni);
        watched.swept();
        watched.watched();
        assertThat(watched.news).hasSize(1);
    }

    @Test
    void who_loses_the_licence_is_told_of_and_not_asked_for() {
        watched.happens("'kind':'expired-licence'", joni);
        watched.watched();
        assertThat(watched.news).containsExactly("UNLICENSED " + joni);
        assertThat(asked()).isEmpty();
    }

    @Test
    void who_moves_to_another_country_and_department_is_one_question() {
        watched.happens("'kind':'moved','country':'GB','department':'Sales'", joni);
        watched.watched();
        watched.swept();
        assertThat(watched.news).containsExactly("MOVED " + joni);
        assertThat(open(joni)).containsExactlyInAnyOrder(WatchCause.COUNTRY, WatchCause.DEPARTMENT);
        watched.happens("'kind':'moved','country':'DE'", joni);
        watched.watched();
        assertThat(watched.news).as("another move is another question").hasSize(2);
        watched.happens("'kind':'moved','country':'GB','department':'Legal'", joni);
        watched.watched();
        assertThat(open(joni)).isEmpty();
    }

    @Test
    void many_at_once_are_one_question_and_no_request() {
        List.of("joni.sherman", "lidia.holloway", "irvin.sayers", "delia.dennis")
                .forEach(name -> watched.happens(DISABLED, watched.person(name)));
        watched.watched();
        watched.swept();
        watched.watched();
        assertThat(asked()).isEmpty();
        assertThat(watched.news).containsExactly("DISABLED");
    }

    @Test
    void a_few_more_each_round_become_a_question_too() {
        List.of("joni.sherman", "lidia.holloway", "irvin.sayers")
                .forEach(name -> watched.happens(DISABLED, watched.person(name)));
        watched.watched();
        assertThat(asked()).hasSize(3);
        watched.happens(DISABLED, watched.person("delia.dennis"));
        watched.watched();
        assertThat(asked()).hasSize(3);
        assertThat(watched.news).containsExactly("DISABLED");
    }

    @Test
    void where_nothing_may_be_asked_for_it_is_told() {
        watched.house.mode = OperatingMode.READ_ONLY;
        watched.happens(DISABLED, joni);
        watched.watched();
        watched.watched();
        assertThat(watched.news).containsExactly("DISABLED " + joni);
    }

    @Test
    void a_person_with_a_request_of_somebody_else_is_asked_for_when_that_is_over() {
        var waiting = watched.house.asked();
        var adele = waiting.terms().person();
        watched.happens(DISABLED, adele);
        watched.watched();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void a_directory_that_forgot_the_link_has_everybody_read() {
        watched.happens(DISABLED, joni);
        watched.named.clear();
        watched.forgotten = true;
        watched.watched();
        assertThat(asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"put", "add", "told", "keepLink"})
    void a_process_that_is_killed_on_the_way_asks_and_tells_once(String before) {
        UserId lidia = watched.person("lidia.holloway");
        watched.happens(DISABLED, joni);
        watched.happens("'kind':'expired-licence'", lidia);
        watched.diesBefore(before);
        assertThatThrownBy(watched::watched).hasMessageContaining("killed");
        watched.watched();
        watched.watched();
        assertThat(asked()).hasSize(1);
        assertThat(watched.news).containsExactly("UNLICENSED " + lidia);
    }

    @Test
    void two_replicas_that_read_at_once_ask_and_tell_once() throws InterruptedException {
        UserId lidia = watched.person("lidia.holloway");
        watched.happens(DISABLED, joni);
        watched.happens("'kind':'expired-licence'", lidia);
        var sweep = Thread.startVirtualThread(watched::swept);
        watched.watched();
        sweep.join();
        watched.watched();
        assertThat(asked()).hasSize(1);
        assertThat(watched.news).containsExactly("UNLICENSED " + lidia);
    }
}

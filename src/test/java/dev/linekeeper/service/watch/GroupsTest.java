package dev.linekeeper.service.watch;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static dev.linekeeper.service.requests.House.SEATTLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.FaultSwitches;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who joins a group after it was enrolled, and of whom of them voice admins are told. */
class GroupsTest {
    private static final GroupId AUDITORS = new GroupId("2bcc861f-85bb-5cd9-8f30-fbcae7dcb377");
    private static final GroupId NONE = new GroupId("00000000-0000-0000-0000-00000000dead");
    private static final PolicyName LONDON = new PolicyName("London");
    private static final RequestId LIST = new RequestId(1012);

    @TempDir
    Path folder;

    private final List<GroupNews> news = new ArrayList<>();
    private House house;
    private UserId alex;
    private UserId zoe;
    private Runnable beforeCommit = () -> {};

    @BeforeEach
    void open() {
        house = new House(folder, Sample.POLICY);
        alex = person("alex.weber");
        zoe = person("zoe.keller");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private UserId person(String name) {
        return house.tenant
                .all()
                .directory()
                .findByPrincipalName(name + "@contoso.example")
                .orElseThrow()
                .id();
    }

    private WatchedGroups groups() {
        return house.kept.groups();
    }

    private void enrolled(UserId... listed) {
        groups().begin(
                        WatchedGroup.of(LIST, AUDITORS, "Auditors", LONDON, house.clock.instant())
                                .begun(),
                        Set.of(listed));
        house.clock.pass(Duration.ofHours(1));
    }

    private void happens(String change, UserId person) {
        new FaultSwitches(new ActiveFaults(), house.model)
                .add("{'person':'%s',%s}".formatted(person, change).replace('\'', '"'));
    }

    private void joins(UserId person) {
        happens("'kind':'joined-group','group':'Auditors'", person);
    }

    private void looks() {
        house.clock.pass(Duration.ofDays(1));
        watch(house.kept.transactions()).run();
    }

    private GroupWatch watch(Transactions transactions) {
        var reader = new BulkPersonReader(house.tenantReader, Duration.ofMinutes(1), house.clock::pass);
        var look = new GroupLook(
                groups(),
                new GroupNewcomers(house.tenant.all().directory(), house.tenantReader, reader, house.kept.history()),
                house.kept.batches(),
                about -> {
                    beforeCommit.run();
                    news.add(about);
                },
                transactions,
                house.clock);
        return new GroupWatch(groups(), house.kept.requests(), house.kept.batches(), look, transactions);
    }

    private List<UserId> toldOf(GroupNews about) {
        return groups().people(AUDITORS).entrySet().stream()
                .filter(person -> person.getValue() == about.look())
                .map(person -> person.getKey())
                .toList();
    }

    @Test
    void who_joins_is_told_of_once_and_whoever_joins_after_that_alone() {
        enrolled(person("ingrid.dahl"));
        looks();
        assertThat(news).isEmpty();
        joins(alex);
        looks();
        looks();
        assertThat(news)
                .singleElement()
                .satisfies(about -> assertThat(toldOf(about)).containsExactly(alex));
        joins(ADELE);
        looks();
        assertThat(news).hasSize(2);
        assertThat(toldOf(news.getLast())).containsExactly(ADELE);
        assertThat(news.getLast().toString()).doesNotContain(ADELE.value());
        assertThat(GroupNews.of(news.getLast().toString())).isEqualTo(news.getLast());
    }

    @Test
    void who_was_on_the_list_or_has_shared_calling_is_no_newcomer_and_not_when_it_is_taken_from_them_later() {
        enrolled(person("ingrid.dahl"), ADELE);
        joins(ADELE);
        joins(zoe);
        looks();
        assertThat(groups().people(AUDITORS)).containsEntry(zoe, 0L);
        happens("'kind':'drift','policyType':'TeamsSharedCallingRoutingPolicy','policy':null", zoe);
        house.clock.pass(Duration.ofHours(1));
        looks();
        assertThat(news).isEmpty();
    }

    @Test
    void who_joined_got_it_and_lost_it_between_two_looks_is_left_alone() {
        enrolled(person("ingrid.dahl"), person("raul.razo"));
        String grant = "'kind':'drift','policyType':'TeamsSharedCallingRoutingPolicy','policy':%s";
        happens(grant.formatted("'London'"), alex);
        house.swept();
        happens(grant.formatted("null"), alex);
        joins(alex);
        looks();
        assertThat(news).isEmpty();
        assertThat(groups().people(AUDITORS)).containsEntry(alex, 0L);
    }

    @Test
    void whose_settings_were_not_read_or_who_is_asked_for_is_left_to_the_next_look() {
        enrolled(person("ingrid.dahl"));
        joins(alex);
        joins(ADELE);
        Request open = house.asked();
        house.tenant.voiceFails = true;
        looks();
        assertThat(news).isEmpty();
        assertThat(groups().people(AUDITORS)).doesNotContainKey(alex);
        house.tenant.voiceFails = false;
        looks();
        assertThat(news).hasSize(1);
        assertThat(toldOf(news.getFirst())).containsExactly(alex);
        assertThat(open.terms().plan().person()).isEqualTo(ADELE);
        assertThat(groups().people(AUDITORS)).doesNotContainKey(ADELE);
    }

    @Test
    void who_left_the_group_and_has_the_policy_still_is_counted_and_nothing_is_done() {
        joins(person("raul.razo"));
        enrolled(person("ingrid.dahl"), person("raul.razo"), person("pradeep.gupta"), zoe, ADELE);
        house.swept();
        joins(alex);
        looks();
        assertThat(news).singleElement().extracting(GroupNews::left).isEqualTo(1);
        assertThat(house.kept.requests().latest(9)).isEmpty();
    }

    @Test
    void a_list_that_was_taken_back_is_watched_no_more_which_is_said_once() {
        enrolled(person("ingrid.dahl"), ADELE);
        house.swept();
        joins(alex);
        looks();
        looks();
        assertThat(news).singleElement().satisfies(lost -> {
            assertThat(lost.isLost()).isTrue();
            assertThat(lost.gone()).isEqualTo("Auditors");
            assertThat(GroupNews.of(lost.toString())).isEqualTo(lost);
        });
        assertThat(groups().all()).isEmpty();
        assertThat(groups().people(AUDITORS)).isEmpty();
    }

    @Test
    void a_group_that_is_gone_is_said_once_and_an_empty_one_is_not_gone() {
        enrolled(zoe);
        happens("'kind':'lost-approver','group':'Auditors'", person("ingrid.dahl"));
        looks();
        assertThat(news).isEmpty();
        groups().begin(
                        WatchedGroup.of(new RequestId(1013), NONE, "Night shift", LONDON, Sample.MONDAY)
                                .begun(),
                        Set.of());
        looks();
        looks();
        assertThat(news).singleElement().extracting(GroupNews::gone).isEqualTo("Night shift");
        assertThat(news.getFirst().isLost()).isFalse();
        assertThat(GroupNews.of(news.getFirst().toString())).isEqualTo(news.getFirst());
        assertThat(groups().all()).extracting(WatchedGroup::group).containsExactly(AUDITORS);
    }

    @Test
    void whoever_could_not_be_told_of_is_told_of_by_the_next_look() {
        enrolled(person("ingrid.dahl"));
        joins(alex);
        beforeCommit = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(this::looks).hasMessage("killed");
        beforeCommit = () -> {};
        looks();
        assertThat(news)
                .singleElement()
                .satisfies(about -> assertThat(toldOf(about)).containsExactly(alex));
    }

    @Test
    void of_two_replicas_that_look_at_once_one_tells() {
        enrolled(person("ingrid.dahl"));
        joins(alex);
        house.clock.pass(Duration.ofDays(1));
        var other = new Object() {
            boolean looked;

            <T> T first(Supplier<T> work) {
                if (!looked) {
                    looked = true;
                    watch(house.kept.transactions()).run();
                }
                return house.kept.transactions().run(work);
            }
        };
        watch(other::first).run();
        assertThat(news).hasSize(1);
        assertThat(toldOf(news.getFirst())).containsExactly(alex);
    }

    @Test
    void one_group_that_cannot_be_read_fails_the_look_and_stores_nothing() {
        enrolled(person("ingrid.dahl"));
        joins(alex);
        house.tenant.groupsFail = true;
        assertThatThrownBy(this::looks).isInstanceOf(BackendFailure.class);
        house.tenant.groupsFail = false;
        looks();
        assertThat(news).hasSize(1);
    }

    private RequestId asked() {
        var changes = Stream.of(ADELE, person("alex.wilber"))
                .map(person -> new ChangeRequest(ANA_ADMIN, new Intent.EnrolPerson(person, SEATTLE, false), "all"))
                .toList();
        RequestId batch = house.requests
                .askingForMany()
                .submit(changes, Optional.empty(), Plan::leavesNoPolicy)
                .batch()
                .orElseThrow()
                .id();
        groups().begin(WatchedGroup.of(batch, AUDITORS, "Auditors", SEATTLE, house.clock.instant()), Set.of(ADELE));
        return batch;
    }

    private void decided(UserId approver, RequestId batch, RequestAction action) {
        house.requests.decidingMany().decide(approver, batch, action, new DecisionInput.Typed(), "no");
    }

    @Test
    void a_list_that_waits_tells_nothing_and_one_that_was_denied_is_forgotten() {
        RequestId batch = asked();
        joins(alex);
        watch(house.kept.transactions()).run();
        assertThat(groups().all()).singleElement().matches(group -> !group.enrolled());
        decided(LEE_APPROVER, batch, RequestAction.DENY);
        watch(house.kept.transactions()).run();
        assertThat(groups().all()).isEmpty();
        assertThat(groups().people(AUDITORS)).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void a_list_is_watched_once_all_of_its_batch_have_ended() {
        RequestId batch = asked();
        for (UserId approver : List.of(LEE_APPROVER, PRIYA_APPROVER)) {
            decided(approver, batch, RequestAction.APPROVE);
            decided(approver, batch, RequestAction.CONFIRM);
        }
        List<RequestId> members = house.kept.batches().members(batch, RequestId.FIRST, 9).stream()
                .map(member -> member.id())
                .toList();
        house.applied(members.getFirst());
        watch(house.kept.transactions()).run();
        assertThat(groups().all()).singleElement().matches(group -> !group.enrolled());
        house.applied(members.getLast());
        joins(alex);
        looks();
        assertThat(groups().all()).singleElement().matches(WatchedGroup::enrolled);
        assertThat(news).hasSize(1);
    }

    @Test
    void somebody_who_was_asked_for_alone_is_waited_for_as_a_batch_is() {
        RequestId alone = house.approved().id();
        groups().begin(WatchedGroup.of(alone, AUDITORS, "Auditors", SEATTLE, house.clock.instant()), Set.of(ADELE));
        joins(alex);
        watch(house.kept.transactions()).run();
        assertThat(groups().all()).singleElement().matches(group -> !group.enrolled());

        house.applied(alone);
        looks();
        assertThat(groups().all()).singleElement().matches(WatchedGroup::enrolled);
        assertThat(news).hasSize(1);
    }

    @Test
    void a_group_of_which_the_only_one_was_denied_is_forgotten() {
        RequestId alone = house.asked().id();
        groups().begin(WatchedGroup.of(alone, AUDITORS, "Auditors", SEATTLE, house.clock.instant()), Set.of(ADELE));
        house.requests.deciding().deny(LEE_APPROVER, alone, "no", new DecisionInput.Typed());
        watch(house.kept.transactions()).run();
        assertThat(groups().all()).isEmpty();
    }
}

package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.ADMINS;
import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.APPROVERS;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.policies.PolicyMove;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Scope;
import dev.linekeeper.service.policies.MoveResult;
import dev.linekeeper.service.policies.PolicyMoves;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups that hold a role over a part of the organisation: Adele is in Sales, in GB (T5). */
class DelegationTest {
    private static final DecisionInput TYPED = new DecisionInput.Typed();

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, Sample.POLICY);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Requirement("T5")
    void an_admin_asks_for_those_in_the_scope_and_for_nobody_else() {
        assertThat(house.scoped(over(Role.ADMIN, ADMINS, "country:GB"))
                        .asking()
                        .preview(ANA_ADMIN, new Intent.EnrolPerson(ADELE, House.SEATTLE, false)))
                .isInstanceOf(SubmissionResult.OnlyPlanned.class);

        assertThat(house.scoped(over(Role.ADMIN, ADMINS, "country:GB,department:Legal"))
                        .asking()
                        .submit(new ChangeRequest(ANA_ADMIN, new Intent.RemovePerson(ADELE), "")))
                .isEqualTo(new SubmissionResult.PersonOutsideScope(Set.of(Role.ADMIN)));
        assertThat(house.kept.trail().of(ADELE, 1)).singleElement().satisfies(row -> {
            assertThat(row.entry().action()).isEqualTo(Action.REFUSED);
            assertThat(row.entry().details()).containsEntry("why", "outside the scope of [ADMIN]");
        });
    }

    @Test
    @Requirement("T5")
    void an_approver_outside_the_scope_is_not_asked_and_decides_nothing() {
        RequestId id = house.asked().id();
        Requests abroad = house.scoped(over(Role.APPROVER, APPROVERS, "country:US"));

        assertThat(abroad.deciding().approve(LEE_APPROVER, id, TYPED))
                .isEqualTo(new DecisionResult.DeciderRefused(house.now(id), new DecisionRefusal.OutsideScope()));
        assertThat(house.now(id)).isInstanceOf(Request.Pending.class);
        assertThat(abroad.deciding().cancel(ANA_ADMIN, id, TYPED)).isInstanceOf(DecisionResult.Withdrawn.class);

        assertThat(abroad.asking().submit(House.enrolAdele())).isEqualTo(new SubmissionResult.TooFewApprovers(1, 0));
    }

    @Test
    @Requirement("T5")
    void a_policy_takes_a_role_over_everybody_to_ask_to_decide_and_to_move_its_people() {
        var wish = new PolicyWish.ChangedPolicy(
                House.SEATTLE, List.of(), List.of(), Optional.empty(), Optional.of("another description"));
        var change = new ChangeRequest(ANA_ADMIN, new Intent.EditPolicy(wish), "");
        Requests ofSome = house.scoped(over(Role.ADMIN, ADMINS, "country:US"));
        assertThat(ofSome.asking().submit(change))
                .isEqualTo(new SubmissionResult.PersonOutsideScope(Set.of(Role.ADMIN)));

        var old = new PolicyName("Seattle no callback");
        var asked = new PolicyMoves(
                        ofSome.askingForMany(),
                        ofSome.asking(),
                        house.model.ports().directory(),
                        _ -> {})
                .ask(ANA_ADMIN, new PolicyMove.RenamedPolicy(old, new PolicyName("HQ"), Optional.empty()), "", _ -> {});
        assertThat(asked)
                .isInstanceOfSatisfying(
                        MoveResult.PolicyAlone.class,
                        alone -> assertThat(alone.result())
                                .isEqualTo(new SubmissionResult.PersonOutsideScope(Set.of(Role.ADMIN))));

        RequestId id = ((SubmissionResult.Sent) house.requests.asking().submit(change))
                .request()
                .id();
        Requests abroad = house.scoped(over(Role.APPROVER, APPROVERS, "country:US"));
        assertThat(abroad.deciding().approve(LEE_APPROVER, id, TYPED))
                .isEqualTo(new DecisionResult.DeciderRefused(house.now(id), new DecisionRefusal.OutsideScope()));
        assertThat(house.now(id)).isInstanceOf(Request.Pending.class);
    }

    @Test
    void an_approver_whose_scope_shrank_since_has_not_approved() {
        RequestId id = house.approved().id();

        house.scoped(over(Role.APPROVER, APPROVERS, "department:Legal"))
                .applying()
                .run(id);

        assertThat(house.now(id))
                .isInstanceOfSatisfying(
                        Request.NeedsFreshLook.class,
                        look -> assertThat(look.why()).isEqualTo(FreshLookReason.APPROVER_LEFT));
    }

    private static Map<Role, Map<GroupId, Scope>> over(Role role, GroupId group, String scope) {
        return Map.of(role, Map.of(group, Scope.of(scope)));
    }
}

package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.groups.GroupWish.GroupGets;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.tenant.reading.NumbersWithPolicies;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.faults.Fault.InPowerShell;
import dev.linekeeper.simulator.powershell.RecordedCmdlet;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests for a policy, and for somebody under one, asked for, approved and applied through host.ps1 in a real PowerShell. */
class PolicyRequestInPowerShellTest {
    private static final String NOUN = "-CsTeamsSharedCallingRoutingPolicy";
    private static final String OF_GROUP = "-CsGroupPolicyAssignment";
    private static final GroupId GROUP = new GroupId("2a38a68d-c173-5f8e-a9ef-c4b332d0e41c");
    private static final PolicyName LEEDS = new PolicyName("Leeds \u2019north\u2019; $(Get-Date)");
    private static final SharedCalling NEW = new SharedCalling(
            LEEDS,
            Optional.of(new UserId("c1afc4bd-fb3e-5ee9-8a17-27df5a3069fb")),
            List.of(PhoneNumber.of("+442079460130")),
            "'It\u2019s' \"new\"");

    private static final UserId ELVIA = new UserId("bc1124f3-7be5-54d5-8ab6-a0bc5a3453c7");
    private static final PhoneNumber SECOND = PhoneNumber.of("+14255550180");

    private final House.MovingClock clock = new House.MovingClock();
    private final EmulatedPowerShell real = EmulatedPowerShell.inRealPowerShell(Fabrikam.demo(clock));
    private final House house = new House(
            OpenedStore.inMemory("powershell-" + UUID.randomUUID(), clock),
            real.model,
            ports(),
            clock,
            Sample.POLICY,
            new House.Fuse());

    @AfterEach
    void close() {
        house.close();
        real.close();
    }

    @Test
    void a_policy_is_made_changed_and_removed_and_another_granted() {
        assertThat(applied(new PolicyWish.NewPolicy(NEW))).isInstanceOf(Request.Completed.class);
        assertThat(now()).contains(NEW);

        assertThat(applied(new PolicyWish.ChangedPolicy(
                        LEEDS, List.of(), NEW.emergencyNumbers(), Optional.empty(), Optional.of("Closed"))))
                .isInstanceOf(Request.Completed.class);
        assertThat(now()).contains(new SharedCalling(LEEDS, NEW.resourceAccount(), List.of(), "Closed"));
        assertThat(applied(new Intent.EnrolPerson(House.ADELE, House.SEATTLE, false)))
                .isInstanceOf(Request.Completed.class);
        assertThat(applied(new PolicyWish.NoPolicy(LEEDS))).isInstanceOf(Request.Completed.class);
        assertThat(now()).isEmpty();
        assertThat(applied(new Intent.EditGroup(new GroupGets(GROUP, new PolicyName("London"), Optional.of(2)))))
                .isInstanceOf(Request.Completed.class);
        assertThat(real.model
                        .ports()
                        .groupGrants()
                        .granted(PolicyKind.SHARED_CALLING)
                        .read())
                .contains(new GroupGrant(GROUP, PolicyKind.SHARED_CALLING, new PolicyName("London"), 2));
        assertThat(applied(new Intent.PutRight(
                        new PolicyOfNumber(ELVIA, SECOND, Optional.empty(), Optional.of(new PolicyName("London"))))))
                .isInstanceOf(Request.Completed.class);
        assertThat(real.heard).extracting(RecordedCmdlet::name).contains("Set-CsPhoneNumberPolicyAssignment");

        assertThat(real.heard.stream()
                        .map(RecordedCmdlet::name)
                        .filter(name -> name.endsWith(NOUN) || name.endsWith(OF_GROUP)))
                .filteredOn(name -> !name.startsWith("Get"))
                .containsExactly(
                        "New" + NOUN,
                        "Set" + NOUN,
                        "Grant" + NOUN,
                        "Remove" + NOUN,
                        "Remove" + OF_GROUP,
                        "Grant" + NOUN);
        assertThat(real.heard).extracting(RecordedCmdlet::name).contains("Get" + NOUN, "Get" + OF_GROUP);
    }

    @Test
    void what_the_service_refuses_stops_the_request_with_its_words_and_leaves_the_policy_as_it_is() {
        real.faults.set("New" + NOUN, InPowerShell.Fails.ACCESS_DENIED, 0);

        assertThat(applied(new PolicyWish.NewPolicy(NEW))).isInstanceOfSatisfying(Request.PartlyApplied.class, it -> {
            assertThat(it.stop().why()).isEqualTo(StopReason.REFUSED);
            assertThat(it.stop().detail()).contains("Access Denied");
        });
        assertThat(now()).isEmpty();
    }

    /** Places and attendants, which no policy is written by, from the model: they take most calls. */
    private TenantPorts ports() {
        var model = real.model.ports();
        var all = real.ports();
        var policies = real.backend.ports().phoneNumberPolicies();
        return new TenantPorts(
                model.directory(),
                model.voiceUsers(),
                all.voiceSwitch(),
                new NumbersWithPolicies(
                        model.numbers(), policies, () -> policies.asFact(policies::sharedCalling, clock), () -> {}),
                all.policyGrants(),
                all.policyCatalogue(),
                model.emergencyLocations(),
                model.voiceApplications(),
                model.organisation(),
                all.sharedCallingPolicies(),
                all.groupGrants());
    }

    private Request applied(PolicyWish wish) {
        return applied(new Intent.EditPolicy(wish));
    }

    private Request applied(Intent intent) {
        return house.applied(approved(intent).id());
    }

    private Request approved(Intent intent) {
        var asked = house.requests.asking().submit(new ChangeRequest(House.ANA_ADMIN, intent, "tried"));
        var id = ((SubmissionResult.Sent) asked).request().id();
        house.yes(House.LEE_APPROVER, id);
        house.yes(House.PRIYA_APPROVER, id);
        return house.now(id);
    }

    private Optional<SharedCalling> now() {
        return real.model
                .ports()
                .reader(Clock.systemUTC(), Duration.ZERO)
                .freshTenant()
                .tenant()
                .sharedCalling(LEEDS)
                .known()
                .orElseThrow();
    }
}

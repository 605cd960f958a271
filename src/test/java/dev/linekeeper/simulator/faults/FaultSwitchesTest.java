package dev.linekeeper.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import tools.jackson.databind.json.JsonMapper;

/** Faults by file and by hand: what is wished for, and what is wrong with a wish. */
class FaultSwitchesTest {
    private final SimulatedTenant model = Fabrikam.model();
    private final ActiveFaults faults = new ActiveFaults();
    private final FaultSwitches switches = new FaultSwitches(faults, model);

    @Test
    void a_storm_meets_as_many_calls_as_wished_for_and_other_calls_not_at_all() {
        switches.add("{'kind':'throttled','path':'/users','times':2,'retryAfter':7}".replace('\'', '"'));
        assertThat(faults.next("/admin/teams")).isEmpty();
        assertThat(faults.next("/users/1")).contains(new Fault.Throttled(Duration.ofSeconds(7), false));
        assertThat(faults.next("/users")).isPresent();
        assertThat(faults.next("/users")).isEmpty();
    }

    @Test
    void zero_times_means_until_the_switches_are_cleared() {
        switches.add("{\"kind\":\"dropped\",\"times\":0}");
        for (int call = 0; call < 100; call++) {
            assertThat(faults.next("/users")).contains(new Fault.Dropped());
        }
        assertThat(JsonMapper.shared().writeValueAsString(switches.shown())).contains("\"times\":0");
        switches.clear();
        assertThat(faults.next("/users")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throttled",
                "broken",
                "html",
                "gone",
                "slow",
                "dropped",
                "wrapped",
                "no-content-type",
                "access-denied",
                "nested-not-found",
                "powershell-hangs",
                "powershell-dies",
                "powershell-slow",
                "powershell-garbage",
                "powershell-noise",
                "powershell-another-answer",
                "powershell-access-denied",
                "powershell-unavailable",
                "powershell-throttled"
            })
    void every_kind_needs_nothing_but_its_name(String kind) {
        switches.add("{\"faults\":[{\"kind\":\"%s\"}]}".formatted(kind));
        var met = kind.startsWith("powershell-") ? faults.nextInPowerShell("/powershell/x") : faults.next("/users");
        assertThat(met).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                                      | an object was expected",
                "nonsense                                                                | not JSON: line 1",
                "{'kind':'sunny'}                                                        | /kind: one of access-denied",
                "{'faults':[{'kind':'slow'},{'kind':'slow','millis':-1}]}                | /faults/1/millis: a whole"
                        + " number",
                "{'faults':[{'kind':'slow','milis':1}]}                                  | /faults/0/milis:"
                        + " Unrecognized property",
                "{'kind':'slow','millis':'soon'}                                         | /millis: Cannot deserialize",
                "{'kind':'drift','person':'ada@fabrikam.example','voice':true,'times':2} | /times: Unrecognized",
                "{'kind':'drift','person':'ada@fabrikam.example','number':12}            | /number: a telephone number",
                "{'kind':'missing-permission'}                                           | /permission: Missing",
                "{'kind':'missing-permission','permission':' '}                          | /permission: a text was",
                "{'faults':{}}                                                           | /faults: a list",
                "{'kind':'drift','person':'nobody@nowhere.example','voice':true}         | /person: the tenant has"
                        + " nobody",
                "{'kind':'drift','person':'ada@fabrikam.example'}                        | policyType, voice or number",
                "{'kind':'drift','person':'ada@fabrikam.example','policyType':'X'}       | /policyType: a policy type",
                "{'kind':'drift','person':'ada@fabrikam.example','number':'twelve'}      | /number: a telephone number",
                "{'kind':'moved','person':'ada@fabrikam.example'}                        | /: department or country"
                        + " was",
                "{'kind':'lost-approver','person':'ada@fabrikam.example','group':'None'} | /group: the person is in no"
                        + " such group"
            })
    void a_wrong_wish_is_refused_by_its_place_and_sets_nothing(String wish, String complaint) {
        assertThatThrownBy(() -> switches.add(wish.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void a_licence_runs_out_and_takes_the_feature_with_it() {
        happens("{'kind':'expired-licence','person':'ada@fabrikam.example'}");
        var ada = model.ports().directory().find(Fabrikam.ADA).orElseThrow();
        assertThat(ada.plans().known().orElseThrow())
                .anyMatch(plan ->
                        plan.id().startsWith("4828c8ec") && plan.status() == ServicePlan.ServicePlanStatus.DELETED);
        assertThat(ada().features().known().orElseThrow()).doesNotContain("PhoneSystem");
    }

    @Test
    void an_account_is_disabled_moved_and_deleted() {
        happens("{'kind':'account','person':'ada@fabrikam.example','enabled':false}");
        happens("{'kind':'moved','person':'ada@fabrikam.example','department':'Night shift','country':'GB'}");
        var ada = model.ports().directory().find(Fabrikam.ADA).orElseThrow();
        assertThat(ada.enabled().known()).contains(false);
        assertThat(ada.department()).contains("Night shift");
        assertThat(ada.usageLocation().known().orElseThrow()).contains(new Country("GB"));
        happens("{'kind':'deleted-account','person':'%s'}".formatted(Fabrikam.CLEO));
        assertThat(model.ports().directory().find(Fabrikam.CLEO)).isEmpty();
        assertThat(model.ports()
                        .numbers()
                        .find(Fabrikam.BACKDROP.heldNumber())
                        .orElseThrow()
                        .target())
                .isEmpty();
    }

    @Test
    void somebody_else_changes_a_policy_voice_and_a_number() {
        happens(
                "{'kind':'drift','person':'ada@fabrikam.example','policyType':'TeamsSharedCallingRoutingPolicy','policy':'SC-BER'}");
        assertThat(ada().policy(PolicyKind.SHARED_CALLING)
                        .known()
                        .map(Assignment::policy)
                        .map(String::valueOf))
                .contains("SC-BER");
        happens(
                "{'kind':'drift','person':'ada@fabrikam.example','policyType':'TeamsSharedCallingRoutingPolicy','policy':null}");
        assertThat(ada().policy(PolicyKind.SHARED_CALLING).known().orElseThrow())
                .isNotInstanceOf(Assignment.Direct.class);
        happens("{'kind':'drift','person':'ada@fabrikam.example','voice':false}");
        assertThat(ada().voiceOn().known()).contains(false);
        happens("{'kind':'drift','person':'%s','number':null}".formatted(Fabrikam.CLEO));
        var held = Fabrikam.BACKDROP.heldNumber();
        assertThat(model.ports().numbers().find(held).orElseThrow().target()).isEmpty();
        happens("{'kind':'drift','person':'%s','number':'%s'}".formatted(Fabrikam.CLEO, held));
        assertThat(model.ports().numbers().find(held).orElseThrow().target()).contains(Fabrikam.CLEO.value());
    }

    @Test
    void an_approver_is_taken_out_of_the_group() {
        var group = Fabrikam.BACKDROP.group();
        assertThat(model.ports().directory().members(group)).contains(Fabrikam.DORA);
        happens("{'kind':'lost-approver','person':'%s','group':'%s'}".formatted(Fabrikam.DORA, group));
        assertThat(model.ports().directory().groupsOf(Fabrikam.DORA))
                .doesNotContain(group)
                .isNotEmpty();
        happens("{'kind':'lost-approver','person':'%s'}".formatted(Fabrikam.DORA));
        assertThat(model.ports().directory().groupsOf(Fabrikam.DORA)).isEmpty();
        happens("{'kind':'joined-group','person':'%s','group':'%s'}".formatted(Fabrikam.DORA, group));
        assertThat(model.ports().directory().members(group)).contains(Fabrikam.DORA);
    }

    @Test
    void a_group_gets_another_policy_and_none() {
        var grants = model.content().groupGrants().orElseThrow().read();
        var before = grants.getFirst();
        String wish = "{'kind':'grant-to-group','group':'%s','policyType':'%s'%s}";
        happens(wish.formatted(before.group(), before.kind().type(), ""));
        assertThat(model.content().groupGrants().orElseThrow().read()).hasSize(grants.size() - 1);
        happens(wish.formatted(before.group(), before.kind().type(), ",'policy':'%s'".formatted(before.policy())));
        assertThat(model.content().groupGrants().orElseThrow().read()).containsExactlyInAnyOrderElementsOf(grants);
    }

    @Test
    void a_file_of_faults_is_in_force_from_the_start(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("faults.json"), "{\"faults\":[{\"kind\":\"html\"}]}");
        switches.read(file);
        assertThat(faults.next("/users")).contains(new Fault.Html(502));
        Files.writeString(file, "{\"faults\":[{\"kind\":\"hail\"}]}");
        assertThatThrownBy(() -> switches.read(file))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContainingAll(file.toString(), "/faults/0/kind");
        assertThatThrownBy(() -> switches.read(folder.resolve("none.json")))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("it cannot be used: " + folder.resolve("none.json"));
    }

    @Test
    void more_calls_than_the_rate_are_sent_away_until_a_second_has_filled_it_again() {
        var clock = new HandClock(Fabrikam.NOON);
        var load = ConstantFault.limit(2, clock);
        assertThat(load.on("/users")).isEmpty();
        assertThat(load.on("/users")).isEmpty();
        assertThat(load.on("/users")).isEqualTo(Optional.of(new Fault.Throttled(Duration.ofSeconds(1), false)));
        clock.pass(Duration.ofSeconds(1));
        assertThat(load.on("/users")).isEmpty();
    }

    private void happens(String wish) {
        switches.add(wish.replace('\'', '"'));
    }

    private VoiceUser ada() {
        return model.ports().voiceUsers().read(Fabrikam.ADA).orElseThrow();
    }
}

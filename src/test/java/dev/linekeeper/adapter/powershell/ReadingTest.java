package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.adapter.powershell.host.ModuleVersion;
import dev.linekeeper.adapter.powershell.host.PowerShellWorker;
import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.metrics.Tally;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.simulator.faults.Fault.InPowerShell;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be read is said with its place; nothing is guessed. */
class ReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SHARED_CALLING | {'Identity':'Tag:x','ResourceAccount':null} | [0].EmergencyNumbers: a list",
                "SHARED_CALLING | {'Identity':'Tag:x','EmergencyNumbers':[]} | [0].ResourceAccount: the id",
                "SHARED_CALLING | {'ResourceAccount':null,'EmergencyNumbers':[]} | [0].Identity: a text",
                "VOICE_ROUTING | {'Identity':'x'} | [0].OnlinePstnUsages: a list",
                "VOICE_ROUTING | {'Identity':'x','OnlinePstnUsages':'US'} | found string",
                "EMERGENCY_CALL_ROUTING |"
                        + " {'Identity':'x','AllowEnhancedEmergencyServices':true,'EmergencyNumbers':[{}]} |"
                        + " EmergencyNumbers[0].EmergencyDialString",
                "CALLING_LINE_IDENTITY | {'Identity':'x','CallingIDSubstitute':'Moon','EnableUserOverride':false} |"
                        + " CallingIDSubstitute: a Substitute",
                "DIAL_PLAN | {'Identity':'x','NormalizationRules':[{'Name':'a'}]} | NormalizationRules[0].Pattern: a"
                        + " text",
                "DIAL_OUT | 'text' | an object was expected, found string"
            })
    void one_unreadable_entry_fails_the_reading(PolicyKind kind, String json, String words) {
        assertThatThrownBy(() -> output("[%s]".formatted(json)).list(policy -> CatalogueReader.policy(kind, policy)))
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL))
                .hasMessageStartingWith("Get-CsPolicy[0]")
                .hasMessageContaining(words);
    }

    @Test
    void a_flag_that_was_never_set_costs_itself() {
        assertThat(output("[{'Identity':'Tag:Desk','AllowPrivateCalling':null}]")
                        .list(policy -> CatalogueReader.policyOrUnread(PolicyKind.CALLING, policy)))
                .singleElement()
                .isInstanceOfSatisfying(Policy.Calling.class, desk -> {
                    assertThat(desk.privateCalling())
                            .isEqualTo(
                                    Fact.missing("Teams PowerShell: Get-CsPolicy[0].AllowPrivateCalling: true or false"
                                            + " was expected, found null"));
                    assertThat(desk.preventTollBypass().known()).contains(false);
                    assertThat(desk.spendLimit().known()).contains(Optional.empty());
                });
        assertThat(output("[{'Identity':'x','EmergencyNumbers':[]}]")
                        .list(policy -> CatalogueReader.policyOrUnread(PolicyKind.EMERGENCY_CALL_ROUTING, policy)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Policy.EmergencyCallRouting.class,
                        policy -> assertThat(policy.enhancedServices().known()).isEmpty());
        assertThat(output(
                                "[{'Identity':'x','CallingIDSubstitute':'Anonymous','EnableUserOverride':null,'BlockIncomingPstnCallerID':null}]")
                        .list(policy -> CatalogueReader.policyOrUnread(PolicyKind.CALLING_LINE_IDENTITY, policy)))
                .singleElement()
                .isInstanceOfSatisfying(Policy.CallingLineIdentity.class, policy -> {
                    assertThat(policy.substitute()).isEqualTo(Policy.Substitute.ANONYMOUS);
                    assertThat(policy.userMayHide().known()).isEmpty();
                });
    }

    @Test
    void names_are_found_in_any_case_and_null_lists_are_empty() {
        assertThat(output("[{'identity':'Tag:NoPSTN','onlinePSTNusages':null}]")
                        .list(policy -> CatalogueReader.policy(PolicyKind.VOICE_ROUTING, policy)))
                .containsExactly(new Policy.VoiceRouting(new PolicyName("NoPSTN"), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "tel:+14255550100;ext=7, +14255550100;ext=7",
        "12065551234, +12065551234",
        "tel:12065551234, +12065551234",
        "TEL:4930123456;ext=12, +4930123456;ext=12"
    })
    void p17_a_number_may_come_with_tel_and_without_a_plus(String written, String number) {
        assertThat(output("'%s'".formatted(written)).phone()).hasToString(number);
    }

    @Test
    void p17_a_number_that_cannot_be_understood_costs_itself_and_not_the_policy() {
        assertThat(output(
                                "[{'Identity':'x','ResourceAccount':null,'EmergencyNumbers':['+1425','no',null,'+14255550100']}]")
                        .list(CatalogueReader::sharedCalling))
                .singleElement()
                .extracting(Policy.SharedCalling::emergencyNumbers)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting(Object::toString)
                .contains("+14255550100")
                .doesNotContain("no");
    }

    @Test
    void one_account_that_does_not_tell_leaves_the_others_alone() {
        try (var emulated = new EmulatedPowerShell()) {
            emulated.faults.set("Get-CsOnlineApplicationInstanceAssociation", InPowerShell.Fails.ACCESS_DENIED, 1);
            var accounts = emulated.backend
                    .ports()
                    .voiceApplications()
                    .resourceAccounts()
                    .read();
            assertThat(accounts.get(0).associations().<String>fold(_ -> "", why -> why))
                    .isEqualTo("Teams PowerShell: Get-CsOnlineApplicationInstanceAssociation: Access Denied.");
            assertThat(accounts.get(1).associations().known()).isPresent();
            assertThat(accounts.get(2).associations().known()).contains(List.of());
        }
    }

    @Test
    void about_numbers_without_an_answer_nothing_is_known() {
        try (var emulated = new EmulatedPowerShell()) {
            assertThat(emulated.backend.ports().sharedCallingSupport().answers())
                    .isEqualTo(Map.of(Fabrikam.BACKDROP.serviceNumber(), true));
        }
    }

    @Test
    void nothing_but_the_list_is_ever_run() {
        // A host that cannot even be started: it is never asked.
        var second = Duration.ofSeconds(1);
        var powerShell = new PowerShell(
                List.of(new PowerShellWorker(
                        List.of("/no/such/pwsh"),
                        new SignIn.StandInSignIn(),
                        second,
                        second,
                        Clock.systemUTC(),
                        new Tally(Metric.POWERSHELL_STARTS))),
                Throttles.in(new ManualTime()));
        assertThatThrownBy(() -> powerShell.run(Cmdlet.GRANT_SHARED_CALLING, Map.of("Global", true)))
                .hasMessage("Grant-CsTeamsSharedCallingRoutingPolicy is only ever run with"
                        + " [Identity, PolicyName, Group, Rank]");
    }

    @Test
    void a_version_is_read_up_to_its_third_number() {
        assertThat(ModuleVersion.of("7.9.1-preview")).isGreaterThan(ModuleVersion.of("7.9.0"));
        assertThat(ModuleVersion.of(" 6.10.0 ")).isGreaterThan(ModuleVersion.OLDEST);
        assertThat(ModuleVersion.of("6.0.0.1")).isEqualByComparingTo(ModuleVersion.OLDEST);
        assertThatThrownBy(() -> ModuleVersion.of("latest")).hasMessageContaining("'latest' is no version");
    }

    private static JsonCursor output(String json) {
        return CmdletOutput.of("Get-CsPolicy", JsonMapper.shared().readTree(json.replace('\'', '"')));
    }
}

package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.Backdrop;
import dev.linekeeper.service.tenant.CatalogueContract;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.DirectoryContract;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitchContract;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.NumberInventoryContract;
import dev.linekeeper.service.tenant.Operation;
import dev.linekeeper.service.tenant.OperationProvider;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.PolicyGrantsContract;
import dev.linekeeper.service.tenant.PolicyWritesContract;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceApplicationsContract;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.VoiceUsersContract;
import dev.linekeeper.service.tenant.accounts.AccountEntriesContract;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.settings.EmulatorSettings;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Both halves together keep what every backend promises: Graph over HTTP, PowerShell as a child process. */
class EmulatedTenantContractTest {
    private static EmulatedTenant tenant;
    private static EmulatedTenant refusing;

    @BeforeAll
    static void open() {
        tenant = fabrikam(Set.of());
        refusing = fabrikam(EnumSet.allOf(PolicyKind.class));
    }

    private static EmulatedTenant fabrikam(Set<PolicyKind> refused) {
        var behaviour = new EmulatorSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, null, refused);
        return new EmulatedTenant(Fabrikam.model(), behaviour, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        tenant.close();
        refusing.close();
    }

    @AfterEach
    void startOver() {
        tenant.startOver();
        refusing.startOver();
    }

    @Test
    void the_table_says_who_answers_what_once_it_was_tried_out() {
        tenant.both().probe();
        var table = tenant.both().capabilities().table();
        assertThat(table.keySet()).containsExactlyElementsOf(Operation.all());
        assertThat(table)
                .containsEntry(
                        Operation.TenantOperation.DIRECTORY_READ,
                        new OperationProvider.ProvidingBackend("Microsoft Graph"))
                .containsEntry(
                        Operation.TenantOperation.VOICE_SWITCH,
                        new OperationProvider.ProvidingBackend("Teams PowerShell"))
                .containsEntry(
                        new Operation.PolicyContentRead(PolicyKind.SHARED_CALLING),
                        new OperationProvider.ProvidingBackend("Teams PowerShell"))
                .containsEntry(
                        new Operation.GrantOperation(PolicyKind.SHARED_CALLING),
                        new OperationProvider.ProvidingBackend("Microsoft Graph"));
        refusing.both().probe();
        assertThat(refusing.both().capabilities().of(new Operation.GrantOperation(PolicyKind.SHARED_CALLING)))
                .isInstanceOfSatisfying(OperationProvider.ProvidingBackend.class, by -> {
                    assertThat(by.source()).isEqualTo("Teams PowerShell");
                    assertThat(by.remark().orElseThrow())
                            .contains("Microsoft Graph", "TeamsSharedCallingRoutingPolicy");
                });
    }

    @Test
    void what_a_direct_grant_hides_is_known_though_graph_does_not_report_it() {
        var key = new ChangeKey("SC-1", 1);
        tenant.ports().policyGrants().grant(Fabrikam.DORA, PolicyKind.SHARED_CALLING, new PolicyName("SC-BER"), key);
        assertThat(tenant.ports()
                        .voiceUsers()
                        .read(Fabrikam.DORA)
                        .orElseThrow()
                        .policy(PolicyKind.SHARED_CALLING)
                        .known())
                .get()
                .isInstanceOfSatisfying(
                        Assignment.Direct.class,
                        direct -> assertThat(direct.beneath().known())
                                .contains(new Assignment.ByGroup(new PolicyName("SC-SEA"), Fabrikam.BACKDROP.group())));
    }

    @Test
    void an_account_is_granted_voice_routing_by_graph_or_where_that_refuses_by_powershell_and_loses_it() {
        var key = new ChangeKey("SC-1", 1);
        for (var each : List.of(tenant, refusing)) {
            var ports = each.ports();
            var policy = ports.policyCatalogue().policies(PolicyKind.VOICE_ROUTING).stream()
                    .map(Policy::name)
                    .filter(name -> !name.isGlobal())
                    .findFirst()
                    .orElseThrow();

            ports.policyGrants().grant(Fabrikam.SEATTLE, PolicyKind.VOICE_ROUTING, policy, key);
            assertThat(voiceRouting(ports))
                    .isInstanceOfSatisfying(
                            Assignment.Direct.class,
                            direct -> assertThat(direct.policy()).isEqualTo(policy));

            ports.policyGrants().revoke(Fabrikam.SEATTLE, PolicyKind.VOICE_ROUTING, key);
            assertThat(voiceRouting(ports)).isNotInstanceOf(Assignment.Direct.class);
        }
    }

    private static Assignment voiceRouting(TenantPorts ports) {
        return ports.voiceApplications().resourceAccounts().read().stream()
                .filter(account -> account.id().equals(Fabrikam.SEATTLE))
                .findFirst()
                .orElseThrow()
                .policy(PolicyKind.VOICE_ROUTING)
                .known()
                .orElseThrow();
    }

    @Nested
    class AsPolicyWrites extends PolicyWritesContract {
        @Override
        protected PolicyCatalogue catalogue() {
            return tenant.ports().policyCatalogue();
        }
    }

    @Nested
    class AsAccountEntries extends AccountEntriesContract {
        @Override
        protected TenantPorts ports() {
            return tenant.ports();
        }

        @Override
        protected SimulatedTenant model() {
            return tenant.model();
        }
    }

    @Nested
    class AsVoiceApplications extends VoiceApplicationsContract {
        @Override
        protected VoiceApplications applications() {
            return tenant.ports().voiceApplications();
        }
    }

    @Nested
    class AsDirectory extends DirectoryContract {
        @Override
        protected Directory directory() {
            return tenant.ports().directory();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }

    @Nested
    class AsVoiceUsers extends VoiceUsersContract {
        @Override
        protected VoiceUsers voiceUsers() {
            return tenant.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }

    @Nested
    class AsVoiceSwitch extends EnterpriseVoiceSwitchContract {
        @Override
        protected EnterpriseVoiceSwitch voiceSwitch() {
            return tenant.ports().voiceSwitch();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return tenant.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }

    @Nested
    class AsPolicyGrants extends PolicyGrantsContract {
        @Override
        protected PolicyGrants policyGrants() {
            return tenant.ports().policyGrants();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return tenant.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }

    @Nested
    class AsPolicyGrantsThatGraphRefuses extends PolicyGrantsContract {
        @Override
        protected PolicyGrants policyGrants() {
            return refusing.ports().policyGrants();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return refusing.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }

    @Nested
    class AsNumbers extends NumberInventoryContract {
        @Override
        protected NumberInventory numbers() {
            return tenant.ports().numbers();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return tenant.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }

    @Nested
    class AsCatalogue extends CatalogueContract {
        @Override
        protected TenantPorts ports() {
            return tenant.ports();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }
}

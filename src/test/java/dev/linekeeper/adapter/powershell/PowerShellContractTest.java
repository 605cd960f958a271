package dev.linekeeper.adapter.powershell;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.tenant.Backdrop;
import dev.linekeeper.service.tenant.CatalogueContract;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitchContract;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.GroupGrantsContract;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.PolicyGrantsContract;
import dev.linekeeper.service.tenant.PolicyWritesContract;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.SharedCallingPoliciesContract;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceApplicationsContract;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.state.Fabrikam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The PowerShell adapter keeps what every backend promises: over a child process, against the emulator. */
class PowerShellContractTest {
    private final EmulatedPowerShell emulated = open();

    EmulatedPowerShell open() {
        return new EmulatedPowerShell();
    }

    @AfterEach
    void close() {
        emulated.close();
    }

    @Nested
    class AsVoiceSwitch extends EnterpriseVoiceSwitchContract {
        @Override
        protected EnterpriseVoiceSwitch voiceSwitch() {
            return emulated.backend.ports().voiceSwitch();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return emulated.model.ports().voiceUsers();
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
            return emulated.backend.ports().policyGrants();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return emulated.model.ports().voiceUsers();
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
            return emulated.ports();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }

    @Nested
    class AsSharedCallingPolicies extends SharedCallingPoliciesContract {
        @Override
        protected SharedCallingPolicies policies() {
            return emulated.backend.sharedCallingPolicies();
        }

        @Override
        protected PolicyCatalogue catalogue() {
            return emulated.backend.ports().policyCatalogue();
        }

        @Override
        protected NumberInventory numbers() {
            return emulated.model.ports().numbers();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }

    @Nested
    class AsPolicyWrites extends PolicyWritesContract {
        @Override
        protected PolicyCatalogue catalogue() {
            return emulated.ports().policyCatalogue();
        }
    }

    @Nested
    class AsVoiceApplications extends VoiceApplicationsContract {
        @Override
        protected VoiceApplications applications() {
            return emulated.ports().voiceApplications();
        }
    }

    @Nested
    class AsGroupGrants extends GroupGrantsContract {
        @Override
        protected GroupGrants groupGrants() {
            return emulated.backend.ports().groupGrants();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return emulated.model.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }

        @Override
        protected GroupId otherGroup() {
            return Fabrikam.UNGRANTED_GROUP;
        }
    }
}

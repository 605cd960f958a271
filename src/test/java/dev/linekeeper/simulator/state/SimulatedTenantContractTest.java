package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.tenant.Backdrop;
import dev.linekeeper.service.tenant.CatalogueContract;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.DirectoryContract;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitchContract;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.GroupGrantsContract;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.NumberInventoryContract;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.PolicyGrantsContract;
import dev.linekeeper.service.tenant.PolicyWritesContract;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.SharedCallingPoliciesContract;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceApplicationsContract;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.VoiceUsersContract;
import dev.linekeeper.service.tenant.accounts.AccountEntriesContract;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import org.junit.jupiter.api.Nested;

/** The model keeps what every backend promises. */
class SimulatedTenantContractTest {
    private final SimulatedTenant model = Fabrikam.model();
    private final TenantPorts ports = model.ports();

    @Nested
    class AsDirectory extends DirectoryContract {
        @Override
        protected Directory directory() {
            return ports.directory();
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
            return ports.voiceUsers();
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
            return ports.voiceSwitch();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return ports.voiceUsers();
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
            return ports.policyGrants();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return ports.voiceUsers();
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
            return ports.sharedCallingPolicies();
        }

        @Override
        protected PolicyCatalogue catalogue() {
            return ports.policyCatalogue();
        }

        @Override
        protected NumberInventory numbers() {
            return ports.numbers();
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
            return ports.policyCatalogue();
        }
    }

    @Nested
    class AsAccountEntries extends AccountEntriesContract {
        @Override
        protected TenantPorts ports() {
            return ports;
        }

        @Override
        protected SimulatedTenant model() {
            return model;
        }
    }

    @Nested
    class AsGroupGrants extends GroupGrantsContract {
        @Override
        protected GroupGrants groupGrants() {
            return ports.groupGrants();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return ports.voiceUsers();
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

    @Nested
    class AsVoiceApplications extends VoiceApplicationsContract {
        @Override
        protected VoiceApplications applications() {
            return ports.voiceApplications();
        }
    }

    @Nested
    class AsNumbers extends NumberInventoryContract {
        @Override
        protected NumberInventory numbers() {
            return ports.numbers();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return ports.voiceUsers();
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
            return ports;
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }
}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.Backdrop;
import dev.linekeeper.service.tenant.CatalogueContract;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.DirectoryContract;
import dev.linekeeper.service.tenant.Numbers;
import dev.linekeeper.service.tenant.NumbersContract;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.PolicyGrantsContract;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.service.tenant.VoiceSwitch;
import dev.linekeeper.service.tenant.VoiceSwitchContract;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.VoiceUsersContract;
import org.junit.jupiter.api.Nested;

/** The model keeps what every backend promises. */
class TenantModelContractTest {
    private static final Backdrop FABRIKAM = new Backdrop(
            Fabrikam.ADA,
            "Ada Brandt",
            Fabrikam.BEN,
            Fabrikam.EMIL,
            Fabrikam.CLEO,
            Fabrikam.DORA,
            Fabrikam.user(999),
            new GroupId(Fabrikam.user(301).value()),
            Fabrikam.ADA,
            new PolicyName("SC-SEA"),
            new PolicyName("SC-BER"),
            PhoneNumber.of("+14255550140"),
            PhoneNumber.of("+14255550141"),
            PhoneNumber.of("+14255550171"),
            PhoneNumber.of("+14255550100"),
            NumberType.CALLING_PLAN,
            new LocationId("a0000000-0000-4000-8000-000000000001"));

    private final TenantPorts ports = Fabrikam.model().ports();

    @Nested
    class AsDirectory extends DirectoryContract {
        @Override
        protected Directory directory() {
            return ports.directory();
        }

        @Override
        protected Backdrop backdrop() {
            return FABRIKAM;
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
            return FABRIKAM;
        }
    }

    @Nested
    class AsVoiceSwitch extends VoiceSwitchContract {
        @Override
        protected VoiceSwitch voiceSwitch() {
            return ports.voiceSwitch();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return ports.voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return FABRIKAM;
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
            return FABRIKAM;
        }
    }

    @Nested
    class AsNumbers extends NumbersContract {
        @Override
        protected Numbers numbers() {
            return ports.numbers();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return ports.voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return FABRIKAM;
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
            return FABRIKAM;
        }
    }
}

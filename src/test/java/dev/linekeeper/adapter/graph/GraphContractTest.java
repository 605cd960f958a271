package dev.linekeeper.adapter.graph;

import dev.linekeeper.service.tenant.AppInstallations;
import dev.linekeeper.service.tenant.AppInstallationsContract;
import dev.linekeeper.service.tenant.Backdrop;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.DirectoryContract;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.NumberInventoryContract;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.PolicyGrantsContract;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.VoiceUsersContract;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The Graph adapter keeps what every backend promises: through the real SDK, over HTTP, against the emulator. */
class GraphContractTest {
    /** Operations take a moment, so that following them is exercised. */
    private final EmulatedGraph graph =
            new EmulatedGraph(Fabrikam.model(), new Delays(Duration.ZERO, Duration.ofMillis(5)), Set.of());

    @AfterEach
    void close() {
        graph.close();
    }

    @Nested
    class AsDirectory extends DirectoryContract {
        @Override
        protected Directory directory() {
            return graph.directory;
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
            return graph.voiceUsers;
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
            return graph.policyGrants;
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return graph.voiceUsers;
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }

    @Nested
    class AsAppInstallations extends AppInstallationsContract {
        @Override
        protected AppInstallations appInstallations() {
            return graph.installations;
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
            return graph.numbers;
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return graph.voiceUsers;
        }

        @Override
        protected Backdrop backdrop() {
            return Fabrikam.BACKDROP;
        }
    }
}

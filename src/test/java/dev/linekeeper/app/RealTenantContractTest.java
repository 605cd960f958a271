package dev.linekeeper.app;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.Backdrop;
import dev.linekeeper.service.tenant.CatalogueContract;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.DirectoryContract;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitchContract;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.NumberInventoryContract;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.PolicyGrantsContract;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.VoiceUsersContract;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract suite over the tenant of the settings; src/docs/simulator.md says how. It reads, and writes when told to. */
@EnabledIfEnvironmentVariable(named = "LINEKEEPER_CONTRACT_BACKDROP", matches = ".+")
class RealTenantContractTest {
    private static final String WRITES = "LINEKEEPER_CONTRACT_WRITES";
    private static Surroundings surroundings;

    /** The settings' tenant and what is to be found in it. */
    private record Surroundings(TenantPorts ports, Backdrop backdrop, Patient patient, AutoCloseable context) {}

    @BeforeAll
    static void open() {
        System.setProperty("linekeeper.backend", System.getenv().getOrDefault("LINEKEEPER_BACKEND", "tenant"));
        var configured = new ShellContexts().configured();
        var patience = Optional.ofNullable(System.getenv("LINEKEEPER_CONTRACT_PATIENCE"))
                .map(Duration::parse)
                .orElse(Duration.ofSeconds(90));
        surroundings = new Surroundings(
                configured.ports(),
                backdrop(Path.of(System.getenv("LINEKEEPER_CONTRACT_BACKDROP"))),
                new Patient(configured.ports().voiceUsers(), patience),
                configured);
    }

    @AfterAll
    static void close() throws Exception {
        System.clearProperty("linekeeper.backend");
        surroundings.context().close();
    }

    private static Backdrop backdrop(Path file) {
        JsonNode json = JsonMapper.shared().readTree(file);
        return new Backdrop(
                new UserId(text(json, "enrolled")),
                text(json, "enrolledName"),
                new UserId(text(json, "licensed")),
                new UserId(text(json, "unlicensed")),
                new UserId(text(json, "numbered")),
                new UserId(text(json, "byGroup")),
                new UserId(text(json, "nobody")),
                json.path("outsiders")
                        .valueStream()
                        .map(id -> new UserId(id.asString()))
                        .collect(Collectors.toUnmodifiableSet()),
                new GroupId(text(json, "group")),
                text(json, "groupName"),
                new UserId(text(json, "nestedMember")),
                new PolicyName(text(json, "sharedCalling")),
                new PolicyName(text(json, "otherSharedCalling")),
                PhoneNumber.of(text(json, "heldNumber")),
                PhoneNumber.of(text(json, "freeNumber")),
                PhoneNumber.of(text(json, "policyNumber")),
                PhoneNumber.of(text(json, "serviceNumber")),
                NumberType.ofName(text(json, "type")),
                new LocationId(text(json, "place")));
    }

    private static String text(JsonNode json, String member) {
        return json.required(member).asString();
    }

    @Nested
    class AsDirectory extends DirectoryContract {
        @Override
        protected Directory directory() {
            return surroundings.ports().directory();
        }

        @Override
        protected Backdrop backdrop() {
            return surroundings.backdrop();
        }
    }

    @Nested
    class AsVoiceUsers extends VoiceUsersContract {
        @Override
        protected VoiceUsers voiceUsers() {
            return surroundings.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return surroundings.backdrop();
        }
    }

    @Nested
    class AsCatalogue extends CatalogueContract {
        @Override
        protected TenantPorts ports() {
            return surroundings.ports();
        }

        @Override
        protected Backdrop backdrop() {
            return surroundings.backdrop();
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = WRITES, matches = "true")
    class AsVoiceSwitch extends EnterpriseVoiceSwitchContract {
        @Override
        protected EnterpriseVoiceSwitch voiceSwitch() {
            return surroundings.patient().voiceSwitch(surroundings.ports().voiceSwitch());
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return surroundings.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return surroundings.backdrop();
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = WRITES, matches = "true")
    class AsPolicyGrants extends PolicyGrantsContract {
        @AfterEach
        void leaveNothingBehind() {
            var key = new ChangeKey("contract", 0);
            policyGrants().revoke(backdrop().licensed(), PolicyKind.SHARED_CALLING, key);
            policyGrants().revoke(backdrop().byGroup(), PolicyKind.SHARED_CALLING, key);
        }

        @Override
        protected PolicyGrants policyGrants() {
            return surroundings.patient().grants(surroundings.ports().policyGrants());
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return surroundings.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return surroundings.backdrop();
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = WRITES, matches = "true")
    class AsNumbers extends NumberInventoryContract {
        @Override
        protected NumberInventory numbers() {
            return surroundings.ports().numbers();
        }

        @Override
        protected VoiceUsers voiceUsers() {
            return surroundings.ports().voiceUsers();
        }

        @Override
        protected Backdrop backdrop() {
            return surroundings.backdrop();
        }
    }
}

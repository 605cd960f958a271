package dev.linekeeper.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.tenantfile.UnreadableTenantFile;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.ChangeKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes outlive a restart, the original does not change, and a torn write is not there. */
class OpenedTenantTest {
    private static final ChangeKey KEY = new ChangeKey("SC-1042", 1);
    private static final PhoneNumber HELD = PhoneNumber.of("+14255550140");

    @TempDir
    private Path folder;

    @Test
    void what_was_changed_is_there_after_a_restart() {
        try (var tenant = open(Fabrikam.file())) {
            var ports = tenant.model().ports();
            ports.voiceSwitch().set(Fabrikam.BEN, true, KEY);
            ports.policyGrants().grant(Fabrikam.BEN, PolicyKind.SHARED_CALLING, new PolicyName("SC-SEA"), KEY);
            ports.numbers().release(HELD, NumberType.CALLING_PLAN, KEY);
            ports.numbers()
                    .assign(
                            PhoneNumber.of("+493023125100"),
                            NumberType.DIRECT_ROUTING,
                            Fabrikam.BERLIN,
                            Optional.empty(),
                            Category.PRIMARY,
                            KEY);
        }
        try (var again = open(Fabrikam.file())) {
            var ports = again.model().ports();
            var ben = ports.voiceUsers().read(Fabrikam.BEN).orElseThrow();
            assertThat(ben.voiceOn().known()).contains(true);
            assertThat(ben.policy(PolicyKind.SHARED_CALLING).known().map(Assignment::policy))
                    .contains(new PolicyName("SC-SEA"));
            assertThat(ports.voiceUsers()
                            .read(Fabrikam.CLEO)
                            .orElseThrow()
                            .voiceOn()
                            .known())
                    .contains(false);
            assertThat(ports.numbers().find(HELD).orElseThrow().target()).isEmpty();
            assertThat(ports.voiceApplications()
                            .resourceAccounts()
                            .read()
                            .get(1)
                            .number()
                            .known())
                    .contains(Optional.of(PhoneNumber.of("+493023125100")));
        }
    }

    @Test
    void what_was_changed_in_an_export_of_cmdlets_is_there_after_a_restart() {
        var export = """
            {"Users": {"value": [{"Identity": "%1$s", "UserPrincipalName": "ben", "EnterpriseVoiceEnabled": false,
                "AssignedPlan": {"ServicePlanId": "4828c8ec-dc2e-4779-b502-87ac9ce28ab7", "CapabilityStatus": "Enabled"},
                "FeatureTypes": ["Teams", "PhoneSystem"], "LineUri": null, "TenantDialPlan": {"Name": "US"}}], "Count": 1},
             "telephoneNumbers": [], "groupPolicyAssignments": []}
            """.formatted(Fabrikam.BEN).getBytes(StandardCharsets.UTF_8);
        try (var tenant = open(export)) {
            tenant.model().ports().voiceSwitch().set(Fabrikam.BEN, true, KEY);
        }
        try (var again = open(export)) {
            var ben = again.model().ports().voiceUsers().read(Fabrikam.BEN).orElseThrow();
            assertThat(ben.voiceOn().known()).contains(true);
            assertThat(ben.policy(PolicyKind.DIAL_PLAN).known().map(Assignment::policy))
                    .contains(new PolicyName("US"));
            assertThat(ben.policy(PolicyKind.CALLING).known()).isEmpty();
        }
    }

    @Test
    void policies_and_grants_to_groups_outlive_a_restart_too() {
        var made = new Policy.SharedCalling(
                new PolicyName("SC-NEW"),
                Optional.of(Fabrikam.SEATTLE),
                List.of(PhoneNumber.of("+14255550141")),
                "made in a test");
        try (var tenant = open(Fabrikam.file())) {
            tenant.model().change(edit -> new SharedCallingEdit(edit).put(made));
            tenant.model()
                    .change(edit -> new GroupEdit(edit)
                            .grant(Fabrikam.UNGRANTED_GROUP, PolicyKind.SHARED_CALLING, made.name(), 1));
        }
        try (var again = open(Fabrikam.file())) {
            assertThat(again.model().ports().policyCatalogue().policies(PolicyKind.SHARED_CALLING))
                    .hasSize(4)
                    .contains(made);
            assertThat(again.model().content().groupGrants().orElseThrow().read())
                    .filteredOn(grant -> grant.kind() == PolicyKind.SHARED_CALLING)
                    .extracting(GroupGrant::policy)
                    .containsExactly(made.name(), new PolicyName("SC-SEA"), new PolicyName("SC-BER"));
        }
    }

    @Test
    void members_and_grants_nobody_knows_are_kept() throws IOException {
        try (var tenant = open(Fabrikam.file())) {
            tenant.model().ports().voiceSwitch().set(Fabrikam.BEN, true, KEY);
        }
        assertThat(Files.readString(workingCopy()))
                .contains("\"notOurs\"", "\"jobTitle\" : \"Buyer\"", "TeamsMessagingPolicy", "\"note\" : \"kept\"");
    }

    @Test
    void an_unchanged_tenant_leaves_no_working_copy() throws IOException {
        open(Fabrikam.file()).close();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_change_is_written_without_waiting_for_the_end() {
        try (var tenant = open(Fabrikam.file())) {
            tenant.model().ports().voiceSwitch().set(Fabrikam.BEN, true, KEY);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(workingCopy()));
        }
    }

    @Test
    void what_could_not_be_written_is_written_with_the_next_change() throws IOException {
        var blocked = Files.createFile(folder.resolve("data"));
        try (var tenant = OpenedTenant.open("fabrikam.json", Fabrikam.file(), blocked, Clock.systemUTC())) {
            tenant.model().ports().voiceSwitch().set(Fabrikam.BEN, true, KEY);
            Awaitility.await().during(Duration.ofMillis(600)).until(() -> Files.isRegularFile(blocked));
            Files.delete(blocked);
            tenant.model().ports().voiceSwitch().set(Fabrikam.BEN, false, KEY);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.isDirectory(blocked));
        }
    }

    @Test
    void a_torn_draft_beside_the_copy_does_no_harm() throws IOException {
        Files.writeString(folder.resolve("tenant-fabrikam-00000000.json1234.tmp"), "{\"users\": [{\"id\": ");
        try (var tenant = open(Fabrikam.file())) {
            assertThat(tenant.model().ports().directory().find(Fabrikam.ADA)).isPresent();
        }
    }

    @Test
    void a_damaged_working_copy_says_so_and_deleting_it_resets() throws IOException {
        try (var tenant = open(Fabrikam.file())) {
            tenant.model().ports().voiceSwitch().set(Fabrikam.BEN, true, KEY);
        }
        var copy = workingCopy();
        Files.writeString(copy, Files.readString(copy).substring(0, 500));
        assertThatThrownBy(() -> open(Fabrikam.file()))
                .isInstanceOf(UnreadableTenantFile.class)
                .hasMessageStartingWith("The working copy is damaged, delete it to start from the original: ")
                .hasMessageContaining(copy.toString());
        Files.delete(copy);
        try (var tenant = open(Fabrikam.file())) {
            assertThat(tenant.model()
                            .ports()
                            .voiceUsers()
                            .read(Fabrikam.BEN)
                            .orElseThrow()
                            .voiceOn()
                            .known())
                    .contains(false);
        }
    }

    @Test
    void an_edited_original_starts_afresh() {
        try (var tenant = open(Fabrikam.file())) {
            tenant.model().ports().voiceSwitch().set(Fabrikam.BEN, true, KEY);
        }
        var edited = Fabrikam.text().replace("\"Fabrikam\"", "\"Fabrikam 2\"").getBytes(StandardCharsets.UTF_8);
        try (var tenant = open(edited)) {
            assertThat(tenant.model()
                            .ports()
                            .voiceUsers()
                            .read(Fabrikam.BEN)
                            .orElseThrow()
                            .voiceOn()
                            .known())
                    .contains(false);
        }
    }

    @Test
    void changes_by_many_at_once_are_all_there() {
        try (var tenant = open(Fabrikam.file())) {
            var ports = tenant.model().ports();
            IntStream.range(0, 400).parallel().forEach(i -> {
                var kind = i % 2 == 0 ? PolicyKind.SHARED_CALLING : PolicyKind.VOICE_ROUTING;
                var policy = new PolicyName(i % 2 == 0 ? "SC-BER" : "DE-RA");
                ports.policyGrants().grant(i % 3 == 0 ? Fabrikam.ADA : Fabrikam.BEN, kind, policy, KEY);
            });
        }
        try (var again = open(Fabrikam.file())) {
            for (var person : List.of(Fabrikam.ADA, Fabrikam.BEN)) {
                var user = again.model().ports().voiceUsers().read(person).orElseThrow();
                assertThat(user.policy(PolicyKind.SHARED_CALLING).known().map(Assignment::policy))
                        .contains(new PolicyName("SC-BER"));
                assertThat(user.policy(PolicyKind.VOICE_ROUTING).known().map(Assignment::policy))
                        .contains(new PolicyName("DE-RA"));
            }
        }
    }

    private OpenedTenant open(byte[] original) {
        return OpenedTenant.open("fabrikam.json", original, folder, Clock.systemUTC());
    }

    private Path workingCopy() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElse(folder.resolve("none.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.override.OverrideMove.OverrideMoved;
import dev.linekeeper.service.override.OverrideSubmission.OverrideWish;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell knows what people accepted and attested, as the chat does: Megan's callback number is somebody else's. */
class StatementsInShellTest {
    private static final String NAME = "megan.bowen@contoso.example";
    private static final String NOTE = "Emergency gap (POL-07) accepted until Thursday, December 10, 2026 by Lee Chen";
    private static final String[] PLAN = {"plan", "--user", NAME, "--policy", "Seattle borrowed"};

    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T09:00:00Z"));
    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(clock), clock);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_gap_that_two_others_accept_does_not_block_and_is_said_wherever_the_person_is_shown() throws IOException {
        var list = Files.writeString(folder.resolve("people.csv"), "person\n" + NAME + "\n");
        var before = run(PLAN);
        assertThat(before.code()).isEqualTo(1);
        assertThat(before.out()).contains("BLOCKED", "No steps").doesNotContain("accepted");
        assertThat(preview(list).code()).isEqualTo(1);

        accept();

        var plan = run(PLAN);
        assertThat(plan.code()).as(plan.out()).isZero();
        assertThat(plan.out().replaceAll("\\s+", " ")).contains(NOTE, "CAN_ENROL_WITH_WARNINGS", "GRANT_SC", "POL-07");
        assertThat(run("plan", "--user", NAME, "--policy", "Seattle borrowed", "--format", "json")
                        .json()
                        .path("override")
                        .asString())
                .startsWith(NOTE);
        assertThat(run("plan", "--user", NAME, "--policy", "London mixed", "--format", "json")
                        .json()
                        .path("overall")
                        .asString())
                .isEqualTo("BLOCKED");
        assertThat(preview(list).code()).isZero();
        for (String command : List.of("readiness", "emergency", "caller-id")) {
            assertThat(run(command, "--user", NAME).out().replaceAll("\\s+", " "))
                    .as(command)
                    .contains(NOTE);
        }
        for (String command : List.of("readiness", "emergency")) {
            assertThat(run(command, "--user", NAME, "--format", "json").out())
                    .as(command)
                    .contains("\"override\"", "accepted until Thursday");
        }
        assertThat(run("readiness", "--user", NAME, "--tenant", "a file").out()).doesNotContain("accepted until");
    }

    @Test
    void what_somebody_attested_stays_a_line_to_be_checked_and_says_so() {
        var before = run("readiness", "--user", "petra.simmons@contoso.example", "--format", "json");
        assertThat(before.out()).doesNotContain("Attested by");

        var attested =
                run("attest", "RES-18", "--for", "London", "--because", "the bill", "--as", "ana.ruiz@contoso.example");
        assertThat(attested.code()).as(attested.out() + attested.err()).isZero();

        var after = run("readiness", "--user", "petra.simmons@contoso.example", "--format", "json");
        assertThat(after.out()).contains("Attested by Ana Ruiz", "the bill");
        assertThat(after.json().get(0).path("overall"))
                .isEqualTo(before.json().get(0).path("overall"));
        assertThat(after.json().get(0).path("findings").findValuesAsString("outcome"))
                .isEqualTo(before.json().get(0).path("findings").findValuesAsString("outcome"));
        assertThat(run("readiness", "--user", "petra.simmons@contoso.example").out())
                .contains("Attested by Ana Ruiz");
    }

    /** The running bot may have an embedded database to itself. */
    @Test
    void a_store_that_cannot_be_opened_is_said_and_is_no_none() {
        var run = ShellRun.of(
                new OverTenant(chat.tenant().ports()) {
                    @Override
                    public ChosenTenant withStatements() {
                        return new ChosenTenant(
                                ports,
                                SETTINGS,
                                List.of("overrides and attestations, as the bot has it"),
                                KeptStatements.unread("the bot has it"),
                                () -> {});
                    }
                },
                "readiness",
                "--user",
                NAME,
                "--format",
                "json");

        assertThat(run.err()).contains("not used: overrides and attestations, as the bot has it");
        assertThat(run.json().get(0).path("override").path("unread").asString()).isEqualTo("the bot has it");
    }

    private void accept() {
        var overrides = chat.overrides();
        var person = chat.tenant()
                .ports()
                .directory()
                .findByPrincipalName(NAME)
                .orElseThrow()
                .id();
        var asked = (OverrideMoved) overrides
                .submission()
                .ask(new OverrideWish(
                        House.ANA_ADMIN,
                        person,
                        new PolicyName("Seattle borrowed"),
                        LocalDate.parse("2026-12-10"),
                        "the port takes two weeks"));
        var id = asked.now().override().id();
        overrides.desk().approve(House.LEE_APPROVER, id, OptionalLong.empty());
        overrides.desk().approve(House.PRIYA_APPROVER, id, OptionalLong.empty());
    }

    private ShellRun preview(Path list) {
        return run("enrol", "--file", list.toString(), "--policy", "Seattle borrowed", "--preview");
    }

    private ShellRun run(String... arguments) {
        return ShellRun.of(new BesideChat(chat), arguments);
    }
}

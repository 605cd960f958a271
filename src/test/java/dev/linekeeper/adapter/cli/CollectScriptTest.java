package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.adapter.powershell.PwshOnPath;
import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.service.checkup.SetupCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code collect.ps1} in real PowerShell, with a stand-in module and a loopback Graph, reads a tenant as it is. */
@ExtendWith(PwshOnPath.class)
class CollectScriptTest {
    private static final Path DEMO = Path.of("src/main/resources/demo/tenant.json");

    private static final Path MODULES = Path.of("src/test/trials/powershell/module");

    private final JsonNode demo = TenantFile.JSON.readTree(DEMO);

    @TempDir
    private Path folder;

    private GroupsOnLoopback graph;

    private record Run(int code, String output) {}

    @BeforeEach
    void serve() throws IOException {
        new TenantAsCmdlets(demo).write(folder);
        graph = GroupsOnLoopback.serve(demo);
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void the_demo_tenant_is_judged_the_same_from_what_was_collected() throws Exception {
        var collected = folder.resolve("collected.json");
        var run = collect("", "-OutFile '%s' -GraphToken $token -GraphUrl '%s'".formatted(collected, graph.url()));
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(graph.unauthorised()).isEmpty();
        assertThat(TenantFile.read(collected).unusable()).isEmpty();
        assertThat(TenantFile.JSON.readTree(collected).path("notRead").isEmpty())
                .isTrue();
        var now = readiness(collected);
        var before = readiness(DEMO);
        assertThat(now).as("people and rules").hasSameSizeAs(before);
        assertThat(now.stream().filter(line -> !before.contains(line)))
                .as("judged differently: the module's version is collected, and the demo's own file has none")
                .hasSize(demo.path("users").size())
                .allMatch(line -> line.contains("\"rule\":\"TEN-02\",\"outcome\":\"PASS\""));
    }

    @Test
    void what_could_not_be_read_is_null_with_the_reason_and_the_rest_is_there() throws Exception {
        var collected = folder.resolve("collected.json");
        var run = collect("Get-CsOnlineVoiceRoute", "-OutFile '%s'".formatted(collected));
        assertThat(run.code()).as(run.output()).isZero();
        var file = TenantFile.JSON.readTree(collected);
        assertThat(file.path("voiceRoutes").isNull()).isTrue();
        assertThat(file.path("pstnUsages").isEmpty()).isFalse();
        assertThat(file.path("users").size()).isEqualTo(demo.path("users").size());
        assertThat(file.path("notRead").path("voiceRoutes").asString()).contains("Access Denied");
        assertThat(file.path("groups").get(0).path("members").isNull()).isTrue();
        assertThat(TenantFile.read(collected).why("voiceRoutes"))
                .isEqualTo("voiceRoutes could not be read when the file was written: Access Denied.");
        assertThat(readiness(collected)).anyMatch(line -> line.contains("Access Denied."));
    }

    @Test
    void policies_of_single_numbers_are_collected_and_null_where_the_module_does_not_tell() throws Exception {
        var person = (ObjectNode) demo.path("users").get(0);
        var lines = person.putArray("telephoneNumbers");
        for (var number : List.of("+14255550171", "+14255550172")) {
            lines.addObject().put("telephoneNumber", number).put("assignmentCategory", "primary");
        }
        ((ObjectNode) lines.get(1))
                .put("assignmentCategory", "alternate")
                .putArray("policyGrants")
                .addObject()
                .put("policyType", "TeamsSharedCallingRoutingPolicy")
                .put("policyName", "SC-OF-THE-LINE");
        new TenantAsCmdlets(demo).write(folder);

        var told = folder.resolve("told.json");
        var run = collect("", "-OutFile '%s'".formatted(told));
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(lines(told, person))
                .extracting(line -> line.sharedCalling().known())
                .containsExactly(
                        Optional.of(Optional.empty()), Optional.of(Optional.of(new PolicyName("SC-OF-THE-LINE"))));

        var untold = folder.resolve("untold.json");
        run = collect("Get-CsPhoneNumberPolicyAssignment", "-OutFile '%s'".formatted(untold));
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(lines(untold, person))
                .extracting(Line::sharedCalling)
                .allMatch(fact -> fact.equals(Fact.missing(
                        "phoneNumberPolicyAssignments could not be read when the file was written: Access Denied.")));
    }

    private static List<Line> lines(Path file, JsonNode person) {
        return new FileTenant(TenantFile.read(file), Clock.systemUTC())
                .ports()
                .voiceUsers()
                .read(new UserId(person.path("id").asString()))
                .orElseThrow()
                .lines()
                .known()
                .orElseThrow();
    }

    @Test
    void nothing_is_read_for_a_list_of_reads_and_nothing_is_overwritten() throws Exception {
        var there = Files.writeString(folder.resolve("there.json"), "mine");
        var listed = collect(
                "",
                "-OutFile '%s' -GraphToken $token -GraphUrl '%s' -WhatIf | Format-List".formatted(there, graph.url()));
        assertThat(listed.code()).as(listed.output()).isZero();
        assertThat(listed.output())
                .contains("Get-CsOnlineUser", "Get-CsTeamsSharedCallingRoutingPolicy", "/subscribedSkus");
        var refused = collect("", "-OutFile '%s' -GraphToken $token -GraphUrl '%s'".formatted(there, graph.url()));
        assertThat(refused.code()).isNotZero();
        assertThat(refused.output()).contains("Nothing is overwritten");
        assertThat(graph.calls()).hasValue(0);
        assertThat(there).hasContent("mine");
    }

    @Test
    void an_older_module_ends_it_before_anything_is_read() throws Exception {
        var run = collect("", "-OutFile '%s'".formatted(folder.resolve("old.json")), modules("5.9.0"));
        assertThat(run.code()).isNotZero();
        assertThat(run.output()).contains("MicrosoftTeams is 5.9.0; 6.0.0 or newer is needed");
        assertThat(folder.resolve("old.json")).doesNotExist();
    }

    @Test
    void groups_in_groups_are_collected_too_and_a_ring_of_them_ends() throws Exception {
        var groups = (ArrayNode) demo.path("groups");
        var granted = (ObjectNode) groups.get(5);
        ((ArrayNode) granted.path("members")).add("9a9a9a9a-0000-4000-8000-000000000001");
        groups.addObject()
                .put("id", "9a9a9a9a-0000-4000-8000-000000000001")
                .putArray("members")
                .add(granted.path("id"))
                .add(demo.path("users").get(0).path("id"));
        var collected = folder.resolve("collected.json");
        var run = collect("", "-OutFile '%s' -GraphToken $token -GraphUrl '%s'".formatted(collected, graph.url()));
        assertThat(run.code()).as(run.output()).isZero();
        var directory = new FileTenant(TenantFile.read(collected), Clock.systemUTC())
                .ports()
                .directory();
        var person = new UserId(demo.path("users").get(0).path("id").asString());
        var outer = new GroupId(granted.path("id").asString());
        assertThat(directory.members(outer)).contains(person);
        assertThat(directory.find(person).orElseThrow().isInOneOf(Set.of(outer)).known())
                .contains(true);
        assertThat(directory.groupsOf(person)).doesNotContain(outer);
    }

    /** A copy of the stand-in that says that it is of another version. */
    private Path modules(String version) throws IOException {
        var copy = Files.createDirectories(folder.resolve("modules/MicrosoftTeams"));
        try (var files = Files.list(MODULES.resolve("MicrosoftTeams"))) {
            for (var file : files.toList()) {
                var text = Files.readString(file);
                Files.writeString(
                        copy.resolve(file.getFileName()),
                        file.toString().endsWith(".psd1") ? text.replace("'7.9.0'", "'%s'".formatted(version)) : text);
            }
        }
        return copy.getParent();
    }

    private Run collect(String refusedCmdlet, String arguments) throws IOException, InterruptedException {
        return collect(refusedCmdlet, arguments, MODULES);
    }

    private Run collect(String refusedCmdlet, String arguments, Path modules) throws IOException, InterruptedException {
        var setUp =
                "Import-Module MicrosoftTeams; $token = ConvertTo-SecureString 'secret' -AsPlainText -Force; & '%s' %s"
                        .formatted(
                                Path.of("src/main/resources/powershell/collect.ps1")
                                        .toAbsolutePath(),
                                arguments);
        var log = folder.resolve("log.txt");
        var builder = new ProcessBuilder(
                        PwshOnPath.program().toString(), "-NoProfile", "-NonInteractive", "-Command", setUp)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PSModulePath", modules.toAbsolutePath().toString());
        builder.environment()
                .put(
                        "STANDIN_CASES",
                        Path.of("src/test/resources/collect/answers.ps1")
                                .toAbsolutePath()
                                .toString());
        builder.environment().put("STANDIN_ANSWERS", folder.toString());
        builder.environment().put("STANDIN_REFUSED", refusedCmdlet);
        var process = builder.start();
        process.getOutputStream().close();
        return new Run(process.waitFor(), Files.readString(log));
    }

    private static Shell shell(StringWriter out) {
        return new Shell(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
    }

    private static List<String> readiness(Path file) {
        var out = new StringWriter();
        CommandLineInterface.execute(FILES, shell(out), "readiness", "--tenant", file.toString(), "--format", "json");
        return ShellJson.MAPPER
                .readTree(out.toString())
                .valueStream()
                .flatMap(person -> person.properties().stream()
                        .flatMap(member -> member.getKey().equals("findings")
                                ? member.getValue()
                                        .valueStream()
                                        .map(finding -> "%s %s".formatted(person.path("user"), finding))
                                : Stream.of("%s %s".formatted(person.path("user"), member))))
                .toList();
    }

    private static final CommandEnvironment FILES = new CommandEnvironment() {
        @Override
        public ChosenTenant tenantFile(Path file) {
            var content = TenantFile.read(file);
            return new ChosenTenant(
                    new FileTenant(content, Clock.systemUTC()).ports(),
                    new JudgementSettings(Optional.empty(), false, Map.of()),
                    content.unusable(),
                    () -> {});
        }

        @Override
        public ChosenTenant configured() {
            throw new IllegalStateException();
        }

        @Override
        public List<SetupCheck> examine() {
            throw new IllegalStateException();
        }

        @Override
        public OpenRequests records(String request) {
            throw new IllegalStateException();
        }
    };
}

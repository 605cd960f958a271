package dev.linekeeper.adapter.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.BesideChat;
import dev.linekeeper.adapter.cli.ShellRun;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.conversation.fixes.GovernedChat;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.simulator.state.BehindOurBack;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Leeds at a shell, from nothing to ready: approved in chat by others, and the others' part done behind our back. */
class NewSiteInShellTest {
    private static final String ANA = "ana.ruiz@contoso.example";
    private static final String ACCOUNT = "ra-leeds@contoso.example";
    private static final String NUMBER = "+441134960100";

    private final GovernedChat chat = new GovernedChat();
    private final BesideChat shell = BesideChat.judgingAlike(chat.inMemory());

    @AfterEach
    void close() {
        chat.close();
    }

    private ShellRun run(Stream<String> arguments) {
        return ShellRun.of(shell, arguments.toArray(String[]::new));
    }

    /** A line of the checklist as scripts read it. */
    private JsonNode line(String step) {
        return run(Stream.of("site", "Leeds", "--format", "json"))
                .json()
                .path("lines")
                .valueStream()
                .filter(line -> line.path("step").asString().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private String state(String step) {
        return line(step).path("state").asString();
    }

    /** What the line says that can be asked for. */
    private String ask(String step) {
        return line(step).path("ask").get(0).asString();
    }

    private static Stream<String> words(String command, String... more) {
        return Stream.concat(Stream.of(command.split(" ")), Stream.of(more));
    }

    /** Previewed first, which asks nobody; then asked for, approved and applied. */
    private void made(String command, String... more) {
        int before = chat.requests().size();
        var plan = run(Stream.concat(words(command, more), Stream.of("--preview", "--format", "json")));
        assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
        assertThat(plan.json().path("result").asString()).isEqualTo("READY");
        assertThat(plan.json().path("steps").get(0).path("before").asString()).isEqualTo("none");
        assertThat(chat.requests()).hasSize(before);

        var asked = run(Stream.concat(words(command, more), Stream.of("--as", ANA)));
        assertThat(asked.out()).as(asked.err()).contains("Asked: SC-");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
    }

    private void said(String command, String... more) {
        var run = run(words(command, more));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
    }

    private void licensed() {
        BehindOurBack.edit(
                chat.inMemory().tenant(),
                file -> BehindOurBack.entry(file, "resourceAccounts", "userPrincipalName", ACCOUNT)
                        .put("usageLocation", "GB")
                        .putArray("assignedPlans")
                        .addObject()
                        .put("servicePlanId", "f47330e9-c134-43b3-9993-e7f004506889")
                        .put("service", "MicrosoftCommunicationsOnline")
                        .put("capabilityStatus", "Enabled"));
    }

    private void ordered() {
        BehindOurBack.edit(
                chat.inMemory().tenant(),
                file -> file.withArrayProperty("telephoneNumbers")
                        .add((ObjectNode) TenantFile.JSON.readTree("""
                            {"telephoneNumber": "%s", "numberType": "operatorConnect", "activationState": "activated",
                             "capabilities": ["voiceApplicationAssignment"], "assignmentStatus": "unassigned",
                             "assignmentTargetId": null, "isoCountryCode": "GB",
                             "numberSource": "online", "locationId": "00000000-0000-0000-0000-000000000000",
                             "supportedCustomerActions": ["locationUpdate"]}\
                            """.formatted(NUMBER))));
    }

    @Test
    void from_nothing_to_ready() {
        var begun =
                run(words("site Leeds --type operatorConnect --country GB --as " + ANA, "--place", "London office"));
        assertThat(begun.code()).as(begun.err()).isEqualTo(1);
        assertThat(begun.out()).contains("Can be asked for now", "account new UPN --site Leeds");
        assertThat(state("ACCOUNT")).isEqualTo("NOT_DONE");
        assertThat(line("ACCOUNT").path("job").asString()).isEqualTo("OURS");
        assertThat(line("LICENCE").path("ask")).isEmpty();

        made(ask("ACCOUNT").replace("UPN", ACCOUNT), "--called", "Leeds main line");
        assertThat(state("ACCOUNT")).isEqualTo("DONE");
        assertThat(state("USAGE_LOCATION")).isEqualTo("NOT_DONE");
        assertThat(line("USAGE_LOCATION").path("ask")).as("the licence team's").isEmpty();

        licensed();
        assertThat(state("LICENCE")).isEqualTo("DONE");
        assertThat(line("NUMBER").path("says").asString()).contains("Leeds main line");
        ordered();
        assertThat(ask("NUMBER")).isEqualTo("fix RES-04 --account %s --with 'Operator Connect, GB'".formatted(ACCOUNT));
        var kind = run(words("fix RES-04 --preview --account " + ACCOUNT, "--with", "Operator Connect, GB"));
        assertThat(kind.err()).as("a kind of number is a question").contains("Which one is", NUMBER);
        assertThat(kind.code()).isEqualTo(2);
        made("fix RES-04 --account %s --with %s".formatted(ACCOUNT, NUMBER));
        assertThat(state("NUMBER")).isEqualTo("DONE");
        assertThat(state("POLICY")).isEqualTo("WAITS");

        made(ask("PLACE"));
        assertThat(line("PLACE").path("says").asString()).contains("Quay Street");
        made(ask("ATTENDANT").replace(" NAME", ""), "London main line");
        assertThat(state("ATTENDANT")).isEqualTo("DONE");
        assertThat(ask("POLICY")).isEqualTo("policy new Leeds --account " + ACCOUNT);
        made(ask("POLICY"), "--callback", "+442079460130");
        assertThat(line("CALLBACKS").path("says").asString()).contains("+44 20 7946 0130");

        var read = run(words("site Leeds --format json"));
        assertThat(read.code()).isZero();
        assertThat(read.json().path("says").asString())
                .contains("Everything there is to read is done; 3 lines only people can answer");
        said(ask("OPERATOR").replace(" TEXT", ""), "they wrote so", "--as", ANA);
        said(ask("CARRIER_ADDRESS").replace(" TEXT", ""), "they wrote so", "--as", ANA);
        said(ask("TEST_CALL"), "--as", ANA);
        var call = chat.inMemory().store().testCalls().of(new PolicyName("Leeds"));
        said("test-call %s --result WORKED --as %s".formatted(call.getFirst().id(), ANA));

        var ready = run(words("site Leeds --format json"));
        assertThat(ready.json().path("says").asString())
                .contains("Everything there is to read is done. Next: enrol people with Leeds");
        assertThat(ready.json().path("lines").findValuesAsString("state"))
                .containsOnly("DONE", "ATTESTED", "NOT_NEEDED");
        assertThat(ready.json()
                        .path("lines")
                        .valueStream()
                        .flatMap(line -> line.path("ask").valueStream()))
                .isEmpty();
    }

    @Test
    void the_site_has_the_name_that_was_asked_for_and_one_that_is_there_is_not_asked_for_again() {
        var account = List.of("account", "new", "ra-london@contoso.example", "--site", "London two", "--as", ANA);

        var there = run(account.stream());

        assertThat(there.code()).as(there.err()).isZero();
        assertThat(there.out()).contains("NOTHING_TO_DO");
        assertThat(chat.requests()).isEmpty();
        var site = run(Stream.of("site", "London two", "--format", "json")).json();
        assertThat(site.path("account").asString()).isEqualTo("ra-london@contoso.example");
    }

    @ParameterizedTest
    @CsvSource({
        "account new ra-leeds@fabrikam.example --site Leeds --preview, 2, fabrikam.example is no domain of your"
                + " organisation",
        "account new leeds --site Leeds --preview, 2, no name of an account",
        "account new ra-leeds@contoso.example --site global --preview, 2, global is no name of a site",
        "account new ra-leeds@contoso.example --preview, 2, Missing required option: '--site=NAME'",
        "account new ra-leeds@contoso.example --site Leeds, 2, --as UPN",
        "account new ra-leeds@contoso.example --site Leeds --as adele.vance@contoso.example, 2, needs one of the roles",
        "account new adele.vance@contoso.example --site Leeds --preview, 1, The name adele.vance@contoso.example is"
                + " Adele Vance's.",
        "account new adele.vance@contoso.example --site Leeds --as " + ANA + ", 1, is Adele Vance's.",
        "account new ra-berlin@contoso.example;rm --site Leeds --as " + ANA + ", 2, no name of an account"
    })
    void what_cannot_be_is_said_and_neither_asked_for_nor_kept(String line, int code, String says) {
        var run = run(words(line));

        assertThat(run.out() + run.err()).contains(says).doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(code);
        assertThat(chat.requests()).isEmpty();
        assertThat(chat.inMemory().store().sites().open()).isEmpty();
    }
}

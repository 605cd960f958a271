package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.policies.PeopleUnder;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.simulator.state.AccountEdit;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies at the shell: previewed over a tenant, and asked for as somebody who might in chat. */
class PolicyInShellTest {
    private static final ChatInMemory CHAT = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    private static final String OLD = "Seattle no callback";
    private static final ChatInMemory MOVES = ChatInMemory.over(PeopleUnder.noCallback(5));

    private final int askedBefore = asked();

    @AfterAll
    static void close() {
        CHAT.close();
        MOVES.close();
    }

    private static int asked() {
        return CHAT.store().requests().latest(10).size();
    }

    @Test
    void a_preview_prints_the_plan_as_data_and_asks_nobody() {
        var run = run("policy new Leeds --account ra-london@contoso.example --callback +442079460130 --preview --format"
                + " json");

        assertThat(run.code()).as(run.err()).isZero();
        var plan = run.json();
        assertThat(plan.path("result").asString()).isEqualTo("READY");
        assertThat(plan.path("risk").asString()).isEqualTo("LOW");
        assertThat(plan.path("steps").get(0).path("step").asString()).isEqualTo("CREATE_POLICY");
        assertThat(plan.path("steps").get(0).path("before").asString()).isEqualTo("none");
        assertThat(plan.path("steps").get(0).path("after").asString())
                .isEqualTo("ra-london@contoso.example; +442079460130");
        assertThat(asked()).isEqualTo(askedBefore);
    }

    @Test
    void what_fails_is_put_right_in_a_preview_too() {
        var run = run("fix res-10 --account ra-reno@contoso.example --with Seattle --preview --format json");

        assertThat(run.code()).as(run.err()).isZero();
        var plan = run.json();
        assertThat(plan.path("fix").asString()).isEqualTo("RES-10 ra-reno@contoso.example");
        assertThat(plan.path("risk").asString()).isEqualTo("MEDIUM");
        assertThat(plan.path("steps").get(0).path("step").asString()).isEqualTo("SET_PLACE");
        assertThat(plan.path("steps").get(0).path("before").asString()).isEqualTo("none");
        assertThat(plan.path("steps").get(0).path("after").asString()).contains("Seattle office");
        assertThat(asked()).isEqualTo(askedBefore);
    }

    @Test
    void a_caller_id_policy_of_people_is_put_right_in_a_preview_too() {
        var run = ShellRun.of(
                new BesideChat(CHAT),
                "fix",
                "cli-02",
                "--account",
                "ra-seattle@contoso.example",
                "--with",
                "London main line: LineUri",
                "--preview",
                "--format",
                "json");

        assertThat(run.code()).as(run.err()).isZero();
        var step = run.json().path("steps").get(0);
        assertThat(step.path("step").asString()).isEqualTo("SET_CALLER_ID");
        assertThat(step.path("before").asString()).isEqualTo("ra-london@contoso.example");
        assertThat(step.path("after").asString()).isEqualTo("LineUri");
        assertThat(run.json().path("reasons").toString()).contains("One person has the policy");
        assertThat(asked()).isEqualTo(askedBefore);
    }

    @Test
    void what_entra_says_of_an_account_is_put_right_only_with_the_permission_for_it() {
        var annex = CHAT.tenant().content().accounts().orElseThrow().values().stream()
                .map(StoredAccount::account)
                .filter(account -> account.userPrincipalName().startsWith("ra-seattle-annex@"))
                .findFirst()
                .orElseThrow();
        CHAT.tenant().change(edit -> new AccountEdit(edit).grant(Set.of("User.ReadWrite.All")));
        CHAT.tenant().change(edit -> new AccountEdit(edit).setSignIn(annex.id(), true));
        var line = "fix RES-19 --account ra-seattle-annex@contoso.example --with blocked --preview";

        assertThat(run(line).out()).contains("SET_SIGN_IN", "allowed → blocked");
        CHAT.tenant().change(edit -> new AccountEdit(edit).grant(Set.of()));

        var refused = run(line);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("NOT_OURS", "RES-19", "User.EnableDisableAccount.All + User.Read.All");
    }

    @Test
    void a_group_is_previewed_with_whom_it_reaches_and_asked_for() {
        var plan = run("policy take seattle --group 2a38a68d-c173-5f8e-a9ef-c4b332d0e41c --preview --format json")
                .json();

        assertThat(plan.path("policy").asString()).isEqualTo("seattle");
        assertThat(plan.path("risk").asString()).isEqualTo("HIGH");
        assertThat(plan.path("steps").get(0).path("before").asString()).isEqualTo("Seattle, Rank 1");
        assertThat(plan.path("steps").get(0).path("after").asString()).isEqualTo("none");
        assertThat(plan.path("reasons").toString())
                .contains("One person has no Shared Calling policy then, instead of Seattle: Christie Cline.");
        assertThat(asked()).isEqualTo(askedBefore);

        assertThat(run("policy grant seattle --group Auditors --as ana.ruiz@contoso.example")
                        .out())
                .contains("Asked: SC-", "none → Seattle, Rank 3");
    }

    @Test
    void putting_right_is_asked_for_as_somebody_too() {
        var run = run("fix RES-14 --account ra-berlin-warehouse@contoso.example --with Berlin --as"
                + " ana.ruiz@contoso.example");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Asked: SC-", "NoPSTN → Berlin lines");
    }

    @Test
    void a_number_is_granted_a_policy_as_somebody_too() {
        var preview = run("number grant +14255550180 --policy London --preview --format json");
        assertThat(preview.code()).as(preview.err()).isZero();
        var plan = preview.json();
        assertThat(plan.path("number").asString()).isEqualTo("+14255550180");
        assertThat(plan.path("risk").asString()).isEqualTo("HIGH");
        assertThat(plan.path("steps").get(0).path("step").asString()).isEqualTo("SET_NUMBER_POLICY");
        assertThat(plan.path("steps").get(0).path("before").asString()).isEqualTo("Seattle");
        assertThat(asked()).isEqualTo(askedBefore);

        var run = run("number take +14255550180 --as ana.ruiz@contoso.example");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Asked: SC-", "Seattle → none");
    }

    @ParameterizedTest
    @CsvSource({
        "policy new X --account ra-london@contoso.example --callback +442079460172 --preview, POL-03",
        "policy change London --add-callback +442079460120 --preview, POL-07",
        "policy remove London --preview, IN_USE",
        "policy change Nowhere --description x --preview, NO_SUCH_POLICY",
        "policy grant Nowhere --group Auditors --preview, NO_SUCH_POLICY",
        "policy grant Seattle --group Auditors --rank 9 --preview, ranks go from 1 to 3",
        "policy grant Reno --group Auditors --preview, RES-10",
        "policy take London --group 2a38a68d-c173-5f8e-a9ef-c4b332d0e41c --preview, NO_PLACE",
        "fix RES-10 --account ra-reno@contoso.example --with London --preview, RES-11",
        "number grant +14255550180 --policy Reno --preview, RES-10",
        "number grant +442079460120 --policy London --preview, main number of Elvia Atkins",
        "number take +14255550191 --preview, NOT_READ"
    })
    void what_is_not_possible_is_said_with_its_rule_and_exit_code_1(String line, String says) {
        var run = run(line);

        assertThat(run.out()).as(run.err()).contains(says);
        assertThat(run.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "policy change London --description x, --as UPN",
        "policy change London --description x --as adele.vance@contoso.example, ADMIN",
        "policy change London --description x --as nobody@contoso.example, knows nobody called nobody@contoso.example",
        "policy change London --add-callback yes --preview, Which number is yes",
        "policy grant London --group Nowhere --preview, There is no group Nowhere",
        "policy grant London --preview, Which group? --group GROUP",
        "policy grant London --global --as ana.ruiz@contoso.example, -Global would make everybody call with the policy",
        "policy new X --account nobody@contoso.example --preview, no resource account",
        "number grant +14255550100 --policy London --preview, no person's number",
        "number grant banana --policy London --preview, Which number is banana",
        "number grant +14255550180 --policy Nowhere --preview, Nowhere",
        "number take +14255550180, --as UPN",
        "fix RES-17 --account ra-reno@contoso.example --with x --preview, RES-17 is not put right here",
        "fix RES-10 --account ra-reno@contoso.example --with Atlantis --preview, Which one is Atlantis"
    })
    void who_may_not_ask_and_what_is_no_input_is_said_in_one_line(String line, String says) {
        var run = run(line);

        assertThat(run.err()).contains(says).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(asked()).isEqualTo(askedBefore);
    }

    @Test
    void it_is_asked_for_as_somebody_and_others_approve() {
        var run = run("policy change London --description Riverside --as ana.ruiz@contoso.example --reason moved");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Asked: SC-", "CHANGE_POLICY", "people call under it now");
        assertThat(CHAT.store().requests().latest(1).getFirst().terms().reason())
                .isEqualTo("moved");
    }

    @Test
    void a_preview_has_the_plan_of_each_person_and_of_the_policy_after_them() {
        var run = moved("policy", "remove", OLD, "--move-to", "seattle", "--preview", "--format", "json");

        assertThat(run.code()).as(run.err()).isZero();
        var plan = run.json();
        assertThat(plan.path("result").asString()).isEqualTo("READY");
        assertThat(plan.path("to").asString()).isEqualTo("Seattle");
        assertThat(plan.path("members")).hasSize(6);
        var first = plan.path("members").get(0);
        assertThat(first.path("name").asString()).endsWith("@contoso.example");
        assertThat(first.path("steps").get(0).path("step").asString()).isEqualTo("GRANT_SC");
        assertThat(first.path("steps").get(0).path("before").asString()).isEqualTo(OLD);
        var last = plan.path("members").get(5);
        assertThat(last.path("name").asString()).isEqualTo(OLD);
        assertThat(last.path("steps").get(0).path("step").asString()).isEqualTo("REMOVE_POLICY");
        assertThat(batches()).isEmpty();
    }

    @Test
    void a_rename_is_previewed_as_the_new_policy_its_people_and_the_old_one() {
        var run = moved("policy", "rename", OLD, "Seattle HQ", "--preview", "--format", "csv");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("CREATE_POLICY", "GRANT_SC", "REMOVE_POLICY");
        assertThat(run.out().indexOf("CREATE_POLICY")).isLessThan(run.out().indexOf("GRANT_SC"));
        assertThat(run.out().lastIndexOf("GRANT_SC")).isLessThan(run.out().indexOf("REMOVE_POLICY"));
    }

    @Test
    void what_keeps_people_or_the_policy_is_said_with_exit_code_1() {
        var group = moved("policy", "remove", "London", "--move-to", "Seattle", "--preview");
        assertThat(group.out()).as(group.err()).contains("NOT_MOVED", "London shared calling");
        assertThat(group.code()).isEqualTo(1);

        var callbacks = moved("policy", "rename", "Berlin", "Berlin HQ", "--preview");
        assertThat(callbacks.out()).as(callbacks.err()).contains("RULES", "POL-08");
        assertThat(callbacks.code()).isEqualTo(1);
    }

    @Test
    void what_is_no_input_is_said_in_one_line() {
        var nowhere = moved("policy", "remove", OLD, "--move-to", "Nowhere", "--preview");
        assertThat(nowhere.err())
                .contains("no Shared Calling policy named Nowhere")
                .hasLineCount(1);
        assertThat(nowhere.code()).isEqualTo(2);

        var nobody = moved("policy", "rename", OLD, "Seattle HQ", "--as", "adele.vance@contoso.example");
        assertThat(nobody.err()).contains("ADMIN").hasLineCount(1);
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(batches()).isEmpty();
    }

    @Test
    void it_is_asked_for_as_somebody_as_one_request() {
        try (var chat = ChatInMemory.over(PeopleUnder.noCallback(3))) {
            var run = ShellRun.of(
                    new BesideChat(chat),
                    "policy",
                    "remove",
                    OLD,
                    "--move-to",
                    "Seattle",
                    "--as",
                    "ana.ruiz@contoso.example",
                    "--reason",
                    "closes");

            assertThat(run.code()).as(run.err()).isZero();
            Batch batch = chat.store().batches().latest(Optional.empty(), 9).getFirst();
            assertThat(run.out()).contains("Asked: " + batch.id(), "3 ×");
            assertThat(batch.terms().reason()).isEqualTo("closes");
            assertThat(batch.terms().plan().members()).isEqualTo(4);
        }
    }

    private static ShellRun moved(String... words) {
        return ShellRun.of(new BesideChat(MOVES), words);
    }

    private static List<Batch> batches() {
        return MOVES.store().batches().latest(Optional.empty(), 9);
    }

    private static ShellRun run(String line) {
        return ShellRun.of(new BesideChat(CHAT), line.split(" "));
    }
}

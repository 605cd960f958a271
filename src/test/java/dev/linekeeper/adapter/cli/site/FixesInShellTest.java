package dev.linekeeper.adapter.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.BesideChat;
import dev.linekeeper.adapter.cli.ShellRun;
import dev.linekeeper.conversation.fixes.GovernedChat;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.simulator.state.CatalogueEdit;
import dev.linekeeper.simulator.state.NumberEdit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Fixes of policies and of an account's number at a shell: previewed, asked for, approved in chat and applied. */
class FixesInShellTest {
    private static final EmergencyNumber ROUTED = new EmergencyNumber("999", "112", Optional.of("UK-Emergency"));

    private final GovernedChat chat = new GovernedChat();
    private final BesideChat shell = BesideChat.judgingAlike(chat.inMemory());

    @AfterEach
    void close() {
        chat.close();
    }

    private ShellRun run(String line) {
        return ShellRun.of(shell, line.split(" "));
    }

    /** The first step of the plan, of which the preview asks nobody. */
    private JsonNode previewed(String fix) {
        var run = run(fix + " --preview --format json");
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.json().path("result").asString()).isEqualTo("READY");
        assertThat(chat.requests()).isEmpty();
        return run.json().path("steps").get(0);
    }

    private void applied(String fix) {
        var run = run(fix + " --as ana.ruiz@contoso.example");
        assertThat(run.out()).as(run.err()).contains("Asked: SC-");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
    }

    private void free() {
        chat.inMemory()
                .tenant()
                .change(edit -> new NumberEdit(edit).release(PhoneNumber.of("+14255550115"), NumberType.CALLING_PLAN));
    }

    @Test
    void an_emergency_policy_whose_calls_would_leave_by_a_route_is_put_right() {
        chat.inMemory()
                .tenant()
                .change(edit -> new CatalogueEdit(edit).dials(new PolicyName("Emergency-UK"), List.of(ROUTED)));
        String fix = "fix emg-02 --account ra-london@contoso.example --with Emergency-UK";

        var step = previewed(fix);
        assertThat(step.path("step").asString()).isEqualTo("SET_EMERGENCY_ROUTING");
        assertThat(step.path("before").asString()).isEqualTo("999 [112] (UK-Emergency)");
        assertThat(step.path("after").asString()).isEqualTo("999 [112]");
        assertThat(run(fix + " --preview").out()).contains("people have the policy");

        applied(fix);
        var again = run(fix + " --preview");
        assertThat(again.out()).contains("NOTHING_TO_DO");
        assertThat(again.code()).isZero();
    }

    @Test
    void a_voice_routing_policy_without_usages_is_made_where_it_is_missing() {
        chat.inMemory()
                .tenant()
                .change(edit -> edit.policies(PolicyKind.VOICE_ROUTING)
                        .removeIf(it -> it.path("Identity").asString("").equals("Tag:NoPSTN")));
        String fix = "fix VRP-01 --account ra-seattle@contoso.example --with NoPSTN";

        var step = previewed(fix);
        assertThat(step.path("step").asString()).isEqualTo("SET_EMPTY_ROUTING");
        assertThat(step.path("before").asString()).isEqualTo("none");
        assertThat(step.path("after").asString()).isEqualTo("NoPSTN");

        applied(fix);
        assertThat(run(fix + " --preview").err()).contains("VRP-01 is not known to fail for Seattle main line");
    }

    @Test
    void an_account_without_a_number_is_given_one_that_is_free() {
        free();
        String fix = "fix RES-04 --account ra-denver@contoso.example --with +14255550115";

        var step = previewed(fix);
        assertThat(step.path("step").asString()).isEqualTo("SET_ACCOUNT_NUMBER");
        assertThat(step.path("target").asString()).isEqualTo("ra-denver@contoso.example");
        assertThat(step.path("after").asString()).isEqualTo("+14255550115");

        applied(fix);
        assertThat(chat.account("ra-denver").number().known().orElseThrow()).contains(PhoneNumber.of("+14255550115"));
    }

    @ParameterizedTest
    @CsvSource({
        "fix RES-04 --account ra-denver@contoso.example --with 0115, 2, Which one is 0115? These fit: +14255550115",
        "fix RES-04 --account ra-denver@contoso.example --with banana, 2, Which one is banana? These fit: +14255550115",
        "fix RES-04 --account ra-denver@contoso.example --with +14255550100, 1, is not free",
        "fix RES-04 --account ra-denver@contoso.example --with +442079460130, 1, the usage location of Denver",
        "fix EMG-02 --account ra-london@contoso.example --with Emergency-UK, 0, NOTHING_TO_DO",
        "fix EMG-02 --account ra-seattle@contoso.example --with Emergency-Mars, 2, settings name no emergency call"
                + " routing",
        "fix EMG-04 --account ra-berlin@contoso.example --with x, 2, EMG-04 is not put right here",
        "fix VRP-01 --account ra-london@contoso.example --with Nowhere, 2, VRP-01 is not known to fail"
    })
    void what_is_not_to_be_had_or_does_not_fail_is_said_and_nobody_is_asked(String line, int code, String says) {
        free();
        var run = run(line + " --preview");

        assertThat(run.out() + run.err()).contains(says).doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(code);
        assertThat(chat.requests()).isEmpty();
    }
}

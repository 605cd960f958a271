package dev.linekeeper.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PlanScriptTest {
    private static final UserId ADELE = new UserId("439c272f-f89f-5cd1-b4af-06251327c7f3");
    private static final Pattern GRANT = Pattern.compile("-PolicyName (.*) \\}\n", Pattern.DOTALL);

    @Test
    void steps_stand_in_the_plans_order_and_the_verification_is_not_among_them() {
        var script = script(plan("London", "Old routes"), 0).text();

        assertThat(script.lines()
                        .filter(line -> line.strip().startsWith("Write "))
                        .map(String::strip))
                .containsExactly(
                        "Write  = { Remove-CsPhoneNumberAssignment -Identity $Person -PhoneNumber '+14255550101;ext=12'"
                                + " -PhoneNumberType DirectRouting }",
                        "Write  = { Set-CsPhoneNumberAssignment -Identity $Person -EnterpriseVoiceEnabled $true }",
                        "Write  = { Grant-CsOnlineVoiceRoutingPolicy -Identity $Person -PolicyName $null }",
                        "Write  = { Grant-CsTeamsSharedCallingRoutingPolicy -Identity $Person -PolicyName 'London' }");
        assertThat(script)
                .contains("Before = 'Old routes'", "Read   = { Get-NumberState '+14255550101;ext=12' }")
                .doesNotContain("VERIFY");
    }

    @Test
    void steps_that_are_done_are_left_out_and_the_others_keep_their_numbers() {
        var script = script(plan("London", "Old routes"), 3).text();

        assertThat(script.lines().filter(line -> line.contains("Number = ")))
                .singleElement()
                .asString()
                .contains("4");
    }

    @Test
    void a_script_asks_for_what_it_needs_before_it_does_anything() {
        assertThat(script(plan("London", "Old routes"), 0).text())
                .startsWith("#Requires -Version 7.2\n"
                        + "#Requires -Modules @{ModuleName='MicrosoftTeams';ModuleVersion='6.0.0'}\n")
                .containsSubsequence(
                        "# .SYNOPSIS\n# Enrol Adele",
                        "; ./SC-1042.ps1 -WhatIf",
                        "[CmdletBinding(SupportsShouldProcess)]",
                        "$ErrorActionPreference = 'Stop'",
                        "$Request = 'SC-1042'",
                        "$Tenant = '7c1b'",
                        "$PSDefaultParameterValues",
                        "Start-Transcript",
                        "& $Step.Write",
                        "ShouldProcess",
                        "Invoke-Plan @(\n");
    }

    /** What a name says can be read back out of the literal, whatever it is made of; and it ends where it should. */
    @Test
    void no_name_is_ever_anything_but_text() {
        var random = new Random(1042);
        var alphabet = "ab '\"`$(){};|&#<>@%\u2018\u2019\u201A\u201B\u201C\u201D\u2013é\uD83D\uDE00"
                .codePoints()
                .toArray();
        for (int run = 0; run < 2_000; run++) {
            var name = IntStream.range(0, 1 + random.nextInt(12))
                    .map(_ -> alphabet[random.nextInt(alphabet.length)])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            if (name.isBlank()) {
                continue;
            }
            var policy = new PolicyName("x" + name);
            var text = script(plan(policy.value(), "before" + name), 0).text();

            var literal = text.lines()
                    .filter(line -> line.contains("Grant-CsTeamsSharedCallingRoutingPolicy -Id"))
                    .map(line -> GRANT.matcher(line + "\n"))
                    .filter(java.util.regex.Matcher::find)
                    .map(found -> found.group(1))
                    .toList();
            assertThat(literal).singleElement().extracting(PlanScriptTest::read).isEqualTo(policy.value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nRemove-Item x", "a\rb", "a\u0000b", "a\u2028b", "a\u202Eb", "a\u0085b", "a\uD800b"})
    void what_could_end_a_line_or_hide_text_is_not_written_at_all(String name) {
        assertThat(PlanScript.unwritable(plan(name, "London"))).map(Step::name).contains(StepName.GRANT_SC);
        assertThat(PlanScript.unwritable(plan("London", name))).map(Step::name).contains(StepName.RESTORE_VRP);
        assertThatThrownBy(() -> PowerShellText.quoted(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_number_of_a_type_powershell_has_no_word_for_is_not_written() {
        var release = new Change.ReleaseNumber(ADELE, PhoneNumber.of("+14255550101"), NumberType.OTHER);

        assertThat(PlanScript.unwritable(plan(List.of(step(StepName.RELEASE_NUMBER, release)), "London")))
                .isPresent();
        assertThat(PlanScript.unwritable(plan("London", "Old routes"))).isEmpty();
    }

    /** Grants and what undoes them: the cmdlet for dial-out is not called as its policies are (row S14). */
    @ParameterizedTest
    @EnumSource
    void every_grant_is_by_a_documented_cmdlet(PolicyKind kind) throws IOException {
        var grant = new Change.GrantPolicy(ADELE, kind, new PolicyName("A"));
        var cmdlets = Pattern.compile("Grant-Cs\\w+")
                .matcher(script(plan(List.of(step(StepName.GRANT_SC, grant)), "London"), 0)
                        .text())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        var documented = JsonMapper.shared()
                .readTree(Files.readString(Path.of("src/test/resources/powershell/teams-cmdlets.json")));

        assertThat(cmdlets)
                .singleElement()
                .satisfies(cmdlet -> assertThat(documented.propertyNames()).contains(cmdlet));
    }

    @Test
    void a_comment_is_one_line_whatever_people_wrote() {
        var script = new PlanScript(
                new RequestId(1042),
                plan("London", "Old routes"),
                "Adele\nVance",
                Optional.empty(),
                0,
                List.of("because\r\nRemove-Item / -Recurse\u2028Stop-Computer #> \u202Etxet", ""),
                step -> step.name().name());

        assertThat(script.text().lines().filter(line -> line.contains("Remove-Item") || line.contains("Stop-Computer")))
                .singleElement()
                .asString()
                .isEqualTo("# because  Remove-Item / -Recurse Stop-Computer #>  txet");
    }

    /** Reads a literal as PowerShell does: any single quote ends it unless another one follows at once. */
    private static String read(String literal) {
        var quotes = "'\u2018\u2019\u201A\u201B";
        assertThat(quotes.indexOf(literal.charAt(0))).isNotNegative();
        var text = new StringBuilder();
        for (int at = 1; at < literal.length(); at++) {
            char here = literal.charAt(at);
            if (quotes.indexOf(here) < 0) {
                text.append(here);
            } else if (at + 1 < literal.length() && quotes.indexOf(literal.charAt(at + 1)) >= 0) {
                text.append(literal.charAt(++at));
            } else {
                assertThat(literal.substring(at + 1))
                        .as("what follows the literal %s", literal)
                        .isEmpty();
                return text.toString();
            }
        }
        throw new AssertionError("The literal does not end: " + literal);
    }

    private static PlanScript script(Plan plan, int done) {
        return new PlanScript(
                new RequestId(1042),
                plan,
                "Adele Vance",
                Optional.of("7c1b"),
                done,
                List.of("Enrol Adele"),
                step -> step.name().name());
    }

    static Plan plan(String policy, String routes) {
        return plan(
                List.of(
                        step(
                                StepName.RELEASE_NUMBER,
                                new Change.ReleaseNumber(
                                        ADELE, PhoneNumber.of("+14255550101;ext=12"), NumberType.DIRECT_ROUTING)),
                        step(StepName.EV_ON, new Change.SwitchVoice(ADELE, true)),
                        step(StepName.RESTORE_VRP, new Change.RevokePolicy(ADELE, PolicyKind.VOICE_ROUTING)),
                        step(
                                StepName.GRANT_SC,
                                new Change.GrantPolicy(ADELE, PolicyKind.SHARED_CALLING, new PolicyName(policy))),
                        new Step(StepName.VERIFY, Optional.empty(), "", "", "")),
                routes);
    }

    private static Plan plan(List<Step> steps, String routes) {
        var before = new PersonState(
                true,
                List.of(),
                Map.of(
                        PolicyKind.VOICE_ROUTING,
                        new EffectivePolicy(
                                new PolicyName(routes),
                                EffectivePolicy.Origin.DIRECT,
                                Optional.empty(),
                                Optional.empty())));
        return new Plan(
                ADELE,
                Purpose.ENROL,
                Optional.of(new PolicyName("London")),
                steps,
                before,
                new Risk(Risk.RiskLevel.LOW, List.of()),
                List.of(),
                "f".repeat(64));
    }

    private static Step step(StepName name, Change change) {
        return new Step(name, Optional.of(change), "London", "none", "London");
    }
}

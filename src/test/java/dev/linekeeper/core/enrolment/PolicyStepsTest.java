package dev.linekeeper.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A kind of policy that plans change is known wherever plans go: what is forgotten is named here. */
class PolicyStepsTest {
    static Stream<PolicyKind> changedByPlans() {
        return Arrays.stream(PolicyKind.values())
                .filter(kind -> PolicySteps.of(kind).isPresent());
    }

    @ParameterizedTest
    @MethodSource("changedByPlans")
    void the_state_before_is_captured(PolicyKind kind) {
        assertThat(PersonState.CAPTURED).contains(kind);
    }

    @ParameterizedTest
    @MethodSource("changedByPlans")
    void a_grant_and_its_undo_have_names_of_their_own(PolicyKind kind) {
        var steps = PolicySteps.of(kind).orElseThrow();
        var grant = new Change.GrantPolicy(new UserId("u"), kind, new PolicyName("P"));

        assertThat(steps.name(grant, false)).isNotEqualTo(steps.name(grant, true));
        assertThat(names(kind)).doesNotContainAnyElementsOf(namesOfOthers(kind));
    }

    @ParameterizedTest
    @MethodSource("changedByPlans")
    void it_is_granted_after_numbers_and_voice_and_shared_calling_last(PolicyKind kind) {
        int sharedCalling =
                PolicySteps.of(PolicyKind.SHARED_CALLING).orElseThrow().order();

        assertThat(PolicySteps.of(kind).orElseThrow().order()).isBetween(3, sharedCalling);
    }

    /** Shared Calling alone may be granted without a word: it is what the plan is for. */
    @ParameterizedTest
    @MethodSource("changedByPlans")
    void an_approver_is_told_that_it_changes(PolicyKind kind) {
        var before = new PersonState(true, List.of(), Map.of());
        var grant = new Change.GrantPolicy(new UserId("u"), kind, new PolicyName("P"));

        var risk = RiskAssessment.of(
                List.of(grant), before, ContosoFixture.contoso().build(), EmergencyLevel.NOTHING_FOUND);

        assertThat(kind == PolicyKind.SHARED_CALLING || risk.level() != Risk.RiskLevel.LOW)
                .as("%s has a reason in Risks", kind)
                .isTrue();
    }

    /** An exported script calls the cmdlet by the kind's type, so the two have to go together. */
    @ParameterizedTest
    @MethodSource("changedByPlans")
    void the_powershell_host_may_grant_it(PolicyKind kind) {
        assertThat(text("/powershell/host.ps1")).contains("'Grant-Cs%s'".formatted(kind.type()));
    }

    @ParameterizedTest
    @EnumSource(StepName.class)
    void every_step_is_said_in_every_language(StepName step) {
        for (var bundle : List.of("messages", "messages_de", "messages_fr")) {
            assertThat(messages(bundle)).as(bundle).containsKey("plan.step." + step.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_de", "messages_fr"})
    void no_step_is_said_that_there_is_not(String bundle) {
        assertThat(messages(bundle).stringPropertyNames().stream().filter(key -> key.startsWith("plan.step.")))
                .hasSameSizeAs(StepName.values());
    }

    @Test
    void plans_change_three_kinds() {
        assertThat(changedByPlans())
                .containsExactly(
                        PolicyKind.SHARED_CALLING, PolicyKind.VOICE_ROUTING, PolicyKind.EMERGENCY_CALL_ROUTING);
    }

    private static List<StepName> namesOfOthers(PolicyKind kind) {
        return changedByPlans()
                .filter(other -> other != kind)
                .flatMap(other -> names(other).stream())
                .toList();
    }

    private static List<StepName> names(PolicyKind kind) {
        var steps = PolicySteps.of(kind).orElseThrow();
        var grant = new Change.GrantPolicy(new UserId("u"), kind, new PolicyName("P"));
        var revoke = new Change.RevokePolicy(new UserId("u"), kind);
        return Stream.of(false, true)
                .flatMap(undo -> Stream.of(steps.name(grant, undo), steps.name(revoke, undo)))
                .toList();
    }

    private static Properties messages(String bundle) {
        var messages = new Properties();
        try {
            messages.load(new StringReader(text("/i18n/%s.properties".formatted(bundle))));
            return messages;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(String resource) {
        try (var file = PolicyStepsTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

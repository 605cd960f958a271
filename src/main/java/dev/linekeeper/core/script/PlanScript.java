package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.comment;
import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.person.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An approved plan as a script for PowerShell 7: what is left of it, in the plan's order. Each step compares before it
 * writes and reads back afterwards; the answer file it leaves says what became of each. The script is text made from
 * the plan alone, so the same request always gives the same script.
 *
 * @param called how the person is called, of which the script says when Teams calls them otherwise, or the policy
 * @param tenantId the Entra tenant it is for; without it the script does not check where it is signed in
 * @param done how many steps are through already
 * @param header what stands above it for people: who asked, who approved, what changes, what to beware of
 * @param words a step in words
 */
public record PlanScript(
        RequestId request,
        Plan plan,
        String called,
        Optional<String> tenantId,
        int done,
        List<String> header,
        Function<Step, String> words) {
    private static final String REQUIRES = """
        #Requires -Version 7.2
        #Requires -Modules @{ModuleName='MicrosoftTeams';ModuleVersion='%s'}

        """.formatted(PublishedData.OLDEST_MODULE);

    private static final String HELP = fixed("help.ps1");
    private static final String STEPS = fixed("steps.ps1");
    private static final String PARAMETERS = fixed("parameters.ps1");

    public PlanScript {
        header = List.copyOf(header);
    }

    /** The first step that cannot be written into a script; empty when all can. */
    public static Optional<Step> unwritable(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.fix().filter(fix -> !isWritable(fix)).isPresent()
                        || step.groupGrant().stream()
                                .flatMap(change -> Stream.of(change.before(), change.after()))
                                .flatMap(Optional::stream)
                                .anyMatch(grant -> !PowerShellText.isWritable(grant.text()))
                        || step.policyChange().stream()
                                .flatMap(ScriptedPolicyChange::texts)
                                .anyMatch(text -> !PowerShellText.isWritable(text))
                        || step.change()
                                .filter(change -> !isWritable(plan, change))
                                .isPresent())
                .findFirst();
    }

    private static boolean isWritable(Fix<?> fix) {
        return PowerShellText.isWritable(fix.toString()) && ScriptedFix.of(fix).isPresent();
    }

    private static boolean isWritable(Plan plan, Change change) {
        return ScriptedStep.hasCommand(change)
                && Stream.concat(Stream.of(plan.person().value()), ScriptedStep.texts(plan, change))
                        .allMatch(PowerShellText::isWritable);
    }

    /** The request and {@code .ps1}, such as {@code SC-1001.ps1}. */
    public String fileName() {
        return request + ".ps1";
    }

    /** The script itself; lines end as on Linux, which PowerShell reads everywhere. */
    public String text() {
        var script = new StringBuilder(REQUIRES);
        script.append("# .SYNOPSIS\n");
        for (int at = 0; at < header.size(); at++) {
            script.append(at == 2 ? "# .DESCRIPTION\n" : "")
                    .append(comment(header.get(at)))
                    .append('\n');
        }
        script.append(HELP.replace("{file}", fileName()).replace("{request}", request.toString()))
                .append('\n')
                .append(PARAMETERS)
                .append('\n');
        variable(script, "Request", request.toString());
        variable(script, "Fingerprint", plan.fingerprint());
        variable(script, "Tenant", tenantId.orElse(""));
        script.append(ScriptedSubject.of(plan, called))
                .append('\n')
                .append(STEPS)
                .append("\nInvoke-Plan @(\n");
        IntStream.range(done, plan.steps().size())
                .forEach(at -> step(script, at, plan.steps().get(at)));
        return script.append(")\n").toString();
    }

    static void variable(StringBuilder script, String name, String value) {
        script.append("$%s = %s%n".formatted(name, quoted(value)).replace("\r\n", "\n"));
    }

    private void step(StringBuilder script, int at, Step step) {
        step.change()
                .map(change -> ScriptedStep.of(plan, change))
                .or(() -> step.policyChange().map(ScriptedPolicyChange::of))
                .or(() -> step.fix().flatMap(ScriptedFix::of))
                .or(() -> step.groupGrant().map(ScriptedGroupGrant::of))
                .ifPresent(it -> script.append("""
                        @{
                            Number = %d
                            Name   = %s
                            What   = %s
                            Read   = { %s }
                            Before = %s
                            After  = %s
                            Voice  = %s
                            Write  = { %s }
                            Undo   = %s
                        }
                    """.formatted(
                                at + 1,
                                quoted(step.name().name()),
                                quoted(words.apply(step)),
                                it.read(),
                                quoted(it.before()),
                                quoted(it.after()),
                                quoted(it.voice()),
                                it.write(),
                                quoted(it.undo()))));
    }

    static String fixed(String name) {
        try (var in = Objects.requireNonNull(PlanScript.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s inside the program cannot be read".formatted(name), unreadable);
        }
    }
}

package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.readiness.Finding;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Answers what is configured for emergency calls, of a person or of everybody under a policy. Never says that one will work. */
@Command(name = "emergency", mixinStandardHelpOptions = true, description = "What is configured for emergency calls.")
final class EmergencyCommand implements Callable<Integer> {
    private final Surroundings around;
    private final Shell shell;

    @Mixin
    private TenantOptions tenant = new TenantOptions();

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(names = "--format", paramLabel = "FORMAT", description = "TABLE or JSON; default TABLE")
    private Format format = Format.TABLE;

    static final class Subject {
        @Option(names = "--user", paramLabel = "UPN", description = "who calls")
        private @Nullable String user;

        @Option(names = "--policy", paramLabel = "NAME", description = "a Shared Calling policy")
        private @Nullable String policy;
    }

    EmergencyCommand(Surroundings around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (format == Format.CSV) {
            throw new CommandFault("emergency prints TABLE or JSON");
        }
        return tenant.look(around, this::answer);
    }

    private int answer(Look look) {
        var user = subject.user;
        return user != null
                ? person(new Answers(look).of(look.person(user)))
                : policy(look, String.valueOf(subject.policy));
    }

    private int person(Judged judged) {
        var emergency = judged.emergency();
        var checks = emergencyChecks(judged.report().findings());
        if (format == Format.JSON) {
            var json = new Json(shell.wording());
            print(Json.MAPPER
                    .createObjectNode()
                    .put("user", judged.user())
                    .put("because", shell.wording().apply(emergency.because()))
                    .set("emergencyCallerId", json.emergency(emergency))
                    .set("findings", json.findings(checks)));
            return 0;
        }
        shell.out()
                .println("%s: %s %s (callback %s, confidence %s)"
                        .formatted(
                                shell.paint().bold(judged.user()),
                                emergency.kind(),
                                emergency.numbers().stream()
                                        .map(PhoneNumber::toString)
                                        .collect(Collectors.joining(", ")),
                                emergency.callback(),
                                emergency.confidence()));
        shell.out().println(Paint.paragraph("  ", shell.wording().apply(emergency.because())));
        emergency
                .caveats()
                .forEach(caveat -> shell.out()
                        .println(Paint.paragraph("  ! ", shell.wording().apply(caveat))));
        new Reasons(shell).print(worthTelling(checks));
        return 0;
    }

    private int policy(Look look, String name) {
        PolicyName policy = look.sharedCalling(name);
        var report = Readiness.policy(policy, look.tenant(), look.settings());
        if (format == Format.JSON) {
            print(Json.MAPPER
                    .createObjectNode()
                    .put("policy", policy.value())
                    .set("findings", new Json(shell.wording()).findings(report.findings())));
            return 0;
        }
        shell.out().println(shell.paint().bold(policy.value()));
        new Reasons(shell).print(worthTelling(report.findings()));
        return 0;
    }

    private void print(JsonNode answer) {
        shell.out().println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    }

    private static <S> List<Finding<S>> emergencyChecks(List<Finding<S>> findings) {
        return findings.stream()
                .filter(finding -> finding.rule().id().family().equals("EMG"))
                .toList();
    }

    private static <S> List<Finding<S>> worthTelling(List<Finding<S>> findings) {
        return findings.stream()
                .filter(finding -> finding.outcome() != Outcome.PASS && finding.outcome() != Outcome.NA)
                .toList();
    }
}

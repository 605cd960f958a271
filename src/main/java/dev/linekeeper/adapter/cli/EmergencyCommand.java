package dev.linekeeper.adapter.cli;

import dev.linekeeper.chat.Emergencies;
import dev.linekeeper.chat.PolicyEmergencies;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.tenant.Person;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers what is configured for emergency calls, of a person or of everybody under a policy. Never says that one will work. */
@Command(name = "emergency", mixinStandardHelpOptions = true, description = "What is configured for emergency calls.")
final class EmergencyCommand implements Callable<Integer> {
    private final Surroundings around;
    private final Shell shell;

    @Mixin
    private TenantOptions tenant = new TenantOptions();

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(names = "--dial", paramLabel = "DIGITS", description = "also what happens if the person dials this")
    private @Nullable String digits;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default TABLE")
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
        return tenant.look(around, this::answer);
    }

    private int answer(Look look) {
        var user = subject.user;
        return user != null ? person(look, look.person(user)) : policy(look, String.valueOf(subject.policy));
    }

    private int person(Look look, Person person) {
        var view = EmergencyView.of(person, look.tenant(), look.settings());
        var dialled = Optional.ofNullable(digits);
        switch (format) {
            case TABLE -> new AnswerText(shell).print(Emergencies.of(person.displayName(), view, dialled));
            case JSON ->
                shell.out().println(Json.pretty(new EmergencyJson(shell.wording()).person(person, view, dialled)));
            case CSV -> new EmergencyCsv(new Csv(shell.out()), shell.wording()).person(person, view);
        }
        return 0;
    }

    private int policy(Look look, String name) {
        if (digits != null) {
            throw new CommandFault("--dial goes with --user: who dials decides what happens");
        }
        var view = PolicyEmergencyView.of(look.sharedCalling(name), look.tenant(), look.settings());
        switch (format) {
            case TABLE -> new AnswerText(shell).print(PolicyEmergencies.of(view));
            case JSON -> shell.out().println(Json.pretty(new EmergencyJson(shell.wording()).policy(view)));
            case CSV -> new EmergencyCsv(new Csv(shell.out()), shell.wording()).policy(view);
        }
        return 0;
    }
}

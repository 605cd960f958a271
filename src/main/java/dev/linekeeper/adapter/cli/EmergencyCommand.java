package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.EmergencyOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.chat.cards.EmergencyCards;
import dev.linekeeper.chat.cards.PolicyEmergencyCards;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers what is configured for emergency calls, of a person or of everybody under a policy. Never says that one will work. */
@Command(name = "emergency", description = "What is configured for emergency calls.")
final class EmergencyCommand extends TenantCommand {
    @ArgGroup(multiplicity = "1")
    private EmergencySubject subject = new EmergencySubject();

    @Option(names = "--dial", paramLabel = "DIGITS", description = "also what happens if the person dials this")
    private @Nullable String digits;

    static final class EmergencySubject {
        @Option(names = "--user", paramLabel = "UPN", description = "who calls")
        private @Nullable String user;

        @Option(names = "--policy", paramLabel = "NAME", description = "a Shared Calling policy")
        private @Nullable String policy;
    }

    EmergencyCommand(CommandEnvironment around, Shell shell) {
        super(around, shell, true);
    }

    @Override
    protected int answer(TenantSession look) {
        var user = subject.user;
        return user != null ? person(look, look.person(user)) : policy(look, String.valueOf(subject.policy));
    }

    private int person(TenantSession look, Person person) {
        var audit = look.readiness().audit(person);
        var view = EmergencyView.of(audit);
        var about = AttestedCase.of(audit.subject());
        var dialled = Optional.ofNullable(digits);
        print(
                () -> {
                    var card = look.said().on(EmergencyCards.of(person.displayName(), view, dialled), about);
                    new CardText(shell()).print(look.said().on(person.id(), card));
                },
                () -> {
                    var answer = EmergencyOutput.json(person, view, dialled);
                    answer.put("findings", look.said().on(view.checks(), about));
                    return look.said().into(person.id(), answer);
                },
                csv -> EmergencyOutput.csv(csv, person, view));
        return 0;
    }

    private int policy(TenantSession look, String name) {
        if (digits != null) {
            throw new BadInput("--dial goes with --user: who dials decides what happens");
        }
        var report = look.readiness().policy(look.sharedCalling(name));
        var view = PolicyEmergencyView.of(report);
        var about = Optional.of(AttestedCase.of(report.subject()));
        print(
                () -> new CardText(shell()).print(look.said().on(PolicyEmergencyCards.of(view), about)),
                () -> ShellJson.members(
                        "policy", view.policy(),
                        "verdict", EmergencyOutput.verdict(view.verdict()),
                        "sharedNumber", view.sharedNumber(),
                        "callbacks", view.callbacks(),
                        "routing", view.routing(),
                        "numbers", view.dialling(),
                        "sites", Entries.all(view.sites(), all -> all),
                        "findings", look.said().on(view.checks(), about)),
                csv -> EmergencyOutput.csv(csv, view));
        return 0;
    }
}

package dev.linekeeper.adapter.cli.attestation;

import dev.linekeeper.adapter.cli.command.ActingPerson;
import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenAttestations;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.attestation.AttestationTexts;
import dev.linekeeper.core.attestation.AttestableRules;
import dev.linekeeper.core.attestation.EvidenceLink;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.AttestationDesk.Statement;
import dev.linekeeper.service.attestation.AttestationResult;
import dev.linekeeper.service.attestation.AttestationResult.Attested;
import dev.linekeeper.service.attestation.AttestationResult.TakenBack;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Attests in the name of a person, who needs the role they would need in chat, or takes it back. */
@Command(
        name = "attest",
        mixinStandardHelpOptions = true,
        description = {
            "Says what no API tells, such as that an operator supports Shared Calling; no rule passes by it.",
            "Exit code 1 when nothing was kept."
        })
public final class AttestCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Parameters(paramLabel = "RULE", description = "the rule it answers, such as RES-18")
    private String rule = "";

    @Option(
            names = "--for",
            required = true,
            paramLabel = "NAME",
            description = "a Shared Calling policy or a resource account")
    private String subject = "";

    @Option(names = "--because", paramLabel = "TEXT", description = "what is known, and from whom")
    private String reason = "";

    @Option(names = "--until", paramLabel = "DAY", description = "the last day, such as 2027-03-01; else as is usual")
    private @Nullable LocalDate until;

    @Option(names = "--evidence", paramLabel = "ADDRESS", description = "where it is written, https; never opened")
    private @Nullable String evidence;

    @Option(names = "--withdraw", description = "takes back what was attested")
    private boolean withdraw;

    @Mixin
    private ActingPerson acting = new ActingPerson();

    /** Over what the program gives its commands. */
    public AttestCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        RuleId meant = AttestableRules.written(rule)
                .orElseThrow(() -> new BadInput(
                        "%s is none of the rules that ask a person: %s".formatted(rule, AttestableRules.all())));
        if (reason.isBlank() && !withdraw) {
            throw new BadInput("Why? --because TEXT");
        }
        var link = Optional.ofNullable(evidence)
                .map(written -> EvidenceLink.of(written)
                        .orElseThrow(() -> new BadInput("%s is no https address".formatted(written))));
        try (var open = around.attestations(withdraw ? "withdraw" : "attest")) {
            UserId person = open.permitted(acting, "attest", open.roles().attesting());
            var about = open.named(subject)
                    .orElseThrow(() -> new BadInput(
                            "There is no Shared Calling policy and no resource account called %s".formatted(subject)));
            var result = withdraw
                    ? open.desk().withdraw(meant, about, person)
                    : open.desk().attest(meant, about, new Statement(person, Optional.ofNullable(until), reason, link));
            note(open, person, result);
            var said = AttestationTexts.note(result);
            new CardText(shell).print(said);
            return result instanceof Attested || result instanceof TakenBack ? 0 : 1;
        }
    }

    private static void note(OpenAttestations open, UserId person, AttestationResult result) {
        var kept = switch (result) {
            case Attested(var now) -> Optional.of(now.id());
            case TakenBack(var now) -> Optional.of(now.id());
            default -> Optional.<RequestId>empty();
        };
        open.watch().noteActing("attest", System.getProperty("user.name", ""), person, kept);
    }
}

package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Erases what is kept of one person. Exit code 1 when nothing is, or the chain is broken afterwards. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "Erases what is kept of one person: audit records by or about them, their finished requests,"
                + " the way to their chat. The trail stays whole and keeps the reason.")
final class AuditEraseCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Option(names = "--person", paramLabel = "UPN", required = true, description = "an object id will do")
    private String person = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "why, for the trail, which keeps it for ever: do not name them")
    private String reason = "";

    AuditEraseCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new BadInput("Erasing needs a reason: --reason \"…\"");
        }
        try (var records = around.records("audit")) {
            UserId who = TenantSession.idOf(person, records.directory());
            if (reason.contains(person) || reason.contains(who.value())) {
                throw new BadInput("The reason is kept for ever: do not name the person in it");
            }
            String open = listed(records.cleanup().openRequests(who));
            if (!open.isEmpty()) {
                throw new BadInput(
                        "Nothing was erased: %s is still open. Cancel it, or wait for its end".formatted(open));
            }
            Instant now = Clock.systemUTC().instant();
            String ends = listed(records.cleanup().endsToCome(who, now));
            if (!ends.isEmpty()) {
                throw new BadInput(
                        ("Nothing was erased: what they have by %s ends by itself, and never would without that"
                                        + " request. Undo it in the chat, or wait for its end")
                                .formatted(ends));
            }
            var names = Stream.concat(
                            Stream.of(person),
                            records.directory().find(who).stream()
                                    .flatMap(entry -> Stream.of(entry.userPrincipalName(), entry.displayName())))
                    .collect(Collectors.toSet());
            var erased = records.cleanup().erase(who, names, reason.strip(), now);
            if (erased.records() + erased.requests() + erased.settings() + erased.cards() == 0) {
                shell.line("Nothing is kept of %s", who);
                return 1;
            }
            records.watch().noteErased(System.getProperty("user.name", ""), erased.records());
            shell.line(
                    "Erased: %d audit records, %d finished requests, %d versions of their settings, %d cards and"
                            + " messages, and the way to their chat",
                    erased.records(), erased.requests(), erased.settings(), erased.cards());
            shell.line("Kept: of each record its number, time, action, request and hash, and a record with the reason");
            shell.line("Kept: the id alone in %d records about others, such as a list of approvers", erased.mentions());
            return switch (records.watch().checkWhole()) {
                case Verification.ChainWhole(var all, var head) -> {
                    shell.line("%d records, unbroken, head %s", all, head);
                    yield 0;
                }
                case Verification.ChainBroken(var number, var why) -> {
                    shell.line("Record %d does not fit: %s", number, why);
                    yield 1;
                }
            };
        }
    }

    private static String listed(List<RequestId> requests) {
        return requests.stream().map(RequestId::toString).collect(Collectors.joining(", "));
    }
}

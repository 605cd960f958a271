package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.ReadinessCards;
import dev.linekeeper.chat.cards.ReadinessRows;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.fixes.FixButtons;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Commands that list what the tenant has: its Shared Calling policies, and the resource accounts behind them. */
final class TenantCommands {
    private final TenantView tenant;

    TenantCommands(TenantView tenant) {
        this.tenant = tenant;
    }

    List<Command> commands() {
        return List.of(
                command("policies")
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .reads()
                        .says(
                                "policies",
                                "(list|show|all) [(the|all)] [shared calling] policies",
                                "(which|what) policies (are there|exist|do we have)",
                                "shared calling policies")
                        .answers(this::policies),
                command("accounts")
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .reads()
                        .says(
                                "accounts",
                                "resource accounts",
                                "(list|show|all) [(the|all)] [resource] accounts",
                                "(which|what) [resource] accounts (are there|exist|do we have)")
                        .answers(this::accounts));
    }

    private Answer policies(Invocation invocation) {
        invocation.tellMeanwhile(NoteCards::reading);
        var snapshot = tenant.snapshot();
        var readiness = tenant.readiness(snapshot);
        var reports = tenant.policies().stream().map(readiness::policy).toList();
        return listing(
                "chat.policies.title",
                reports.stream()
                        .map(report -> ReadinessRows.ofPolicy(
                                report,
                                PolicyEmergencyView.of(report).verdict(),
                                policy(report.subject().name(), snapshot.tenant())))
                        .toList(),
                FixButtons.of(reports));
    }

    private static Explanation policy(PolicyName name, Tenant tenant) {
        Optional<Policy.SharedCalling> policy = Fact.present(tenant.sharedCalling(name));
        int callbacks = policy.map(found -> found.emergencyNumbers().size()).orElse(0);
        return policy.flatMap(Policy.SharedCalling::resourceAccount)
                .flatMap(id -> Fact.present(tenant.resourceAccount(id)))
                .map(account -> number(account)
                        .map(number -> Explanation.of("chat.policies.row", account.displayName(), number, callbacks))
                        .orElseGet(() -> Explanation.of("chat.policies.no-number", account.displayName(), callbacks)))
                .orElseGet(() -> Explanation.of("chat.policies.no-account", callbacks));
    }

    private Answer accounts(Invocation invocation) {
        invocation.tellMeanwhile(NoteCards::reading);
        var readiness = tenant.readiness(tenant.snapshot());
        return listing(
                "chat.accounts.title",
                tenant.accounts().stream()
                        .map(account -> row(
                                ReadinessCards.tone(
                                        readiness.account(account.id()).overall()),
                                account.displayName(),
                                number(account)
                                        .map(number -> Explanation.of("chat.list", List.of(number)))
                                        .orElseGet(() -> Explanation.of("chat.accounts.no-number")),
                                account.userPrincipalName()))
                        .toList(),
                List.of());
    }

    private Answer listing(String title, List<Row> rows, List<Suggestion> fixes) {
        return ListingCards.of(
                Explanation.of(title, rows.size()),
                Explanation.of("chat.as-of", tenant.snapshot().asOf()),
                rows,
                Stream.concat(fixes.stream(), Stream.of(NoteCards.say("help"))).toList());
    }

    private static Row row(Tone tone, String name, Explanation detail, String checked) {
        return new Row(
                tone,
                Explanation.of("chat.name", name),
                detail,
                Optional.of(ChatInput.press(CommandVerbs.CHECK, Slot.THING, checked)));
    }

    private static Optional<PhoneNumber> number(ResourceAccount account) {
        return Fact.present(account.number());
    }
}

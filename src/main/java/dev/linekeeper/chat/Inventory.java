package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the tenant has: its Shared Calling policies, or the accounts behind them. */
final class Inventory implements Command {
    private final String verb;
    private final Set<Role> roles;
    private final List<Phrase> phrases;
    private final Lookup lookup;
    private final Function<Inventory, Answer> listing;

    private Inventory(
            String verb, Set<Role> roles, List<Phrase> phrases, Lookup lookup, Function<Inventory, Answer> listing) {
        this.verb = verb;
        this.roles = roles;
        this.phrases = phrases;
        this.lookup = lookup;
        this.listing = listing;
    }

    static Inventory policies(Lookup lookup) {
        return new Inventory(
                "policies",
                Set.of(Role.HELPDESK, Role.ADMIN, Role.AUDITOR),
                List.of(
                        Phrase.of("policies"),
                        Phrase.of("(list|show|all) [(the|all)] [shared calling] policies"),
                        Phrase.of("(which|what) policies (are there|exist|do we have)"),
                        Phrase.of("shared calling policies")),
                lookup,
                Inventory::policies);
    }

    static Inventory accounts(Lookup lookup) {
        return new Inventory(
                "accounts",
                Set.of(Role.HELPDESK, Role.ADMIN, Role.AUDITOR),
                List.of(
                        Phrase.of("accounts"),
                        Phrase.of("resource accounts"),
                        Phrase.of("(list|show|all) [(the|all)] [resource] accounts"),
                        Phrase.of("(which|what) [resource] accounts (are there|exist|do we have)")),
                lookup,
                Inventory::accounts);
    }

    @Override
    public String verb() {
        return verb;
    }

    @Override
    public List<Phrase> phrases() {
        return phrases;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        return listing.apply(this);
    }

    private Answer policies() {
        var snapshot = lookup.tenant();
        var readiness = new Readiness(snapshot.tenant(), lookup.settings());
        List<Row> rows = lookup.policies(snapshot.tenant()).stream()
                .map(name -> new Row(
                        Judgements.tone(readiness.policy(name).overall()),
                        RequestCards.name(name.value()),
                        policy(name, snapshot.tenant()),
                        Optional.of(check(name.value()))))
                .toList();
        return Listings.of(
                Explanation.of("chat.policies.title", rows.size()),
                Explanation.of("chat.as-of", snapshot.asOf()),
                rows);
    }

    private static Explanation policy(PolicyName name, Tenant tenant) {
        Optional<Policy.SharedCalling> policy =
                tenant.sharedCalling(name).known().flatMap(found -> found);
        int callbacks = policy.map(found -> found.emergencyNumbers().size()).orElse(0);
        return policy.flatMap(Policy.SharedCalling::resourceAccount)
                .flatMap(id -> tenant.resourceAccount(id).known().flatMap(found -> found))
                .map(account -> number(account)
                        .map(number -> Explanation.of("chat.policies.row", account.displayName(), number, callbacks))
                        .orElseGet(() -> Explanation.of("chat.policies.no-number", account.displayName(), callbacks)))
                .orElseGet(() -> Explanation.of("chat.policies.no-account", callbacks));
    }

    private Answer accounts() {
        var snapshot = lookup.tenant();
        var readiness = new Readiness(snapshot.tenant(), lookup.settings());
        List<Row> rows = snapshot.tenant().resourceAccounts().known().orElse(Map.of()).values().stream()
                .sorted(Comparator.comparing(ResourceAccount::displayName))
                .map(account -> new Row(
                        Judgements.tone(readiness.account(account.id()).overall()),
                        RequestCards.name(account.displayName()),
                        number(account)
                                .map(number -> Explanation.of("chat.list", List.of(number)))
                                .orElseGet(() -> Explanation.of("chat.accounts.no-number")),
                        Optional.of(check(account.userPrincipalName()))))
                .toList();
        return Listings.of(
                Explanation.of("chat.accounts.title", rows.size()),
                Explanation.of("chat.as-of", snapshot.asOf()),
                rows);
    }

    private static Optional<PhoneNumber> number(ResourceAccount account) {
        return account.number().known().flatMap(number -> number);
    }

    private static Ask.Pressed check(String thing) {
        return new Ask.Pressed("check", Map.of(Slot.THING.key(), thing));
    }
}

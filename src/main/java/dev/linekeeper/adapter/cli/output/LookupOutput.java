package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.numbers.NumberPeople;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One number for scripts; people and accounts by their user principal names, what was not read as {@code unread}. */
public record LookupOutput(String given, NumberLookup lookup, NumberPeople people, KeptStatements said) {
    /** Whether nothing about the number is left open. */
    public boolean isWhole() {
        return Stream.of(lookup.unread(), lookup.claims(), people.shown().cannotTell())
                        .allMatch(List::isEmpty)
                && people.unread().isEmpty()
                && !(lookup.holder() instanceof NumberHolder.NotTold)
                && lookup.country().known().isPresent()
                && lookup.place().known().isPresent();
    }

    public Map<String, @Nullable Object> json() {
        return ShellJson.members(
                "given", given,
                "number", lookup.number(),
                "holder", holder(),
                "state", entry(TelephoneNumber::status),
                "type", entry(entry -> entry.type().graphName()),
                "for", entry(TelephoneNumber::capabilities),
                "activation", entry(TelephoneNumber::activation),
                "source", entry(TelephoneNumber::source),
                "portIn", entry(TelephoneNumber::portInStatus),
                "country", lookup.country(),
                "tollFree", lookup.tollFree(),
                "place", lookup.place(),
                "reserved", said.reserved(lookup.number()),
                "line", people.holder().map(lookup::lineOf),
                "sharedBy", lookup.sharedBy(),
                "replacing", lookup.replacing(),
                "callbackOf", lookup.callbackOf(),
                "extensions", lookup.extensions(),
                "shownBy",
                        people.unread()
                                .<Object>map(Fact::missing)
                                .orElseGet(() -> names(people.shown().people())),
                "mayBeShownBy", names(people.shown().cannotTell()),
                "alsoClaimedBy",
                        lookup.claims().stream()
                                .map(ResourceAccount::userPrincipalName)
                                .toList(),
                "unread", lookup.unread());
    }

    public void csv(CsvWriter csv) {
        csv.only(
                "number", lookup.number(),
                "holder", Optional.ofNullable(holder().get("kind")),
                "name", Optional.ofNullable(holder().get("name")),
                "state", entry(TelephoneNumber::status),
                "type", entry(entry -> entry.type().graphName()),
                "country", lookup.country().known().flatMap(country -> country),
                "callbackOf", lookup.callbackOf(),
                "shownBy", names(people.shown().people()),
                "unread", lookup.unread());
    }

    private Optional<Object> entry(Function<TelephoneNumber, Object> part) {
        return Fact.present(lookup.listed()).map(part);
    }

    /** The kind, and the name of whoever it is. */
    private Map<String, @Nullable Object> holder() {
        return switch (lookup.holder()) {
            case NumberHolder.Nobody() -> holder("NOBODY", null);
            case NumberHolder.OfPerson(var id) ->
                holder(
                        "PERSON",
                        people.holder()
                                .map(person -> person.entry().userPrincipalName())
                                .orElse(id.value()));
            case NumberHolder.OfAccount(var account) -> holder("ACCOUNT", account.userPrincipalName());
            case NumberHolder.OfPolicies(var policies) -> holder("POLICY", policies);
            case NumberHolder.OfConferences() -> holder("CONFERENCES", null);
            case NumberHolder.OfOtherApplication() -> holder("OTHER_APPLICATION", null);
            case NumberHolder.NotListed() -> holder("NOT_LISTED", null);
            case NumberHolder.NotTold(var why) -> holder("UNKNOWN", why);
        };
    }

    private static Map<String, @Nullable Object> holder(String kind, @Nullable Object name) {
        return ShellJson.members("kind", kind, "name", name);
    }

    private static List<String> names(List<DirectoryEntry> people) {
        return people.stream().map(DirectoryEntry::userPrincipalName).toList();
    }
}

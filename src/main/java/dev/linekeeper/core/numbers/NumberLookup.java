package dev.linekeeper.core.numbers;

import dev.linekeeper.core.numbers.NumberHolder.NotTold;
import dev.linekeeper.core.numbers.NumberHolder.OfAccount;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a tenant tells of one number, as far as it is shared: what is a person's own is read of that person.
 *
 * @param listed its entry in the inventory; empty when there is none
 * @param claims accounts that say they have it where the inventory says otherwise (rule RES-04)
 * @param shownBy accounts of that number, which is what people call with who share it
 * @param sharedBy the Shared Calling policies of these accounts
 * @param replacing the caller ID policies that show the number of one of these accounts instead of people's own
 * @param callbackOf the Shared Calling policies that list it for callbacks of emergency calls
 * @param country where Direct Routing numbers say none, what {@link NumberCountries} concludes
 * @param tollFree empty where that is not known
 * @param extensions other entries of the same number, with an extension each
 * @param unread what could not be read that may say more
 */
public record NumberLookup(
        PhoneNumber number,
        Fact<Optional<TelephoneNumber>> listed,
        NumberHolder holder,
        List<ResourceAccount> claims,
        List<ResourceAccount> shownBy,
        List<PolicyName> sharedBy,
        List<PolicyName> replacing,
        List<PolicyName> callbackOf,
        Fact<Optional<Country>> country,
        Optional<Boolean> tollFree,
        Fact<Optional<EmergencyLocation>> place,
        List<PhoneNumber> extensions,
        List<String> unread) {

    /** Looks a number up, with its extension if it has one: {@code +14255550190;ext=12} is another number than its base. */
    public static NumberLookup of(PhoneNumber number, Tenant tenant, NumberCountries countries) {
        var listed = tenant.number(number);
        var accounts = tenant.resourceAccounts().known().map(Map::values).stream()
                .flatMap(all -> all.stream())
                .filter(account ->
                        Fact.present(account.number()).map(PhoneNumber::base).equals(Optional.of(number.base())))
                .toList();
        var callbacks = read(tenant, PolicyKind.SHARED_CALLING, Policy.SharedCalling.class)
                .filter(policy -> policy.emergencyNumbers().contains(number))
                .map(Policy::name)
                .toList();
        var holder = NumberHolders.of(number, listed, callbacks, tenant);
        var ids = accounts.stream().map(ResourceAccount::id).collect(Collectors.toSet());
        var country = Fact.flatMapPresent(listed, entry -> countries.of(entry, tenant));
        return new NumberLookup(
                number,
                listed,
                holder,
                accounts.stream()
                        .filter(account -> Fact.present(account.number()).equals(Optional.of(number)))
                        .filter(account -> !holder.equals(new OfAccount(account)))
                        .toList(),
                accounts,
                read(tenant, PolicyKind.SHARED_CALLING, Policy.SharedCalling.class)
                        .filter(policy ->
                                policy.resourceAccount().filter(ids::contains).isPresent())
                        .map(Policy::name)
                        .toList(),
                read(tenant, PolicyKind.CALLING_LINE_IDENTITY, Policy.CallingLineIdentity.class)
                        .filter(policy -> policy.substitute() == Policy.Substitute.RESOURCE
                                && policy.resourceAccount()
                                        .filter(ids::contains)
                                        .isPresent())
                        .map(Policy::name)
                        .toList(),
                callbacks,
                country,
                Fact.present(country).flatMap(in -> PublishedData.tollFree(number, in)),
                Fact.flatMapPresent(Fact.flatMapPresent(listed, TelephoneNumber::location), tenant::place),
                tenant.numbers().known().map(Map::keySet).stream()
                        .flatMap(all -> all.stream())
                        .filter(other -> !other.equals(number) && other.base().equals(number))
                        .sorted()
                        .toList(),
                unread(tenant));
    }

    /**
     * Who alone may show the number: those who have it, with an extension or without. Empty when it may be anybody, because
     * an account has it or it could not be told whose it is.
     */
    public Optional<Set<UserId>> mayShow(Tenant tenant) {
        return holder instanceof NotTold
                        || holder instanceof OfAccount
                        || !shownBy.isEmpty()
                        || tenant.resourceAccounts().known().isEmpty()
                        || !tenant.unread().accounts().isEmpty()
                ? Optional.empty()
                : tenant.numbers()
                        .known()
                        .map(all -> all.values().stream()
                                .filter(entry -> entry.number().base().equals(number.base()))
                                .filter(entry -> entry.status() == NumberStatus.USER_ASSIGNED)
                                .flatMap(entry -> entry.target().stream())
                                .map(UserId::new)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The line of somebody that is this number; missing where their numbers could not be read. */
    public Fact<Optional<Line>> lineOf(Person person) {
        return person.lines()
                .map(lines -> lines.stream()
                        .filter(line -> line.number().equals(number))
                        .findFirst());
    }

    private static <P extends Policy> Stream<P> read(Tenant tenant, PolicyKind kind, Class<P> type) {
        return tenant.policies(kind).known().stream()
                .flatMap(all -> all.values().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .sorted((one, other) ->
                        one.name().value().compareToIgnoreCase(other.name().value()));
    }

    private static List<String> unread(Tenant tenant) {
        var policies = Stream.of(PolicyKind.SHARED_CALLING, PolicyKind.CALLING_LINE_IDENTITY)
                .flatMap(kind -> tenant.policies(kind)
                        .fold(
                                all -> all.values().stream()
                                        .filter(Policy.Unread.class::isInstance)
                                        .map(policy -> "%s %s".formatted(kind.type(), policy.name())),
                                Stream::of));
        var lists = Stream.of(tenant.numbers(), tenant.resourceAccounts())
                .flatMap(list -> list.<Stream<String>>fold(_ -> Stream.empty(), Stream::of));
        return Stream.of(
                        lists,
                        Entries.lost(tenant.unread().numbers()).stream(),
                        Entries.lost(tenant.unread().accounts()).stream(),
                        policies)
                .flatMap(part -> part)
                .toList();
    }
}

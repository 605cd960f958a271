package dev.linekeeper.core.emergency;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy's callback numbers do, as far as Microsoft documents it: an emergency call takes the next free number and
 * keeps it for 60 minutes, and calls to it ring the caller during that time
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csteamssharedcallingroutingpolicy">cmdlet</a>).
 * A calculator to explain and try things out with: which numbers are taken in a tenant cannot be read. Calls are told to
 * it in the order of their times; for one thread.
 */
public final class CallbackPool {
    /** How long a number is kept for whoever dialled an emergency number. */
    public static final Duration HOLD = Duration.ofMinutes(60);

    private final List<PhoneNumber> numbers;
    private final PhoneNumber account;
    private final Map<PhoneNumber, Taken> taken = new HashMap<>();

    /** Who a number is kept for; for nobody in particular once it was used twice. */
    private record Taken(Optional<UserId> by, Instant until) {}

    /** @param account the account's number, shown when the policy has no callback numbers */
    public CallbackPool(List<PhoneNumber> numbers, PhoneNumber account) {
        this.numbers = List.copyOf(numbers);
        this.account = account;
    }

    /** What an emergency call shows. */
    public sealed interface Shown {
        PhoneNumber number();

        /**
         * A free callback number, kept for the caller.
         *
         * @param inferred whether Microsoft leaves it open that it is this one: the number became free at this very
         *     moment, or the caller already has one
         */
        record Kept(PhoneNumber number, Instant until, boolean inferred) implements Shown {}

        /**
         * None was free, so one in use is used again: the first of the list by the cmdlet's page, "a number" by the guide.
         * Who gets the callback then is documented nowhere.
         */
        record Reused(PhoneNumber number) implements Shown {}

        /** The policy has no callback numbers; the account's attendant answers callbacks. */
        record Account(PhoneNumber number) implements Shown {}
    }

    /** Where a call to a number ends. */
    public sealed interface Rings {
        record Person(UserId person) implements Rings {}

        record Account() implements Rings {}

        /** The number is kept for nobody, or was used twice: Microsoft does not say. */
        record NotDocumented() implements Rings {}
    }

    /** Somebody dials an emergency number. What they see as their caller ID otherwise does not matter. */
    public Shown dial(UserId person, Instant at) {
        if (numbers.isEmpty()) {
            return new Shown.Account(account);
        }
        for (var number : numbers) {
            if (free(number, at)) {
                var inferred = has(person, at) || becomesFree(number, at);
                taken.put(number, new Taken(Optional.of(person), at.plus(HOLD)));
                return new Shown.Kept(number, at.plus(HOLD), inferred);
            }
        }
        var first = numbers.getFirst();
        taken.put(first, new Taken(Optional.empty(), at.plus(HOLD)));
        return new Shown.Reused(first);
    }

    /** Somebody, an emergency operator say, calls one of the numbers. */
    public Rings call(PhoneNumber number, Instant at) {
        if (number.equals(account)) {
            return new Rings.Account();
        }
        return Optional.ofNullable(taken.get(number))
                .filter(kept -> at.isBefore(kept.until()))
                .flatMap(Taken::by)
                .<Rings>map(Rings.Person::new)
                .orElseGet(Rings.NotDocumented::new);
    }

    /** What is shown when one caller more than there are numbers dials within the same hour. */
    public Shown oneCallerMore() {
        var fresh = new CallbackPool(numbers, account);
        for (var caller = 0; caller < numbers.size(); caller++) {
            fresh.dial(new UserId("caller " + caller), Instant.EPOCH);
        }
        return fresh.dial(new UserId("one caller more"), Instant.EPOCH);
    }

    private boolean free(PhoneNumber number, Instant at) {
        var kept = taken.get(number);
        return kept == null || !at.isBefore(kept.until());
    }

    private boolean becomesFree(PhoneNumber number, Instant at) {
        var kept = taken.get(number);
        return kept != null && kept.until().equals(at);
    }

    private boolean has(UserId person, Instant at) {
        return taken.values().stream()
                .anyMatch(kept -> kept.by().filter(person::equals).isPresent() && at.isBefore(kept.until()));
    }
}

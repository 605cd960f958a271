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
    /** How long a number is held for the person who dialled an emergency number. */
    public static final Duration HOLD = Duration.ofMinutes(60);

    private final List<PhoneNumber> numbers;
    private final PhoneNumber account;
    private final Map<PhoneNumber, HeldNumber> taken = new HashMap<>();

    /** The person a number is held for; empty once it was used twice. */
    private record HeldNumber(Optional<UserId> by, Instant until) {}

    /** @param account the account's number, shown when the policy has no callback numbers */
    public CallbackPool(List<PhoneNumber> numbers, PhoneNumber account) {
        this.numbers = List.copyOf(numbers);
        this.account = account;
    }

    /** What an emergency call shows. */
    public sealed interface PresentedNumber {
        PhoneNumber number();

        /**
         * A free callback number, kept for the caller.
         *
         * @param inferred whether Microsoft leaves it open that it is this one: the number became free at this very
         *     moment, or the caller already has one
         */
        record FreeNumber(PhoneNumber number, Instant until, boolean inferred) implements PresentedNumber {}

        /**
         * None was free, so one in use is used again: the first of the list by the cmdlet's page, "a number" by the guide.
         * Who gets the callback then is documented nowhere.
         */
        record ReusedNumber(PhoneNumber number) implements PresentedNumber {}

        /** The policy has no callback numbers; the account's attendant answers callbacks. */
        record AccountNumber(PhoneNumber number) implements PresentedNumber {}
    }

    /** Where a call to a number ends. */
    public sealed interface CallbackDestination {
        record CallerRings(UserId person) implements CallbackDestination {}

        record AttendantRings() implements CallbackDestination {}

        /** The number is kept for nobody, or was used twice: Microsoft does not say. */
        record NotDocumented() implements CallbackDestination {}
    }

    /** Somebody dials an emergency number. What they see as their caller ID otherwise does not matter. */
    public PresentedNumber dial(UserId person, Instant at) {
        if (numbers.isEmpty()) {
            return new PresentedNumber.AccountNumber(account);
        }
        for (var number : numbers) {
            if (free(number, at)) {
                var inferred = holdsNumber(person, at) || becomesFree(number, at);
                taken.put(number, new HeldNumber(Optional.of(person), at.plus(HOLD)));
                return new PresentedNumber.FreeNumber(number, at.plus(HOLD), inferred);
            }
        }
        var first = numbers.getFirst();
        taken.put(first, new HeldNumber(Optional.empty(), at.plus(HOLD)));
        return new PresentedNumber.ReusedNumber(first);
    }

    /** Somebody, an emergency operator say, calls one of the numbers. */
    public CallbackDestination call(PhoneNumber number, Instant at) {
        if (number.equals(account)) {
            return new CallbackDestination.AttendantRings();
        }
        return Optional.ofNullable(taken.get(number))
                .filter(held -> at.isBefore(held.until()))
                .flatMap(HeldNumber::by)
                .<CallbackDestination>map(CallbackDestination.CallerRings::new)
                .orElseGet(CallbackDestination.NotDocumented::new);
    }

    /** What is shown when one caller more than there are numbers dials within the same hour. */
    public PresentedNumber oneCallerMore() {
        var fresh = new CallbackPool(numbers, account);
        for (var caller = 0; caller < numbers.size(); caller++) {
            fresh.dial(new UserId("caller " + caller), Instant.EPOCH);
        }
        return fresh.dial(new UserId("one caller more"), Instant.EPOCH);
    }

    private boolean free(PhoneNumber number, Instant at) {
        var held = taken.get(number);
        return held == null || !at.isBefore(held.until());
    }

    private boolean becomesFree(PhoneNumber number, Instant at) {
        var held = taken.get(number);
        return held != null && held.until().equals(at);
    }

    private boolean holdsNumber(UserId person, Instant at) {
        return taken.values().stream()
                .anyMatch(held -> held.by().filter(person::equals).isPresent() && at.isBefore(held.until()));
    }
}

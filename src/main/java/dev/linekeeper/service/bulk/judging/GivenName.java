package dev.linekeeper.service.bulk.judging;

import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.WrittenNumber;
import dev.linekeeper.service.people.WrittenNumber.ListedNumbers;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a row calls somebody by. */
sealed interface GivenName {
    Pattern SCHEME = Pattern.compile("(?i)(sip|smtp|mailto):");

    /** An address or an object id, {@linkplain AnyCase#folded folded}: it is one account's, or nobody's. */
    record UniqueName(String folded) implements GivenName {
        boolean isObjectId() {
            return UserId.isObjectId(folded);
        }
    }

    /** A name as it is shown, which several may have. */
    record ShownName(String text) implements GivenName {}

    /** A telephone number that leads to nobody. */
    record OpenNumber(PersonOfRow result) implements GivenName {}

    /** What is meant in a tenant with these numbers. */
    static GivenName of(String given, Tenant tenant, ListedNumbers listed) {
        String plain = SCHEME.matcher(given).replaceFirst("");
        if (plain.contains("@") || UserId.isObjectId(plain)) {
            return new UniqueName(AnyCase.folded(plain));
        }
        return switch (WrittenNumber.read(plain, listed)) {
            case WrittenNumber.NoNumber() -> new ShownName(plain);
            case WrittenNumber.UnclearNumber() ->
                new OpenNumber(
                        tenant.numbers().known().isEmpty()
                                ? unread(tenant)
                                : PersonOfRow.nobody(RowOutcome.AMBIGUOUS, "unclear-number"));
            case WrittenNumber.OneNumber(var number) -> holder(number, tenant);
        };
    }

    private static GivenName holder(PhoneNumber number, Tenant tenant) {
        return tenant.number(number)
                .<GivenName>fold(
                        found -> found.map(GivenName::holder)
                                .orElseGet(() -> new OpenNumber(
                                        PersonOfRow.nobody(RowOutcome.NOT_FOUND, "foreign-number", number))),
                        why -> new OpenNumber(PersonOfRow.nobody(RowOutcome.BLOCKED, "numbers-not-read", why)));
    }

    private static GivenName holder(TelephoneNumber number) {
        Optional<String> account = switch (number.status()) {
            case USER_ASSIGNED, VOICE_APPLICATION_ASSIGNED -> number.target();
            case UNASSIGNED, CONFERENCE_ASSIGNED, THIRD_PARTY_APP_ASSIGNED, POLICY_ASSIGNED, UNKNOWN ->
                Optional.empty();
        };
        return account.<GivenName>map(id -> new UniqueName(AnyCase.folded(id)))
                .orElseGet(() ->
                        new OpenNumber(PersonOfRow.nobody(RowOutcome.NOT_FOUND, "number-of-nobody", number.number())));
    }

    private static PersonOfRow unread(Tenant tenant) {
        return PersonOfRow.nobody(
                RowOutcome.BLOCKED, "numbers-not-read", tenant.numbers().<String>fold(_ -> "", why -> why));
    }
}

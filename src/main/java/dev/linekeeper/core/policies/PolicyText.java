package dev.linekeeper.core.policies;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Shared Calling policy says, as one line to read and as one to compare. */
final class PolicyText {
    private static final String NOTHING = "-";

    private PolicyText() {}

    /** To read: the account, the callback numbers and the description; {@code none} where there is no policy. */
    static String of(Optional<SharedCalling> policy, Tenant tenant) {
        return policy.map(it -> Stream.of(account(it, tenant), numbers(it.emergencyNumbers()), it.description())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("; ")))
                .orElse(Step.NONE);
    }

    private static String account(SharedCalling policy, Tenant tenant) {
        return policy.resourceAccount()
                .map(id -> Fact.present(tenant.resourceAccount(id))
                        .map(ResourceAccount::userPrincipalName)
                        .orElse(id.value()))
                .orElse(NOTHING);
    }

    private static String numbers(List<PhoneNumber> numbers) {
        return numbers.isEmpty()
                ? NOTHING
                : numbers.stream().map(PhoneNumber::toString).collect(Collectors.joining(", "));
    }

    /** SHA-256 in hex over the purpose, both sides and the version of the rules; each field is preceded by its length. */
    static String fingerprint(Purpose purpose, SharedCallingChange change) {
        return Sha256.hex(Stream.concat(
                        Stream.of(
                                "policy/1",
                                Readiness.VERSION,
                                purpose.name(),
                                AnyCase.folded(change.policy().value())),
                        Stream.of(change.before(), change.after()).flatMap(PolicyText::fields))
                .map(field -> "%d:%s".formatted(field.length(), field))
                .collect(Collectors.joining()));
    }

    private static Stream<String> fields(Optional<SharedCalling> policy) {
        return policy.map(it -> Stream.of(
                        it.resourceAccount().map(UserId::value).orElse(NOTHING),
                        numbers(it.emergencyNumbers()),
                        it.description()))
                .orElseGet(() -> Stream.of(Step.NONE));
    }
}

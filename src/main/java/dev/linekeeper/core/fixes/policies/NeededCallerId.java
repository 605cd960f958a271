package dev.linekeeper.core.fixes.policies;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.List;
import java.util.Optional;

/** The caller ID policies that people of an account had better not have (rules CLI-02 and CLI-03). */
public record NeededCallerId(AccountCase account) {
    /** Those that show another account's number, or one that is not shown any more; of the policy that is written, where one is. */
    public Fact<List<CallingLineIdentity>> wrong(Optional<String> written) {
        return account.tenantCase()
                .tenant()
                .policies(PolicyKind.CALLING_LINE_IDENTITY)
                .map(all -> WrittenPolicy.of(written, all.values(), CallingLineIdentity.class)
                        .filter(this::isWrong)
                        .toList());
    }

    private boolean isWrong(CallingLineIdentity policy) {
        return switch (policy.substitute()) {
            case SERVICE -> true;
            case RESOURCE ->
                policy.resourceAccount()
                        .filter(shown -> !shown.equals(account.id()))
                        .isPresent();
            case LINE_URI, ANONYMOUS -> false;
        };
    }
}

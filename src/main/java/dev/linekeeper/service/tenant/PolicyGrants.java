package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change.PolicyChange;
import java.util.Map;

/** Grants of policies to people. All writes are harmless when they have been made already. */
public interface PolicyGrants extends Backend {
    WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key);

    /** Takes the direct grant away; a group's or the Global policy takes over. */
    WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key);

    /** How many people's changes of the kind one call takes; 1 where everybody's takes a call of its own. */
    default int atOnce(PolicyKind kind) {
        return 1;
    }

    /**
     * Makes the changes of several people in one call: of one kind, all grants or all revocations, at most {@link #atOnce}
     * and no person twice. A failure that is not {@linkplain BackendFailure#worthRetrying worth retrying} may be about one
     * of them alone, and says of nobody whether their change was made.
     */
    default WriteReceipt writeTogether(Map<ChangeKey, PolicyChange> changes) {
        throw new BackendFailure(
                BackendFailure.FailureKind.UNSUPPORTED, "%s takes one person at a time".formatted(source()));
    }
}

package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.User;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.accounts.AccountEntries;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes accounts through Graph's <a href="https://learn.microsoft.com/graph/api/user-update">Update user</a>, each setting
 * with a permission of its own ({@link AccountRight}). Reads first and writes only a difference.
 */
record GraphAccountEntries(Graph reads, Graph writes) implements AccountEntries {
    private static final Logger log = LoggerFactory.getLogger(GraphAccountEntries.class);

    GraphAccountEntries(Graph reads, Graph writes) {
        this.reads = reads.on(RateLimitedApi.DIRECTORY);
        this.writes = writes.on(RateLimitedApi.DIRECTORY);
    }

    @Override
    public String source() {
        return Graph.SOURCE;
    }

    @Override
    public WriteReceipt setUsageLocation(UserId account, Country country, ChangeKey key) {
        var wanted = new User();
        wanted.setUsageLocation(country.iso());
        return write(
                AccountRight.USAGE_LOCATION,
                account,
                now -> country.iso().equalsIgnoreCase(now.getUsageLocation()),
                wanted,
                key);
    }

    @Override
    public WriteReceipt setSignIn(UserId account, boolean allowed, ChangeKey key) {
        var wanted = new User();
        wanted.setAccountEnabled(allowed);
        return write(
                AccountRight.SIGN_IN,
                account,
                now -> Boolean.valueOf(allowed).equals(now.getAccountEnabled()),
                wanted,
                key);
    }

    private WriteReceipt write(AccountRight right, UserId account, Predicate<User> isSo, User wanted, ChangeKey key) {
        User now = reads.get(
                client -> Graph.select(
                        client.users().byUserId(account.value()).toGetRequestInformation(),
                        "id",
                        "accountEnabled",
                        "usageLocation"),
                User::createFromDiscriminatorValue);
        if (isSo.test(now)) {
            return new WriteReceipt.NothingToWrite();
        }
        try {
            writes.change(client -> client.users().byUserId(account.value()).patch(wanted, Graph::stamp));
        } catch (BackendFailure refused) {
            throw refused.kind() == FailureKind.DENIED ? named(refused, right) : refused;
        }
        log.info("action=account-changed key={} account={} setting={}", key, account, right);
        return new WriteReceipt.AcceptedWrite();
    }

    /** Graph does not say which permission it wanted. */
    private static BackendFailure named(BackendFailure refused, AccountRight right) {
        return new BackendFailure(
                FailureKind.DENIED,
                refused.code(),
                "%s It takes the application permission %s."
                        .formatted(refused.getMessage(), String.join(" + ", right.permissions())),
                refused.requestId(),
                refused.retryAfter());
    }
}

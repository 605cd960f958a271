package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code Get-}, {@code New-} and {@code Remove-CsOnlineApplicationInstanceAssociation} of one account. Reads first and writes
 * only a difference; the caller verifies it by reading the accounts.
 */
record AccountAssociations(PowerShell powerShell) {
    private static final Logger log = LoggerFactory.getLogger(AccountAssociations.class);

    /** None where Teams says that there is none, which it does as a failure. */
    List<Association> of(UserId account) {
        try {
            return powerShell
                    .run(Cmdlet.READ_ASSOCIATION, Map.of("Identity", account.value()))
                    .list(association -> new Association(
                            association.at("ConfigurationType").oneOf(Application.class, "an Application"),
                            association.at("ConfigurationId").text()));
        } catch (BackendFailure failure) {
            if (failure.kind() == FailureKind.NOT_FOUND) {
                return List.of();
            }
            throw failure;
        }
    }

    WriteReceipt associate(UserId account, String attendant, ChangeKey key) {
        List<Association> now = of(account);
        if (now.stream().anyMatch(it -> AnyCase.same(it.configurationId(), attendant))) {
            return new WriteReceipt.NothingToWrite();
        }
        if (!now.isEmpty()) {
            throw new BackendFailure(
                    FailureKind.CONFLICT, "Calls to the account %s are answered by something else".formatted(account));
        }
        powerShell.run(
                Cmdlet.ASSOCIATE_ACCOUNT,
                Map.of(
                        "Identities",
                        List.of(account.value()),
                        "ConfigurationId",
                        attendant,
                        "ConfigurationType",
                        "AutoAttendant"));
        log.info("action=account-associated key={} account={}", key, account);
        return new WriteReceipt.AcceptedWrite();
    }

    WriteReceipt dissociate(UserId account, ChangeKey key) {
        if (of(account).isEmpty()) {
            return new WriteReceipt.NothingToWrite();
        }
        powerShell.run(Cmdlet.DISSOCIATE_ACCOUNT, Map.of("Identities", List.of(account.value())));
        log.info("action=account-dissociated key={} account={}", key, account);
        return new WriteReceipt.AcceptedWrite();
    }
}

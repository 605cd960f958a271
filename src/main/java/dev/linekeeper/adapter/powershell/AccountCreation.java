package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code New-CsOnlineApplicationInstance}
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csonlineapplicationinstance">cmdlet</a>), as an
 * application everywhere but in GCC High and DoD. Reads first; whoever else has the name keeps it.
 */
record AccountCreation(PowerShell powerShell) {
    private static final Logger log = LoggerFactory.getLogger(AccountCreation.class);

    WriteReceipt create(String userPrincipalName, String displayName, ChangeKey key) {
        var owner = powerShell.run(Cmdlet.READ_ACCOUNTS).list(it -> it).stream()
                .filter(it -> it.at("UserPrincipalName")
                        .words()
                        .filter(name -> AnyCase.same(name, userPrincipalName))
                        .isPresent())
                .findFirst();
        if (owner.isPresent()) {
            if (Application.of(owner.get().at("ApplicationId").words().orElse("")) == Application.AUTO_ATTENDANT) {
                return new WriteReceipt.NothingToWrite();
            }
            throw new BackendFailure(FailureKind.CONFLICT, userPrincipalName + " is another application's account");
        }
        powerShell.run(
                Cmdlet.CREATE_ACCOUNT,
                Map.of(
                        "UserPrincipalName",
                        userPrincipalName,
                        "ApplicationId",
                        Application.AUTO_ATTENDANT.id(),
                        "DisplayName",
                        displayName));
        log.info("event=account_created key={}", key);
        return new WriteReceipt.AcceptedWrite();
    }
}

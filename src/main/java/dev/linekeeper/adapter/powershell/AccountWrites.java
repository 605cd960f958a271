package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.adapter.powershell.host.LateLicence;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code New-CsOnlineApplicationInstance}
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csonlineapplicationinstance">cmdlet</a>), as an
 * application everywhere but in GCC High and DoD, and {@code Set-CsPhoneNumberAssignment} for a resource account
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberassignment">cmdlet</a>): Graph's
 * {@code assignNumber} is documented for users alone. Reads first and writes only a difference.
 */
record AccountWrites(PowerShell powerShell) {
    private static final Logger log = LoggerFactory.getLogger(AccountWrites.class);

    WriteReceipt assign(
            UserId account, PhoneNumber number, NumberType type, Optional<LocationId> place, ChangeKey key) {
        Optional<String> holder = holder(number);
        if (holder.filter(it -> AnyCase.same(it, account.value())).isPresent()) {
            return new WriteReceipt.NothingToWrite();
        }
        if (holder.isPresent()) {
            throw new BackendFailure(FailureKind.CONFLICT, "Telephone number %s is already assigned".formatted(number));
        }
        Map<String, Object> written = new HashMap<>(Map.of(
                "Identity", account.value(), "PhoneNumber", number.toString(), "PhoneNumberType", type.cmdletName()));
        place.ifPresent(at -> written.put("LocationId", at.value()));
        try {
            powerShell.run(Cmdlet.SET_VOICE_OR_NUMBER, written);
        } catch (BackendFailure refused) {
            throw LateLicence.of(refused);
        }
        log.info("action=account-numbered key={} account={}", key, account);
        return new WriteReceipt.AcceptedWrite();
    }

    private Optional<String> holder(PhoneNumber number) {
        return powerShell
                .run(
                        Cmdlet.FIND_NUMBERS,
                        Map.of("Filter", "TelephoneNumber -eq '%s'".formatted(number), "Top", 1, "Skip", 0))
                .list(found -> found.at("AssignedPstnTargetId").words())
                .stream()
                .findFirst()
                .flatMap(found -> found);
    }

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
        log.info("action=account-created key={}", key);
        return new WriteReceipt.AcceptedWrite();
    }
}

package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.adapter.powershell.host.LateLicence;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
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
 * {@code Set-CsPhoneNumberAssignment} for a resource account
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberassignment">cmdlet</a>): Graph's
 * {@code assignNumber} is documented for users alone. Reads first and writes only a difference.
 */
record AccountNumberWrites(PowerShell powerShell) {
    private static final Logger log = LoggerFactory.getLogger(AccountNumberWrites.class);

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
        log.info("event=account_numbered key={} account={}", key, account);
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
}

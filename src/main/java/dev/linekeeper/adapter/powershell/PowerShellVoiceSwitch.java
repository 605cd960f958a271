package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches Enterprise Voice with {@code Set-CsPhoneNumberAssignment -EnterpriseVoiceEnabled}
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberassignment">cmdlet</a>), the
 * only way without assigning a number. The caller verifies it through the port for voice settings.
 */
record PowerShellVoiceSwitch(PowerShell powerShell) implements EnterpriseVoiceSwitch {
    private static final Logger log = LoggerFactory.getLogger(PowerShellVoiceSwitch.class);

    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public WriteReceipt set(UserId person, boolean on, ChangeKey key) {
        // Where the module does not tell, switching again does no harm.
        if (voiceOn(person).equals(Optional.of(on))) {
            return new WriteReceipt.NothingToWrite();
        }
        powerShell.run(Cmdlet.SET_VOICE_OR_NUMBER, Map.of("Identity", person.value(), "EnterpriseVoiceEnabled", on));
        log.info("action=voice-switched key={} user={} on={}", key, person, on);
        return new WriteReceipt.AcceptedWrite();
    }

    private Optional<Boolean> voiceOn(UserId person) {
        return powerShell
                .run(Cmdlet.FIND_USERS, Map.of("Identity", person.value()))
                .list(user -> user.at("EnterpriseVoiceEnabled").optional(JsonCursor::flag))
                .stream()
                .findFirst()
                .orElseThrow(() -> new BackendFailure(
                        FailureKind.NOT_FOUND,
                        "Teams PowerShell knows nobody with the object id %s".formatted(person)));
    }
}

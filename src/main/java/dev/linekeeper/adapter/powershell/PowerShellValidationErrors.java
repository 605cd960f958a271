package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.reading.ValidationErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code UserValidationErrors} of {@code Get-CsOnlineUser}: texts, or objects with a message. Null is not told. */
record PowerShellValidationErrors(PowerShell powerShell) implements ValidationErrors {
    private static final List<String> MESSAGES = List.of("ErrorDescription", "ErrorMessage", "Message", "ErrorCode");

    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public List<String> of(UserId person) {
        var errors = powerShell
                .run(Cmdlet.FIND_USERS, Map.of("Identity", person.value()))
                .first()
                .at("UserValidationErrors");
        if (errors.empty()) {
            throw errors.wrong("a list");
        }
        return errors.list(PowerShellValidationErrors::message);
    }

    /** An error that cannot be read is an error all the same. */
    private static String message(JsonCursor error) {
        return (error.node().isObject()
                        ? MESSAGES.stream()
                                .map(error::at)
                                .filter(found -> !found.empty())
                                .findFirst()
                        : Optional.of(error))
                .flatMap(found -> found.told(JsonCursor::text).known())
                .orElse(error.place());
    }
}

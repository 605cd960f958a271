package dev.linekeeper.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Teams PowerShell, for the backend {@code tenant}: what Microsoft Graph cannot answer or do.
 *
 * @param command how PowerShell 7 is started; the arguments that make it run our script are put behind it
 * @param signIn how PowerShell signs in to the tenant
 * @param appId the app registration with the Entra role, for {@code certificate} and {@code access-tokens}
 * @param tenantId the Entra tenant; Graph's, else the bot's own when absent
 * @param clientId the client id of a user-assigned managed identity; the machine's own when absent
 * @param certificate a PEM or PFX file
 * @param certificatePassword of a PFX file
 * @param secret the client secret, for {@code access-tokens}
 * @param workers how many PowerShell processes may work at once
 * @param timeout for one cmdlet
 * @param startTimeout for loading the module, and again for signing in
 */
public record PowerShellProperties(
        @DefaultValue("pwsh") @NotEmpty List<String> command,
        @Nullable PowerShellSignIn signIn,
        @Nullable String appId,
        @Nullable String tenantId,
        @Nullable String clientId,
        @Nullable Path certificate,
        @Nullable String certificatePassword,
        @Nullable String secret,
        @DefaultValue("1") @Min(1) @Max(16) int workers,
        @DefaultValue("60s") @NotNull Duration timeout,
        @DefaultValue("2m") @NotNull Duration startTimeout) {

    public enum PowerShellSignIn {
        /** We ask for the tokens of the machine's identity, which PowerShell itself cannot reach. */
        MANAGED_IDENTITY,
        /** PowerShell reads the certificate itself. */
        CERTIFICATE,
        /** We ask for the tokens, by secret, certificate or managed identity, so that no lasting secret reaches PowerShell. */
        ACCESS_TOKENS
    }

    /** Leaves the secret and the password out. */
    @Override
    public String toString() {
        return "PowerShell[command=%s, signIn=%s, appId=%s]".formatted(command, signIn, appId);
    }
}

package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.entra.AppRegistration;
import dev.linekeeper.adapter.entra.ClientCredential;
import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.adapter.entra.RenewableToken;
import dev.linekeeper.adapter.entra.SettingProblems;
import dev.linekeeper.adapter.powershell.host.AzureTokens;
import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.LinekeeperProperties.BotSettings.Credential;
import dev.linekeeper.settings.LinekeeperProperties.GraphProperties.App;
import dev.linekeeper.settings.PowerShellProperties;
import java.util.List;
import java.util.Optional;

/** The command that starts PowerShell, how it signs in, and the size of the pool. */
record PowerShellSettings(List<String> command, SignIn signIn, PowerShellBackend.PowerShellPool pool) {
    /**
     * The settings, checked together.
     *
     * @throws IncompleteSettings with every setting that is missing or wrong
     */
    static PowerShellSettings of(LinekeeperProperties settings) {
        var powershell = settings.powershell();
        var problems = SettingProblems.of("linekeeper.powershell.");
        var tenant = SettingProblems.given(powershell.tenantId())
                .or(() -> SettingProblems.given(settings.graph().tenantId()))
                .or(() -> problems.required("tenant-id", settings.bot().tenantId()))
                .orElse("");
        problems.unless(powershell.timeout().isPositive(), "timeout must be longer than nothing");
        problems.unless(powershell.startTimeout().isPositive(), "start-timeout must be longer than nothing");
        var signIn = signIn(powershell, tenant, problems);
        problems.mustBeNone(
                "linekeeper.backend=tenant cannot be used",
                "Set what is missing (src/docs/powershell.md), or use linekeeper.backend=tenant-file or demo.");
        return new PowerShellSettings(
                powershell.command(),
                signIn.orElseThrow(),
                new PowerShellBackend.PowerShellPool(
                        powershell.workers(), powershell.timeout(), powershell.startTimeout()));
    }

    private static Optional<SignIn> signIn(PowerShellProperties settings, String tenant, SettingProblems problems) {
        return switch (settings.signIn()) {
            case null -> {
                problems.add("sign-in (managed-identity, certificate or access-tokens) is missing");
                yield Optional.empty();
            }
            case MANAGED_IDENTITY -> Optional.of(tokens(managedIdentity(settings, tenant)));
            case CERTIFICATE -> {
                var appId = problems.required("app-id", settings.appId());
                problems.unless(settings.certificate() != null, "certificate is missing");
                yield appId.flatMap(id -> Optional.ofNullable(settings.certificate())
                        .map(file -> new SignIn.CertificateSignIn(
                                id, tenant, file, SettingProblems.given(settings.certificatePassword()))));
            }
            case ACCESS_TOKENS -> registration(settings, tenant, problems).map(PowerShellSettings::tokens);
        };
    }

    private static SignIn tokens(AppRegistration registration) {
        return new SignIn.AccessTokenSignIn(
                registration.tenantId(), new AzureTokens(scope -> RenewableToken.withoutCache(registration, scope)));
    }

    /** With the secret or the certificate, whichever is set; a managed identity when neither is. */
    private static Optional<AppRegistration> registration(
            PowerShellProperties settings, String tenant, SettingProblems problems) {
        boolean secret = SettingProblems.given(settings.secret()).isPresent();
        boolean certificate = settings.certificate() != null;
        problems.unless(!secret || !certificate, "secret and certificate are both set; one must go");
        return secret || certificate
                ? AppRegistration.read(
                        new App(
                                settings.appId(),
                                secret ? Credential.SECRET : Credential.CERTIFICATE,
                                null,
                                settings.certificate(),
                                settings.certificatePassword(),
                                settings.secret()),
                        tenant,
                        problems)
                : Optional.of(managedIdentity(settings, tenant));
    }

    private static AppRegistration managedIdentity(PowerShellProperties settings, String tenant) {
        var clientId = SettingProblems.given(settings.clientId()).orElse("");
        return new AppRegistration(clientId, tenant, new ClientCredential.ManagedIdentity(clientId));
    }
}

package dev.linekeeper.adapter.powershell;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.PowerShellProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How PowerShell is started and signed in. */
record PowerShellSettings(List<String> command, SignIn signIn, PowerShellBackend.Pace pace) {
    private static final String PREFIX = "linekeeper.powershell.";

    /**
     * The settings as far as they make sense together.
     *
     * @throws UnusableBackend with everything that is missing or wrong
     */
    static PowerShellSettings of(LinekeeperProperties settings) {
        var powershell = settings.powershell();
        var tenant = set(powershell.tenantId())
                .or(() -> set(settings.graph().tenantId()))
                .or(() -> set(settings.bot().tenantId()));
        var problems = new Problems(new ArrayList<>());
        problems.unless(tenant.isPresent(), "tenant-id is missing");
        problems.unless(
                powershell.signIn() != null, "sign-in (managed-identity, certificate or access-tokens) is missing");
        problems.unless(powershell.timeout().isPositive(), "timeout must be longer than nothing");
        problems.unless(powershell.startTimeout().isPositive(), "start-timeout must be longer than nothing");
        var signIn = signIn(powershell, tenant.orElse(""), problems);
        problems.mustBeNone();
        return new PowerShellSettings(
                powershell.command(),
                signIn,
                new PowerShellBackend.Pace(powershell.workers(), powershell.timeout(), powershell.startTimeout()));
    }

    private static SignIn signIn(PowerShellProperties settings, String tenant, Problems problems) {
        var clientId = set(settings.clientId());
        return switch (settings.signIn()) {
            case null -> new SignIn.ManagedIdentity();
            case MANAGED_IDENTITY ->
                // Connect-MicrosoftTeams -Identity takes no client id, so a user-assigned identity signs in by tokens.
                clientId.<SignIn>map(id -> tokens(tenant, managedIdentity(Optional.of(id))))
                        .orElseGet(SignIn.ManagedIdentity::new);
            case CERTIFICATE -> {
                var appId = required(settings.appId(), "app-id", problems);
                problems.unless(settings.certificate() != null, "certificate is missing");
                yield Optional.ofNullable(settings.certificate())
                        .<SignIn>map(file ->
                                new SignIn.Certificate(appId, tenant, file, set(settings.certificatePassword())))
                        .orElseGet(SignIn.ManagedIdentity::new);
            }
            case ACCESS_TOKENS -> tokens(tenant, credential(settings, tenant, problems));
        };
    }

    private static SignIn tokens(String tenant, TokenCredential credential) {
        return new SignIn.AccessTokens(tenant, new AzureTokens(credential));
    }

    private static TokenCredential credential(PowerShellProperties settings, String tenant, Problems problems) {
        var secret = set(settings.secret());
        var certificate = Optional.ofNullable(settings.certificate());
        problems.unless(secret.isEmpty() || certificate.isEmpty(), "secret and certificate are both set; one must go");
        if (secret.isEmpty() && certificate.isEmpty()) {
            return managedIdentity(set(settings.clientId()));
        }
        var appId = required(settings.appId(), "app-id", problems);
        problems.mustBeNone();
        if (secret.isPresent()) {
            return new ClientSecretCredentialBuilder()
                    .tenantId(tenant)
                    .clientId(appId)
                    .clientSecret(secret.get())
                    .httpClient(http())
                    .build();
        }
        var builder = new ClientCertificateCredentialBuilder()
                .tenantId(tenant)
                .clientId(appId)
                .httpClient(http());
        var file = certificate.get().toString();
        return set(settings.certificatePassword())
                .map(password -> builder.pfxCertificate(file).clientCertificatePassword(password))
                .orElseGet(() -> builder.pemCertificate(file))
                .build();
    }

    private static TokenCredential managedIdentity(Optional<String> clientId) {
        var builder = new ManagedIdentityCredentialBuilder().httpClient(http());
        return clientId.map(builder::clientId).orElse(builder).build();
    }

    private static HttpClient http() {
        return new JdkHttpClientBuilder().build();
    }

    private static String required(@Nullable String text, String name, Problems problems) {
        var found = set(text);
        problems.unless(found.isPresent(), name + " is missing");
        return found.orElse("");
    }

    private static Optional<String> set(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(found -> !found.isEmpty());
    }

    /** Everything that is wrong, said at once. */
    private record Problems(List<String> found) {
        void unless(boolean good, String problem) {
            if (!good) {
                found.add(PREFIX + problem);
            }
        }

        void mustBeNone() {
            if (!found.isEmpty()) {
                throw new UnusableBackend(String.join("; ", found));
            }
        }
    }
}

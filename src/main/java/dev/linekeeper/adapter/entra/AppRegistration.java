package dev.linekeeper.adapter.entra;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import dev.linekeeper.settings.LinekeeperProperties.GraphProperties.App;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An app registration in Entra with its credential.
 *
 * @param appId the application (client) id
 * @param tenantId the Entra tenant that issues its tokens
 */
public record AppRegistration(String appId, String tenantId, ClientCredential proof) {
    /**
     * The registration in the settings; empty when a setting is missing, which is then among {@code problems}.
     *
     * @param tenantId not checked here: the caller has done so
     */
    public static Optional<AppRegistration> read(App settings, String tenantId, SettingProblems problems) {
        var appId = problems.required("app-id", settings.appId());
        var proof = proof(settings, appId.orElse(""), problems);
        return appId.flatMap(id -> proof.map(credential -> new AppRegistration(id, tenantId, credential)));
    }

    private static Optional<ClientCredential> proof(App settings, String appId, SettingProblems problems) {
        return switch (settings.credential()) {
            case null -> {
                problems.add("credential is missing: managed-identity, certificate or secret");
                yield Optional.empty();
            }
            case MANAGED_IDENTITY ->
                Optional.of(new ClientCredential.ManagedIdentity(
                        SettingProblems.given(settings.clientId()).orElse(appId)));
            case SECRET -> problems.required("secret", settings.secret()).map(ClientCredential.Secret::new);
            case CERTIFICATE -> certificate(settings, problems);
        };
    }

    private static Optional<ClientCredential> certificate(App settings, SettingProblems problems) {
        Path file = settings.certificate();
        if (file == null) {
            problems.add("certificate is missing: a PEM or PFX file");
            return Optional.empty();
        }
        problems.unless(Files.isReadable(file), "certificate names a file that cannot be read: " + file);
        return Optional.of(
                new ClientCredential.Certificate(file, SettingProblems.given(settings.certificatePassword())));
    }

    /**
     * The credential for Azure Identity, which caches and renews tokens. Thread-safe. Building one makes no call; each
     * has a cache of its own, so build it once.
     */
    public TokenCredential credential() {
        var http = new JdkHttpClientBuilder().build();
        return switch (proof) {
            case ClientCredential.ManagedIdentity(var clientId) -> {
                var builder = new ManagedIdentityCredentialBuilder().httpClient(http);
                yield clientId.isEmpty()
                        ? builder.build()
                        : builder.clientId(clientId).build();
            }
            case ClientCredential.Secret(var secret) ->
                new ClientSecretCredentialBuilder()
                        .tenantId(tenantId)
                        .clientId(appId)
                        .clientSecret(secret)
                        .httpClient(http)
                        .build();
            case ClientCredential.Certificate(var file, var password) -> {
                var builder = new ClientCertificateCredentialBuilder()
                        .tenantId(tenantId)
                        .clientId(appId)
                        .httpClient(http);
                yield password.map(secret ->
                                builder.pfxCertificate(file.toString()).clientCertificatePassword(secret))
                        .orElseGet(() -> builder.pemCertificate(file.toString()))
                        .build();
            }
        };
    }
}

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
 * An app registration in Entra and how it proves who it is.
 *
 * @param appId its application (client) id
 * @param tenantId the Entra tenant it asks for tokens of
 */
public record AppRegistration(String appId, String tenantId, ClientCredential proof) {
    /**
     * The registration in the settings, or empty when something of it is missing, which {@code problems} then tells.
     *
     * @param tenantId the Entra tenant; that it is named is for the caller to check
     */
    public static Optional<AppRegistration> read(App settings, String tenantId, SettingProblems problems) {
        var appId = problems.required("app-id", settings.appId());
        var proof = proof(settings, appId.orElse(""), problems);
        return appId.flatMap(id -> proof.map(how -> new AppRegistration(id, tenantId, how)));
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
     * The credential of Azure Identity, which keeps its tokens and renews them before they expire; safe for concurrent
     * callers. Building it calls nobody; each has a cache of its own, so build it once.
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
                yield password.map(
                                word -> builder.pfxCertificate(file.toString()).clientCertificatePassword(word))
                        .orElseGet(() -> builder.pemCertificate(file.toString()))
                        .build();
            }
        };
    }
}

package dev.linekeeper.adapter.graph;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import dev.linekeeper.settings.LinekeeperProperties.Graph.App;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An app registration and how it proves who it is; the credential keeps its tokens. */
record Registration(String appId, String tenantId, Proof proof) {
    sealed interface Proof {
        record ManagedIdentity(String clientId) implements Proof {}

        /** A certificate; {@code password} is a PFX file's, a PEM file has none. */
        record Certificate(Path file, Optional<String> password) implements Proof {
            @Override
            public String toString() {
                return "Certificate[file=%s]".formatted(file);
            }
        }

        record Secret(String value) implements Proof {
            @Override
            public String toString() {
                return "Secret[]";
            }
        }
    }

    /** The proof in the settings; empty when it is missing or incomplete. */
    static Optional<Proof> proof(App settings, String appId) {
        return switch (settings.credential()) {
            case null -> Optional.empty();
            case MANAGED_IDENTITY ->
                Optional.of(new Proof.ManagedIdentity(set(settings.clientId()).orElse(appId)));
            case SECRET -> set(settings.secret()).map(Proof.Secret::new);
            case CERTIFICATE ->
                Optional.ofNullable(settings.certificate())
                        .map(file -> new Proof.Certificate(file, set(settings.certificatePassword())));
        };
    }

    TokenCredential credential() {
        HttpClient http = new JdkHttpClientBuilder().build();
        return switch (proof) {
            case Proof.ManagedIdentity(var clientId) ->
                new ManagedIdentityCredentialBuilder()
                        .clientId(clientId)
                        .httpClient(http)
                        .build();
            case Proof.Secret(var secret) ->
                new ClientSecretCredentialBuilder()
                        .tenantId(tenantId)
                        .clientId(appId)
                        .clientSecret(secret)
                        .httpClient(http)
                        .build();
            case Proof.Certificate(var file, var password) -> {
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

    static Optional<String> set(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(found -> !found.isEmpty());
    }
}

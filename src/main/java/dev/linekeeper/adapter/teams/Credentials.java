package dev.linekeeper.adapter.teams;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import dev.linekeeper.adapter.teams.BotIdentity.Proof;
import dev.linekeeper.adapter.teams.BotIdentity.Registered;

/** Azure Identity, asked on the JDK's HTTP client. */
final class Credentials {
    private Credentials() {}

    static TokenCredential of(Registered bot) {
        HttpClient http = new JdkHttpClientBuilder().build();
        return switch (bot.proof()) {
            case Proof.ManagedIdentity(var clientId) ->
                new ManagedIdentityCredentialBuilder()
                        .clientId(clientId)
                        .httpClient(http)
                        .build();
            case Proof.Secret(var secret) ->
                new ClientSecretCredentialBuilder()
                        .tenantId(bot.tenantId())
                        .clientId(bot.appId())
                        .clientSecret(secret)
                        .httpClient(http)
                        .build();
            case Proof.Certificate certificate -> withCertificate(bot, certificate, http);
        };
    }

    private static TokenCredential withCertificate(Registered bot, Proof.Certificate certificate, HttpClient http) {
        String file = certificate.file().toString();
        var builder = new ClientCertificateCredentialBuilder()
                .tenantId(bot.tenantId())
                .clientId(bot.appId())
                .httpClient(http);
        return certificate
                .password()
                .map(password -> builder.pfxCertificate(file).clientCertificatePassword(password))
                .orElseGet(() -> builder.pemCertificate(file))
                .build();
    }
}

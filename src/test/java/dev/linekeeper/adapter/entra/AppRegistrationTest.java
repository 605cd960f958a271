package dev.linekeeper.adapter.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.identity.ClientCertificateCredential;
import com.azure.identity.ClientSecretCredential;
import com.azure.identity.ManagedIdentityCredential;
import dev.linekeeper.settings.LinekeeperProperties.BotSettings.Credential;
import dev.linekeeper.settings.LinekeeperProperties.GraphProperties.App;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which credential an app registration becomes; none of them calls anybody before a token is wanted. */
class AppRegistrationTest {
    private static final Path PEM = Path.of("/no/such.pem");

    @Test
    void each_proof_has_its_credential() {
        assertThat(registration(new ClientCredential.ManagedIdentity("")).credential())
                .isInstanceOf(ManagedIdentityCredential.class);
        assertThat(registration(new ClientCredential.ManagedIdentity("an-identity"))
                        .credential())
                .isInstanceOf(ManagedIdentityCredential.class);
        assertThat(registration(new ClientCredential.Secret("s3cret")).credential())
                .isInstanceOf(ClientSecretCredential.class);
        assertThat(registration(new ClientCredential.Certificate(PEM, Optional.empty()))
                        .credential())
                .isInstanceOf(ClientCertificateCredential.class);
        assertThat(registration(new ClientCredential.Certificate(PEM, Optional.of("s3cret")))
                        .credential())
                .isInstanceOf(ClientCertificateCredential.class);
    }

    @Test
    void all_that_is_missing_is_told_at_once_with_the_names_of_its_settings() {
        var problems = SettingProblems.of("linekeeper.graph.");
        var reads = problems.within("reads.");
        var writes = problems.within("writes.");
        AppRegistration.read(new App(" ", null, null, null, null, null), "t", reads);
        AppRegistration.read(new App("w", Credential.CERTIFICATE, null, PEM, null, null), "t", writes);
        assertThatThrownBy(() -> problems.mustBeNone("Graph cannot be used", "Set it."))
                .isInstanceOfSatisfying(
                        IncompleteSettings.class,
                        incomplete -> assertThat(incomplete.remedy()).isEqualTo("Set it."))
                .hasMessage("Graph cannot be used: linekeeper.graph.reads.app-id is missing;"
                        + " linekeeper.graph.reads.credential is missing: managed-identity, certificate or secret;"
                        + " linekeeper.graph.writes.certificate names a file that cannot be read: /no/such.pem");
    }

    private static AppRegistration registration(ClientCredential proof) {
        return new AppRegistration("an-app", "a-tenant", proof);
    }
}

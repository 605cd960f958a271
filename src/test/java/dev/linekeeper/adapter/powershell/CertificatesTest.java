package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.powershell.SimulatedPowerShell;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Row P13 of the findings, with what the trials of host.ps1 leave out: PFX files, and keys that cannot sign. */
@ExtendWith(PwshOnPath.class)
class CertificatesTest {
    private static final String PASSWORD = "pass-word";
    private static final Duration LONG = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    private final SimulatedPowerShell tenant =
            new SimulatedPowerShell(Fabrikam.model(), new ActiveFaults(), Delays.AT_ONCE);

    @BeforeEach
    void serve() {
        RealPowerShell.serve(tenant);
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void a_pfx_file_signs_in_with_its_password_and_is_refused_with_another() throws Exception {
        Path file = pfx("RSA");
        try (var shell = signingIn(file, Optional.of(PASSWORD))) {
            assertThat(shell.ports().policyCatalogue().voiceRoutes()).hasSize(1);
        }
        refused(file, Optional.of("another"), "password");
    }

    @Test
    void a_key_that_is_not_rsa_is_refused_in_a_pfx_and_in_a_pem_file() throws Exception {
        Path file = pfx("EC");
        refused(file, Optional.of(PASSWORD), "has no RSA key");
        refused(pem(file), Optional.empty(), "has no RSA key");
    }

    private void refused(Path file, Optional<String> password, String words) {
        try (var shell = signingIn(file, password)) {
            assertThatThrownBy(() -> shell.ports().policyCatalogue().voiceRoutes())
                    .isInstanceOfSatisfying(
                            BackendFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DENIED))
                    .hasMessageContaining("Signing in to Teams PowerShell failed")
                    .hasMessageContaining(words)
                    .hasMessageNotContaining(PASSWORD);
        }
    }

    private static PowerShellBackend signingIn(Path file, Optional<String> password) {
        return PowerShellBackend.open(
                RealPowerShell.command(),
                new SignIn.CertificateSignIn("app", "tenant", file, password),
                new PowerShellBackend.PowerShellPool(1, LONG, LONG),
                Throttles.in(new ManualTime()),
                Clock.systemUTC());
    }

    private Path pfx(String algorithm) throws IOException, InterruptedException {
        Path file = folder.resolve(algorithm + ".pfx");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "trial",
                        "-dname",
                        "CN=trial",
                        "-keyalg",
                        algorithm,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(keytool.getInputStream().readAllBytes())).doesNotContain("error");
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    private Path pem(Path pfx) throws Exception {
        var store = KeyStore.getInstance(pfx.toFile(), PASSWORD.toCharArray());
        return Files.writeString(
                folder.resolve("key.pem"),
                block("CERTIFICATE", store.getCertificate("trial").getEncoded())
                        + block(
                                "PRIVATE KEY",
                                store.getKey("trial", PASSWORD.toCharArray()).getEncoded()));
    }

    private static String block(String name, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n"
                .formatted(name, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content));
    }
}

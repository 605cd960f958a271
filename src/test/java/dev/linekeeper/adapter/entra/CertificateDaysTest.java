package dev.linekeeper.adapter.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateDaysTest {
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----\n";
    private static final Instant ENDS = Instant.parse("2027-11-28T22:51:12Z");

    @TempDir
    Path folder;

    @Test
    void the_end_is_read_from_a_pem_file_beside_its_key() throws IOException {
        Path pem = Files.writeString(folder.resolve("both.pem"), KEY + certificate());
        assertThat(CertificateDays.end(pem, null)).isEqualTo(ENDS);
    }

    @Test
    void and_from_a_pfx_file_with_its_password() throws IOException, GeneralSecurityException {
        Path pfx = folder.resolve("bot.pfx");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream text = CertificateDaysTest.class.getResourceAsStream("ends.pem")) {
            store.setCertificateEntry(
                    "bot", CertificateFactory.getInstance("X.509").generateCertificate(text));
        }
        try (var out = Files.newOutputStream(pfx)) {
            store.store(out, "s3cret".toCharArray());
        }
        assertThat(CertificateDays.end(pfx, "s3cret")).isEqualTo(ENDS);
    }

    @Test
    void a_file_without_a_certificate_is_said() throws IOException {
        Path pem = Files.writeString(folder.resolve("key.pem"), KEY);
        assertThatThrownBy(() -> CertificateDays.end(pem, null)).hasMessageContaining("key.pem");
    }

    private static String certificate() throws IOException {
        try (InputStream text = CertificateDaysTest.class.getResourceAsStream("ends.pem")) {
            return new String(text.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

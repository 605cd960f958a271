package dev.linekeeper.adapter.entra;

import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.metrics.MetricSource;
import dev.linekeeper.settings.LinekeeperProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long the certificates of the settings are good, by the setting that names their file. */
public record CertificateDays(LinekeeperProperties settings, Clock clock) implements MetricSource {
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    @Override
    public String source() {
        return "certificates";
    }

    @Override
    public List<Measurement> measurements() {
        var reads = settings.graph().reads();
        var writes = settings.graph().writes();
        var powerShell = settings.powershell();
        var days = new ArrayList<Measurement>();
        add(days, "bot", settings.bot().certificate(), settings.bot().certificatePassword());
        add(days, "graph.reads", reads.certificate(), reads.certificatePassword());
        add(days, "graph.writes", writes.certificate(), writes.certificatePassword());
        add(days, "powershell", powerShell.certificate(), powerShell.certificatePassword());
        return days;
    }

    private void add(List<Measurement> days, String setting, @Nullable Path file, @Nullable String password) {
        if (file != null) {
            Duration left = Duration.between(clock.instant(), end(file, password));
            days.add(Metric.CERTIFICATE_DAYS.of(Math.floorDiv(left.toHours(), 24), setting));
        }
    }

    /** When the first of a file's certificates ends. */
    static Instant end(Path file, @Nullable String password) {
        try (InputStream content = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    SettingProblems.given(password).isPresent()
                            ? ofStore(content, Objects.requireNonNull(password))
                            : ofText(new String(content.readAllBytes(), StandardCharsets.US_ASCII));
            return all.stream()
                    .map(X509Certificate.class::cast)
                    .map(it -> it.getNotAfter().toInstant())
                    .min(Instant::compareTo)
                    .orElseThrow(() -> new IllegalStateException("%s has no certificate".formatted(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("%s cannot be read".formatted(file), unreadable);
        }
    }

    /** Those of a PEM file, in which a key stands too. */
    private static Collection<? extends Certificate> ofText(String pem) throws GeneralSecurityException {
        String blocks =
                CERTIFICATE.matcher(pem).results().map(MatchResult::group).collect(Collectors.joining("\n"));
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(blocks.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<Certificate> ofStore(InputStream pfx, String password)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(pfx, password.toCharArray());
        var all = new ArrayList<Certificate>();
        for (String alias : Collections.list(store.aliases())) {
            all.add(store.getCertificate(alias));
        }
        return all;
    }
}

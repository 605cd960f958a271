package dev.linekeeper.adapter.teams;

import dev.linekeeper.adapter.teams.BotIdentity.Proof;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.Loopback;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the bot's identity from its settings; collects everything that is wrong before it gives up. */
final class IdentitySettings {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String PREFIX = "linekeeper.bot.";

    private final LinekeeperProperties.Bot settings;
    private final List<String> problems = new ArrayList<>();

    IdentitySettings(LinekeeperProperties.Bot settings) {
        this.settings = settings;
    }

    BotIdentity identity() {
        if (!settings.hasIdentity() && !anythingElseIsSet()) {
            return new BotIdentity.None();
        }
        String appId = id("app-id", settings.appId());
        String tenantId = id("tenant-id", settings.tenantId());
        Optional<Proof> proof = proof(appId);
        checkMetadata(settings.openidMetadata());
        if (!problems.isEmpty()) {
            throw new IncompleteIdentity(problems);
        }
        return new BotIdentity.Registered(
                appId,
                tenantId,
                proof.orElseThrow(),
                settings.openidMetadata(),
                settings.issuer(),
                settings.tokenScope());
    }

    private boolean anythingElseIsSet() {
        return settings.credential() != null
                || settings.certificate() != null
                || Stream.of(
                                settings.tenantId(),
                                settings.clientId(),
                                settings.secret(),
                                settings.certificatePassword())
                        .anyMatch(IdentitySettings::isSet);
    }

    private Optional<Proof> proof(String appId) {
        return switch (settings.credential()) {
            case null -> {
                problems.add(PREFIX + "credential is missing: managed-identity, certificate or secret");
                yield Optional.empty();
            }
            case MANAGED_IDENTITY ->
                Optional.of(new Proof.ManagedIdentity(
                        isSet(settings.clientId()) ? id("client-id", settings.clientId()) : appId));
            case SECRET -> Optional.of(new Proof.Secret(text("secret", settings.secret())));
            case CERTIFICATE -> certificate();
        };
    }

    private Optional<Proof> certificate() {
        Path file = settings.certificate();
        if (file == null) {
            problems.add(PREFIX + "certificate is missing: a PEM or PFX file");
            return Optional.empty();
        }
        if (!Files.isReadable(file)) {
            problems.add(PREFIX + "certificate names a file that cannot be read: " + file);
        }
        return Optional.of(new Proof.Certificate(file, Optional.ofNullable(settings.certificatePassword())));
    }

    private void checkMetadata(URI metadata) {
        if (!Loopback.isHttpsOrLocal(metadata)) {
            problems.add(PREFIX + "openid-metadata must be an https address");
        }
    }

    private String id(String name, @Nullable String value) {
        String text = text(name, value);
        if (!text.isEmpty() && !UUID.matcher(text).matches()) {
            problems.add(PREFIX + name + " is not an id like 8e0e1a0c-0000-0000-0000-000000000000");
        }
        return text;
    }

    private String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            problems.add(PREFIX + name + " is missing");
            return "";
        }
        return value.strip();
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}

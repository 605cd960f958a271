package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.Backdrop;
import dev.linekeeper.settings.EmulatorSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;

/** The tenant of our tests: {@code src/test/resources/tenantfile/fabrikam.json}, with every shape a file can have. */
public final class Fabrikam {
    /** Services that do everything at once and without fault. */
    public static final EmulatorSettings AT_ONCE =
            new EmulatorSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, null, Set.of());

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final UserId ADA = user(1);
    /** Licensed, voice off, nothing granted. */
    public static final UserId BEN = user(2);
    /** Has a Calling Plan number of her own, an alternate and a private line. */
    public static final UserId CLEO = user(3);
    /** In two groups that grant Shared Calling. */
    public static final UserId DORA = user(4);
    /** Without a Teams Phone licence. */
    public static final UserId EMIL = user(5);
    /** Of whom the file says next to nothing. */
    public static final UserId FAY = user(6);

    public static final UserId GUEST = user(7);
    public static final UserId SEATTLE = user(101);
    public static final UserId BERLIN = user(102);
    public static final UserId UNLICENSED_ACCOUNT = user(103);

    /** A group nobody has granted a Shared Calling policy. */
    public static final GroupId UNGRANTED_GROUP = new GroupId(user(302).value());

    /** What the contract suites find here. */
    public static final Backdrop BACKDROP = new Backdrop(
            ADA,
            "Ada Brandt",
            BEN,
            EMIL,
            CLEO,
            DORA,
            user(999),
            Set.of(GUEST, SEATTLE),
            new GroupId(user(301).value()),
            "Sales",
            ADA,
            new PolicyName("SC-SEA"),
            new PolicyName("SC-BER"),
            PhoneNumber.of("+14255550140"),
            PhoneNumber.of("+14255550141"),
            PhoneNumber.of("+14255550171"),
            PhoneNumber.of("+14255550100"),
            NumberType.CALLING_PLAN,
            new LocationId("a0000000-0000-4000-8000-000000000001"));

    private Fabrikam() {}

    public static byte[] file() {
        try (var in = Fabrikam.class.getResourceAsStream("/tenantfile/fabrikam.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String text() {
        return new String(file(), StandardCharsets.UTF_8);
    }

    public static TenantContent content() {
        return read(text());
    }

    public static SimulatedTenant model() {
        return model(text());
    }

    /** A tenant whose file is that. */
    public static SimulatedTenant model(String json) {
        var file = new ConfiguredFile("fabrikam.json", json.getBytes(StandardCharsets.UTF_8));
        return new SimulatedTenant(TenantState.read(file), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** The tenant of the demo. */
    public static SimulatedTenant demo(Clock clock) {
        return new SimulatedTenant(TenantState.read(ConfiguredFile.of(null)), clock);
    }

    public static TenantContent read(String json) {
        return TenantFile.read("fabrikam.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    public static UserId user(int number) {
        return new UserId("%08d-0000-4000-8000-000000000000".formatted(number));
    }
}

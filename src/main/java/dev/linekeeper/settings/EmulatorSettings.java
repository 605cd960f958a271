package dev.linekeeper.settings;

import dev.linekeeper.core.tenant.PolicyKind;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated Microsoft services behave, for the backend {@code demo}.
 *
 * @param grantDelay until a granted policy shows; half a minute in a real tenant
 * @param numberDelay until a number has changed hands
 * @param latency how long every call takes
 * @param rate how many calls a second Graph answers before it says 429; 0 for any number
 * @param faults a JSON file of fault switches set from the start
 * @param refusedPolicyTypes policy types Graph does not grant, so that they go through PowerShell
 */
public record EmulatorSettings(
        @DefaultValue("2s") Duration grantDelay,
        @DefaultValue("1s") Duration numberDelay,
        @DefaultValue("0s") Duration latency,
        @DefaultValue("0") @Min(0) int rate,
        @Nullable Path faults,
        @DefaultValue Set<PolicyKind> refusedPolicyTypes) {}

package dev.linekeeper.service.checkup;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every check of the set-up, all at once, each on a thread of its own. Safe for concurrent callers. */
public final class Doctor {
    private static final Logger log = LoggerFactory.getLogger(Doctor.class);

    private final List<Checkup> checkups;

    public Doctor(List<Checkup> checkups) {
        this.checkups = List.copyOf(checkups);
    }

    /** All checks in the order of the checkups; a checkup that fails is one check that could not be made. */
    public List<SetupCheck> examine() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<SetupCheck>>> results = checkups.stream()
                    .map(checkup -> threads.submit(checkup::checks))
                    .toList();
            return results.stream().flatMap(result -> result(result).stream()).toList();
        }
    }

    /** Whether nothing is missing; a check that could not be made counts as missing. */
    public static boolean isComplete(List<SetupCheck> checks) {
        return checks.stream()
                .noneMatch(check -> check.state() == CheckState.MISSING || check.state() == CheckState.UNKNOWN);
    }

    private static List<SetupCheck> result(Future<List<SetupCheck>> result) {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            return List.of(failed(Objects.requireNonNullElse(failed.getCause(), failed)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while checking the set-up", stopped);
        }
    }

    private static SetupCheck failed(Throwable why) {
        if (!(why instanceof BackendFailure)) {
            log.warn("action=checkup outcome=failed", why);
        }
        String said = why instanceof BackendFailure
                ? String.valueOf(why.getMessage())
                : why.getClass().getSimpleName();
        return SetupCheck.of("room", CheckState.UNKNOWN, "", new Explanation("doctor.found.unknown", List.of(said)));
    }
}

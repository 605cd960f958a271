package dev.linekeeper.adapter.graph;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many pages a list takes, as far as was seen: it is read for many people where that takes fewer calls than one each. */
final class PageCount {
    private static final Logger log = LoggerFactory.getLogger(PageCount.class);

    private volatile int atLeast = 1;

    /**
     * Reads a list while its pages are fewer than the people asked for; not at all when they were more before. A page that
     * fails ends it: whoever was on those before was read.
     *
     * @param reading reads page by page, and asks after each whether to go on
     */
    void read(int people, Consumer<BooleanSupplier> reading) {
        if (people <= atLeast) {
            return;
        }
        var pages = new int[1];
        try {
            reading.accept(() -> ++pages[0] + 1 < people);
            atLeast = pages[0] + 1 < people ? pages[0] : people;
        } catch (LocalRateLimitExceeded notAsked) {
            throw notAsked;
        } catch (BackendFailure failure) {
            log.warn("action=read-pages outcome=failed page={} kind={}", pages[0] + 1, failure.kind());
            if (failure.kind() == FailureKind.INVALID || failure.kind() == FailureKind.UNSUPPORTED) {
                atLeast = Integer.MAX_VALUE;
            }
        }
    }
}

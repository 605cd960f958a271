import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.ChangeRequest.ChangesTogether;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Previews or submits one batch into the database of a bot that runs, and says what it took. Arguments: the settings of the
 * bot, "preview" or "submit", who asks, and the people.
 */
class SubmitBatch {
    public static void main(String[] arguments) throws Exception {
        String[] settings =
                Arrays.stream(arguments).filter(each -> each.startsWith("--")).toArray(String[]::new);
        List<String> others =
                Arrays.stream(arguments).filter(each -> !each.startsWith("--")).toList();
        String what = others.getFirst();
        List<UserId> people = others.stream().skip(1).map(UserId::new).toList();
        var wiring = Class.forName("dev.linekeeper.app.ShellContexts$WithStore");
        try (var context = new SpringApplicationBuilder(wiring)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            List<ChangeRequest> changes = people.stream()
                    .skip(1)
                    .map(person -> new ChangeRequest(
                            people.getFirst(),
                            new Intent.EnrolPerson(person, new PolicyName("Seattle"), false),
                            "bulk"))
                    .toList();
            var submission = context.getBean(BatchSubmission.class);
            var told = new AtomicInteger();
            long before = used();
            var most = mostUsed();
            long began = System.nanoTime();
            Map<ChangeRequest, SubmissionResult> results = what.equals("preview")
                    ? submission.preview(changes, _ -> told.incrementAndGet())
                    : submission
                            .submit(
                                    changes,
                                    new ChangesTogether(Optional.empty(), _ -> true, List.of(), _ -> {}),
                                    _ -> told.incrementAndGet())
                            .results();
            double seconds = (System.nanoTime() - began) / 1e9;
            long peak = most.get();
            System.out.printf(
                    "%s: %d people in %.1f s, told %d times, %s; heap %d MB before, %d MB more held after, at most %d"
                            + " MB more after a collection%n",
                    what,
                    results.size(),
                    seconds,
                    told.get(),
                    counts(results),
                    before >> 20,
                    used() - before >> 20,
                    Math.max(0, peak - before) >> 20);
            System.exit(results.size() == changes.size() ? 0 : 1);
        }
    }

    private static Map<String, Integer> counts(Map<ChangeRequest, SubmissionResult> results) {
        Map<String, Integer> counts = new TreeMap<>();
        results.values()
                .forEach(result -> counts.merge(
                        result instanceof SubmissionResult.OnlyPlanned(var planned)
                                ? planned.getClass().getSimpleName()
                                : result.getClass().getSimpleName(),
                        1,
                        Integer::sum));
        return counts;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most that was in use after a collection, garbage that no collection has looked at included. */
    private static AtomicLong mostUsed() {
        var most = new AtomicLong();
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                long now = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum();
                most.accumulateAndGet(now, Math::max);
                try {
                    Thread.sleep(100);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        });
        return most;
    }
}

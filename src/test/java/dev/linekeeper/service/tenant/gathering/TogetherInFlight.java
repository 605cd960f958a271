package dev.linekeeper.service.tenant.gathering;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Runs that are all in flight before the first of them asks. */
record TogetherInFlight(RunsInFlight runs) {
    /** What came of each; a failure instead of an answer where it failed. */
    <A> List<Object> ask(int many, Function<Integer, A> asking) throws InterruptedException {
        var started = new CyclicBarrier(many);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, many)
                    .mapToObj(each -> threads.submit(() -> runs.<Object>counted(() -> {
                        try {
                            started.await();
                        } catch (Exception stopped) {
                            throw new IllegalStateException(stopped);
                        }
                        try {
                            return asking.apply(each);
                        } catch (RuntimeException failure) {
                            return failure;
                        }
                    })))
                    .toList();
            var answers = new ArrayList<Object>();
            for (var each : asked) {
                answers.add(each.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}

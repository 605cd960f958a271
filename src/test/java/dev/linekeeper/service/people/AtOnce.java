package dev.linekeeper.service.people;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Several people who do something in the same instant. */
public final class AtOnce {
    private AtOnce() {}

    /** What one of them does, by their number from 0. */
    public interface Numbered<T> {
        T run(int number);
    }

    /** What each of them got, in their order. */
    public static <T> List<T> of(int people, Numbered<T> work) throws Exception {
        var start = new CyclicBarrier(people);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < people; i++) {
                int number = i;
                tasks.add(() -> {
                    start.await();
                    return work.run(number);
                });
            }
            var answers = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}

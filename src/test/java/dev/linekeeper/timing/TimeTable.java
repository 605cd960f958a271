package dev.linekeeper.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints where the time of a test run went, by part of the application, and the slowest classes, when the run is over. */
public final class TimeTable implements TestExecutionListener {
    private static final String ROOT = "dev.linekeeper.";
    private static final int SLOWEST = 8;

    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private final Map<String, Duration> took = new ConcurrentHashMap<>();

    /** A run in several processes is a plan for each class: then there is nothing to compare. */
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        started.clear();
        took.clear();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        className(test).ifPresent(name -> started.putIfAbsent(name, Instant.now()));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        className(test)
                .filter(name -> !name.contains("$"))
                .ifPresent(name -> took.put(name, Duration.between(started.get(name), Instant.now())));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (took.size() < 2) {
            return;
        }
        Map<String, Duration> parts = new TreeMap<>();
        took.forEach((name, time) -> parts.merge(part(name), time, Duration::plus));
        List<String> lines = new ArrayList<>();
        lines.add("Time of each part" + (Sampling.whole() ? "" : " (short samples; all of it: mvn -Plong verify)"));
        parts.forEach((part, time) -> lines.add(line(part, time)));
        lines.add(line("all", took.values().stream().reduce(Duration.ZERO, Duration::plus)));
        lines.add("Slowest classes");
        took.entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
                .limit(SLOWEST)
                .forEach(one -> lines.add(line(one.getKey().substring(ROOT.length()), one.getValue())));
        System.out.println(String.join("\n", lines));
    }

    private static Optional<String> className(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName())
                .filter(name -> name.startsWith(ROOT));
    }

    private static String part(String className) {
        String[] names = className.substring(ROOT.length()).split("\\.");
        return names[0].equals("adapter") ? names[0] + "." + names[1] : names[0];
    }

    private static String line(String what, Duration time) {
        return "%-55s %7.1f s".formatted(what, time.toMillis() / 1000.0);
    }
}

package dev.linekeeper.chat.turns;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.metrics.MetricSource;
import dev.linekeeper.service.metrics.Tally;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The turns of this process, and how many sentences were not understood by the language of who said them: no text and
 * nobody is kept. The owner finds the latter with the set-up. Thread-safe.
 */
public final class TurnCounts implements MetricSource, Checkup {
    private static final String OTHER = "other";
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", OTHER);

    private static final Set<TurnOutcome> FAILURES = EnumSet.of(TurnOutcome.TENANT_FAILED, TurnOutcome.FAILED);

    private final Tally turns = new Tally(Metric.TURNS);
    private final Tally failed = new Tally(Metric.TURNS_FAILED);
    private final Tally notUnderstood = new Tally(Metric.NOT_UNDERSTOOD);

    public TurnCounts() {
        for (var outcome : TurnOutcome.values()) {
            turns.known("none", outcome.label());
        }
        FAILURES.forEach(outcome -> failed.known(outcome.label()));
        LANGUAGES.forEach(notUnderstood::known);
    }

    void ended(TurnNotes notes, Locale locale) {
        turns.add(notes.command(), notes.outcome().label());
        if (FAILURES.contains(notes.outcome())) {
            failed.add(notes.outcome().label());
        }
        if (notes.outcome() == TurnOutcome.NOT_UNDERSTOOD) {
            notUnderstood.add(LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : OTHER);
        }
    }

    @Override
    public String source() {
        return "chat";
    }

    @Override
    public List<Measurement> measurements() {
        return Stream.of(turns, failed, notUnderstood)
                .flatMap(Tally::measurements)
                .toList();
    }

    @Override
    public List<SetupCheck> checks() {
        Object[] counts = Stream.concat(LANGUAGES.stream().map(this::count), Stream.of(sum(turns.measurements())))
                .toArray();
        return List.of(SetupCheck.of(
                "understood", CheckState.GOOD, "", Explanation.of("doctor.found.not-understood", counts)));
    }

    private long count(String language) {
        return sum(notUnderstood.measurements().filter(it -> it.labels().contains(language)));
    }

    private static long sum(Stream<Measurement> measured) {
        return (long) measured.mapToDouble(Measurement::value).sum();
    }
}

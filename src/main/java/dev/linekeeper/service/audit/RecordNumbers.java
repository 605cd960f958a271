package dev.linekeeper.service.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers of records, written as {@code 1-57 60 62-99}. */
public record RecordNumbers(List<Run> runs) {
    /** Numbers from the first to the last, both included. */
    public record Run(long first, long last) {
        public Run {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("%d to %d are no records".formatted(first, last));
            }
        }

        @Override
        public String toString() {
            return first == last ? Long.toString(first) : "%d-%d".formatted(first, last);
        }
    }

    public RecordNumbers {
        runs = List.copyOf(runs);
    }

    /** The numbers of a list in ascending order. */
    public static RecordNumbers of(List<Long> ascending) {
        var runs = new ArrayList<Run>();
        for (long number : ascending) {
            boolean goesOn = !runs.isEmpty() && runs.getLast().last() + 1 == number;
            runs.add(goesOn ? new Run(runs.removeLast().first(), number) : new Run(number, number));
        }
        return new RecordNumbers(runs);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static RecordNumbers parse(String text) {
        return new RecordNumbers(Arrays.stream(text.split(" "))
                .map(run -> run.split("-", 2))
                .map(ends -> new Run(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])))
                .toList());
    }

    /** How many numbers there are. */
    public int count() {
        return runs.stream()
                .mapToInt(run -> Math.toIntExact(run.last() - run.first() + 1))
                .sum();
    }

    @Override
    public String toString() {
        return runs.stream().map(Run::toString).collect(Collectors.joining(" "));
    }
}

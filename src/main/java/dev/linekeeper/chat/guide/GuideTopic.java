package dev.linekeeper.chat.guide;

import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.tenant.AnyCase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What one can read about: facts of its own, and the rules that say the rest, by their ids. */
enum GuideTopic {
    CONSIDERATIONS(
            List.of(GuideFact.CALLER_SEES, GuideFact.NUMBER_GONE), List.of("RES-08", "RES-18", "TEN-01", "CLI-01")),
    REQUIREMENTS(
            List.of(),
            List.of(
                    "USR-03", "USR-05", "USR-06", "VRP-01", "EMG-01", "POL-01", "RES-02", "RES-04", "RES-06", "RES-10",
                    "RES-16")),
    BENEFITS(List.of(GuideFact.NO_NUMBER, GuideFact.INSIDE, GuideFact.CALLBACK_RINGS), List.of()),
    COST(
            List.of(GuideFact.MINUTES, GuideFact.FREE_LICENCES, GuideFact.HEAVY_CALLERS),
            List.of("RES-12", "RES-13", "USR-11")),
    SUPPORT(List.of(GuideFact.NOT_DOCUMENTED), List.of("RES-05", "RES-08", "RES-18", "TEN-01", "TEN-02")),
    CALLBACK(
            List.of(GuideFact.CALLBACK_RINGS, GuideFact.NONE_FREE),
            List.of("POL-11", "POL-05", "POL-03", "POL-04", "POL-06", "POL-07", "POL-08")),
    EMERGENCY(List.of(GuideFact.ADDRESS), List.of("EMG-01", "EMG-02", "EMG-03", "RES-10", "EMG-08")),
    LICENCES(List.of(GuideFact.FREE_LICENCES), List.of("USR-03", "RES-02", "RES-12", "RES-13")),
    NUMBERS(List.of(GuideFact.NUMBER_GONE), List.of("USR-06", "RES-05", "RES-06", "RES-08", "RES-10", "POL-03")),
    CALLER_ID(List.of(GuideFact.CALLER_SEES), List.of("CLI-01", "CLI-02", "CLI-03"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<GuideFact> facts;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> rules;

    GuideTopic(List<GuideFact> facts, List<String> rules) {
        this.facts = facts;
        this.rules = rules;
    }

    List<GuideFact> facts() {
        return facts;
    }

    List<String> rules() {
        return rules;
    }

    /** The topic of that name in the reader's language or in English. */
    static Optional<GuideTopic> named(String text, Wording reader) {
        return Arrays.stream(values())
                .filter(topic -> topic.names(reader).anyMatch(name -> AnyCase.same(name, text)))
                .findFirst();
    }

    /** What it is called, in the reader's language and in English. */
    Stream<String> names(Wording reader) {
        return Stream.concat(
                Stream.of(name()),
                Stream.of(reader, Wording.of(Locale.ENGLISH))
                        .flatMap(wording -> Stream.of(
                                wording.say("chat.guide.names." + this).split(", "))));
    }
}

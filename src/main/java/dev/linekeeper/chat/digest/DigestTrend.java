package dev.linekeeper.chat.digest;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Remedy;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.digest.DigestFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The figures of a digest beside earlier ones.
 *
 * @param before earlier ones, newest first
 */
record DigestTrend(DigestFigures now, List<DigestFigures> before) {
    private static final int MOST_RULES = 8;

    List<Detail> details() {
        var details = new ArrayList<Detail>();
        details.add(counted("ready", DigestFigures::ready));
        details.add(counted("broken", DigestFigures::broken));
        details.add(counted("unknown", DigestFigures::unknown));
        if (now.withoutAccount() > 0) {
            details.add(counted("without-account", DigestFigures::withoutAccount));
        }
        details.add(counted("waiting", DigestFigures::waiting));
        now.oldest()
                .ifPresent(oldest -> details.add(Sheet.detail(
                        "chat.digest.oldest",
                        Explanation.of("chat.digest.oldest.since", oldest.id(), oldest.since()))));
        now.drift()
                .ifPresent(drift ->
                        details.add(Sheet.detail("chat.digest.drift", Explanation.of("chat.digest.count", drift))));
        return details;
    }

    /** The count, how far it is from that of the digest before, and of the oldest one looked back to. */
    private Detail counted(String what, ToIntFunction<DigestFigures> count) {
        int value = count.applyAsInt(now);
        Explanation said = before.isEmpty()
                ? Explanation.of("chat.digest.count", value)
                : before.size() == 1
                        ? Explanation.of(
                                "chat.digest.count.since",
                                value,
                                change(count, before.getFirst()),
                                before.getFirst().day())
                        : Explanation.of(
                                "chat.digest.count.since-both",
                                value,
                                change(count, before.getFirst()),
                                before.getFirst().day(),
                                change(count, before.getLast()),
                                before.getLast().day());
        return Sheet.detail("chat.digest." + what, said);
    }

    private String change(ToIntFunction<DigestFigures> count, DigestFigures then) {
        int change = count.applyAsInt(now) - count.applyAsInt(then);
        return change == 0 ? "±0" : change > 0 ? "+" + change : "−" + -change;
    }

    /** What stops people, the most frequent first, with whose job it is. */
    Stream<Explanation> rules() {
        var more = now.rules().size() > MOST_RULES
                ? Stream.of(Explanation.of("chat.digest.more-rules", now.rules().size() - MOST_RULES))
                : Stream.<Explanation>of();
        return Stream.concat(
                now.rules().entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                        .limit(MOST_RULES)
                        .map(rule -> line(rule.getKey(), rule.getValue())),
                more);
    }

    private static Explanation line(String id, int people) {
        Optional<Rule<PersonCase>> known = Readiness.rules().stream()
                .filter(rule -> rule.id().value().equals(id))
                .findFirst();
        return known.map(rule -> Explanation.of(
                        "chat.digest.rule." + job(rule),
                        people,
                        rule.titleText(),
                        rule.remedyText().orElseGet(rule::whenText),
                        id))
                .orElseGet(() -> Explanation.of("chat.digest.rule.gone", people, id));
    }

    private static String job(Rule<PersonCase> rule) {
        return switch (rule.remedy()) {
            case Remedy.Automatic<PersonCase> _ -> "ours";
            case Remedy.ByAdmin<PersonCase> _ -> "admin";
            case Remedy.OutsideTeams<PersonCase> _ -> "outside";
            case Remedy.NoRemedy<PersonCase> _ -> "nobody";
        };
    }
}

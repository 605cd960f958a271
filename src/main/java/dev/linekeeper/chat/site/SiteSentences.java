package dev.linekeeper.chat.site;

import dev.linekeeper.core.site.LineState;
import dev.linekeeper.core.site.SiteLine;
import dev.linekeeper.core.site.SiteStep;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.stream.Stream;

/** A line of the preparation in words. */
public final class SiteSentences {
    private SiteSentences() {}

    /** How far it is, in a word. */
    public static Explanation state(SiteLine line) {
        return Explanation.of("chat.site.state." + line.state());
    }

    /** What there is to say of a line: what was found, what to do, and whose job that is. */
    public static Explanation says(SiteLine line) {
        var sentences = Stream.of(
                        line.says().stream(),
                        line.first().isEmpty() ? Stream.<Explanation>empty() : Stream.of(first(line.first())),
                        line.remedy().stream(),
                        isToDo(line)
                                ? Stream.of(
                                        Explanation.of("chat.site.job", Explanation.of("chat.site.job." + line.job())))
                                : Stream.<Explanation>empty())
                .flatMap(part -> part)
                .toList();
        return sentences.stream()
                .reduce((one, next) -> Explanation.of("chat.site.and", one, next))
                .orElseGet(() -> Explanation.of("chat.site.nothing." + line.state()));
    }

    private static boolean isToDo(SiteLine line) {
        return line.state().compareTo(LineState.ATTESTED) < 0;
    }

    private static Explanation first(List<SiteStep> steps) {
        return Explanation.of(
                "chat.site.first",
                steps.stream()
                        .map(SiteStep::title)
                        .reduce((one, next) -> Explanation.of("chat.site.list", one, next))
                        .orElseThrow());
    }
}

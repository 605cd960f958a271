package dev.linekeeper.core.site;

import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of the preparation as the tenant is now.
 *
 * @param says what was found, or why it is not done or could not be read
 * @param rules that say so; none where it is no rule
 * @param remedy what to do about it
 * @param first the lines that have to be done before this one can be
 * @param blocks whether the site is not ready because of it
 */
public record SiteLine(
        SiteStep step,
        LineState state,
        List<Explanation> says,
        List<Rule<?>> rules,
        Optional<Explanation> remedy,
        Job job,
        List<SiteStep> first,
        boolean blocks) {
    public SiteLine {
        says = List.copyOf(says);
        rules = List.copyOf(rules);
        first = List.copyOf(first);
    }

    static SiteLine of(SiteStep step, LineState state, Explanation... says) {
        return new SiteLine(
                step, state, List.of(says), List.of(), Optional.empty(), step.job(), List.of(), !state.isSettled());
    }

    static SiteLine notDone(SiteStep step, String key, Object... arguments) {
        return of(step, LineState.NOT_DONE, Explanation.of(key, arguments));
    }

    /** A setting of Linekeeper is missing. */
    static SiteLine notSet(SiteStep step, String key, Object... arguments) {
        return new SiteLine(
                step,
                LineState.NOT_DONE,
                List.of(Explanation.of(key, arguments)),
                List.of(),
                Optional.empty(),
                Job.OWNER,
                List.of(),
                true);
    }

    static SiteLine unread(SiteStep step, String why) {
        return of(step, LineState.UNREAD, Explanation.of("readiness.unknown", why));
    }

    /** The line where those before it are not done: then that is what it says. */
    SiteLine behind(List<SiteStep> undone) {
        return undone.isEmpty()
                ? this
                : new SiteLine(step, LineState.WAITS, List.of(), rules, Optional.empty(), job, undone, true);
    }

    /** The line as one that Linekeeper can be asked for. */
    SiteLine ours() {
        return new SiteLine(step, state, says, rules, remedy, Job.OURS, first, blocks);
    }

    /** The line with what is there before what it says. */
    SiteLine found(Explanation what) {
        return new SiteLine(
                step, state, Stream.concat(Stream.of(what), says.stream()).toList(), rules, remedy, job, first, blocks);
    }

    /** The line with another state and sentence, where what was chosen is not what is there. */
    SiteLine differing(Explanation how) {
        return new SiteLine(step, LineState.WARNING, List.of(how), rules, Optional.empty(), job, List.of(), false);
    }
}

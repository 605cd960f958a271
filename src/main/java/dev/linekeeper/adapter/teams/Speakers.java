package dev.linekeeper.adapter.teams;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.Speaker.Known;
import dev.linekeeper.adapter.teams.Speaker.Stranger;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whom we talk with from whom we turn away, and notes the latter in the log (T8). */
final class Speakers {
    private static final Logger log = LoggerFactory.getLogger(Speakers.class);

    private final Optional<Members> members;

    /** Without members, on this machine alone, everybody with an object id is known. */
    Speakers(Optional<Members> members) {
        this.members = members;
    }

    Speaker of(Activity activity) {
        Speaker speaker =
                switch (Speaker.of(activity)) {
                    case Known known -> members.map(all -> vetted(known, all)).orElse(known);
                    case Stranger stranger -> stranger;
                };
        if (speaker instanceof Stranger(_, var reason, _)) {
            log.warn(
                    "action=refuse reason={} type={} tenant={}", reason, activity.getType(), Speaker.tenant(activity));
        }
        return speaker;
    }

    private static Speaker vetted(Known known, Members all) {
        return switch (all.of(known.caller().id())) {
            case MEMBER -> known;
            case OUTSIDER -> new Stranger(known.caller().locale(), "not-in-the-directory", Notices.STRANGER);
            case UNKNOWN -> new Stranger(known.caller().locale(), "directory-cannot-tell", Notices.CANNOT_TELL);
        };
    }
}

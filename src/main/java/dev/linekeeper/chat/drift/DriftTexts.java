package dev.linekeeper.chat.drift;

import dev.linekeeper.core.drift.CauseOrigin;
import dev.linekeeper.core.drift.DriftFinding;
import dev.linekeeper.core.drift.DriftState;
import dev.linekeeper.core.drift.DriftState.DriftAccepted;
import dev.linekeeper.core.drift.DriftState.DriftOpen;
import dev.linekeeper.core.drift.DriftState.DriftPutBack;
import dev.linekeeper.core.drift.DriftState.DriftSettled;
import dev.linekeeper.core.drift.DriftState.PutBackAsked;
import dev.linekeeper.core.drift.DriftState.PutBackAsking;
import dev.linekeeper.core.drift.DriftState.PutBackJudged;
import dev.linekeeper.core.drift.DriftState.PutBackReady;
import dev.linekeeper.core.history.Setting.SettingKind;
import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.drift.StoredDrift;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is said of a drift. */
final class DriftTexts {
    private DriftTexts() {}

    static Explanation title(StoredDrift stored) {
        return stored.drift().cause().said(stored.people(), groupName(stored.drift()));
    }

    private static String groupName(DriftFinding drift) {
        return drift.groupName()
                .or(() -> drift.cause().group().map(GroupId::value))
                .orElse("");
    }

    static String state(DriftState state) {
        return switch (state) {
            case DriftOpen _ -> "DRIFT_OPEN";
            case PutBackJudged _ -> "DRIFT_JUDGING";
            case PutBackReady _ -> "DRIFT_READY";
            case PutBackAsking _ -> "DRIFT_ASKING";
            case PutBackAsked _ -> "DRIFT_ASKED";
            case DriftAccepted _ -> "DRIFT_ACCEPTED";
            case DriftPutBack _ -> "DRIFT_PUT_BACK";
            case DriftSettled _ -> "DRIFT_SETTLED";
        };
    }

    static Explanation status(StoredDrift stored, Function<UserId, String> names) {
        return switch (stored.drift().state()) {
            case DriftOpen _ -> say("status.open");
            case PutBackJudged _ -> say("status.judging");
            case PutBackReady(var who, _, var can, var cannot, _) ->
                say(
                        can == 0 ? "status.none" : "status.ready",
                        can,
                        cannot.stream().mapToInt(CountedLine::people).sum(),
                        names.apply(who));
            case PutBackAsking _ -> say("status.asking");
            case PutBackAsked(var who, var requests, var people, _) ->
                say("status.asked", people, requests, names.apply(who));
            case DriftAccepted(var who, var at) -> say("status.accepted", names.apply(who), at);
            case DriftPutBack(var requests, var at) -> say("status.put-back", requests, at);
            case DriftSettled(var at) -> say("status.settled", at);
        };
    }

    /** Why some cannot be put back, with examples; then whose job the rest is, and what putting back does instead. */
    static List<Explanation> notes(StoredDrift stored, boolean othersReadAlong) {
        DriftFinding drift = stored.drift();
        var notes = new ArrayList<Explanation>();
        if (drift.state() instanceof PutBackReady ready && !othersReadAlong) {
            ready.cannot().forEach(line -> notes.add(counted(line)));
        }
        if (!drift.state().isOpen()) {
            return notes;
        }
        CauseOrigin origin = drift.cause().origin();
        switch (origin) {
            case GROUP_GONE, GROUP_CHANGED, GROUP_LEFT -> notes.add(say("remedy." + origin, groupName(drift)));
            case GROUP_GIVES -> notes.add(say("remedy.GROUP_GIVES", groupName(drift)));
            case DEFAULT -> notes.add(say("remedy.DEFAULT"));
            case CHANGED, DIRECT_GIVEN, DIRECT_GONE -> {}
        }
        if (drift.cause().setting().kind() == SettingKind.LICENCE) {
            notes.add(say("remedy.licence"));
        }
        if (drift.cause().setting().kind() == SettingKind.USAGE_LOCATION) {
            notes.add(say("remedy.usage"));
        }
        return notes;
    }

    private static Explanation counted(CountedLine line) {
        return Explanation.of(line.alike() ? "chat.import.counted" : "chat.import.example", line.text(), line.people());
    }

    static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.drift." + key, arguments);
    }
}

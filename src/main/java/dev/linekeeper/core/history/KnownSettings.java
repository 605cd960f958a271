package dev.linekeeper.core.history;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.history.Setting.SettingKind;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of somebody's settings after one version after the other, oldest first. Not thread-safe. */
public final class KnownSettings {
    private final Map<Setting, Object> known = new HashMap<>();

    /** Takes the next version; what it found different from what was known. */
    public List<SettingChange> take(SettingsVersion version) {
        var changes = new ArrayList<SettingChange>();
        var read = version.settings().read();
        if (version.request().isPresent()) {
            // What took over from a grant that the request took away was not read: what it is then, is no change since.
            known.keySet().removeIf(setting -> setting.isPlanned() && !read.containsKey(setting));
        }
        read.forEach((setting, now) -> {
            Object then = known.put(setting, now);
            if (then != null && !then.equals(now)) {
                changes.add(new SettingChange(setting, then, now));
            }
        });
        return changes;
    }

    /** The policy of that kind; empty where none was read. */
    public Optional<EffectivePolicy> policy(PolicyKind kind) {
        return Optional.ofNullable((EffectivePolicy) known.get(new Setting(SettingKind.POLICY, kind.name())));
    }

    /** Whether all that was read then is so again; a policy by its name, whoever grants it. */
    public boolean isBackTo(PersonSettings then) {
        return then.read().entrySet().stream().allMatch(was -> isSame(was.getValue(), known.get(was.getKey())));
    }

    private static boolean isSame(Object then, @Nullable Object now) {
        if (then instanceof EffectivePolicy was && now instanceof EffectivePolicy is) {
            return is.policy().equals(was.policy());
        }
        return then.equals(now);
    }
}

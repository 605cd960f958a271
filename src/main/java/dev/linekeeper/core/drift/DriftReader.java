package dev.linekeeper.core.drift;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.history.KnownSettings;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.Setting;
import dev.linekeeper.core.history.SettingChange;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.tenant.PolicyKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads out of the versions of somebody's settings what changed without us. Not thread-safe. */
public final class DriftReader {
    private final KnownSettings known = new KnownSettings();
    private final List<PersonDrift> found = new ArrayList<>();
    private PersonSettings settings =
            new PersonSettings(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Map.of());
    /** Is under Shared Calling, or was and no request took them out. */
    private boolean under;

    private @Nullable Instant before;
    private @Nullable LostLicence lost;

    /** A licence that somebody lost without us and has not got back. */
    private record LostLicence(SettingChange change, Instant before) {}

    /** Reads all versions there are, oldest first; the drift of those that are {@code looked} for is {@link #found}. */
    public DriftReader(List<SettingsVersion> versions, Predicate<SettingsVersion> looked) {
        versions.forEach(version -> read(version, looked.test(version)));
    }

    public List<PersonDrift> found() {
        return found;
    }

    /** What is known of the person by now. */
    public KnownSettings known() {
        return known;
    }

    private void read(SettingsVersion version, boolean looked) {
        PersonSettings then = settings;
        List<SettingChange> changes = known.take(version).stream()
                .filter(change -> DriftCause.of(change).isPresent())
                .toList();
        settings = settings.with(version.settings());
        under = isUnder() || (under && version.request().isEmpty());
        Instant last = before;
        before = version.until();
        if (last == null || version.request().isPresent()) {
            return;
        }
        LostLicence loss = loss(changes, last);
        if (looked && under) {
            var following = changes.stream()
                    .filter(change -> loss != null && follows(loss, change))
                    .toList();
            if (loss != null && !following.isEmpty()) {
                add(version, DriftCause.of(loss.change()), loss.before(), then, following);
            }
            changes.stream()
                    .filter(change -> !following.contains(change))
                    .forEach(change -> add(version, DriftCause.of(change), last, then, List.of(change)));
        }
    }

    private static boolean follows(LostLicence loss, SettingChange change) {
        return change.equals(loss.change()) || Followers.follows(loss.change().setting(), change);
    }

    /** The loss that other changes follow from: of this reading, or of one before. */
    private @Nullable LostLicence loss(List<SettingChange> changes, Instant last) {
        LostLicence since = lost;
        if (since != null && changes.stream().anyMatch(change -> isGivenBack(since, change))) {
            lost = null;
        }
        changes.stream()
                .filter(Followers::isLoss)
                .findFirst()
                .ifPresent(change -> lost = new LostLicence(change, last));
        return lost;
    }

    private static boolean isGivenBack(LostLicence since, SettingChange change) {
        return change.setting().equals(since.change().setting()) && change.to().equals(true);
    }

    private void add(
            SettingsVersion version,
            Optional<DriftCause> cause,
            Instant last,
            PersonSettings then,
            List<SettingChange> changes) {
        var settingsOf = changes.stream().map(SettingChange::setting).collect(Collectors.<Setting>toSet());
        cause.ifPresent(it -> found.add(
                new PersonDrift(version.person(), it, last, version.since(), then.only(settingsOf), changes)));
    }

    private boolean isUnder() {
        return known.policy(PolicyKind.SHARED_CALLING)
                .map(EffectivePolicy::policy)
                .filter(policy -> !policy.isGlobal())
                .isPresent();
    }
}

package dev.linekeeper.service.watch;

import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Compares who is in a group now with those of whom nobody is to be told, and tells of the others. Who was not read, or waits for
 * a request, is left to the next look.
 *
 * @param news tells voice admins, in the caller's transaction
 */
public record GroupLook(
        WatchedGroups groups,
        GroupNewcomers newcomers,
        BatchStore batches,
        Consumer<GroupNews> news,
        Transactions transactions,
        Clock clock) {
    /**
     * Looks at one group.
     *
     * @throws BackendFailure when it could not be read; nothing is stored
     */
    void at(WatchedGroup group) {
        var directory = newcomers.directory();
        Set<UserId> members = directory.members(group.group());
        Optional<String> name = directory.groupName(group.group());
        WatchedGroup after = group.lookedAt(clock.instant(), name.orElse(group.name()));
        if (members.isEmpty() && name.isEmpty()) {
            end(GroupNews.gone(after));
            return;
        }
        Set<UserId> before = groups.people(group.group()).keySet();
        List<SettingsVersion> read = before.stream()
                .flatMap(person -> newcomers.history().latest(person).stream())
                .filter(version -> version.settings().policies().containsKey(PolicyKind.SHARED_CALLING))
                .toList();
        Set<UserId> under = read.stream()
                .filter(version -> isUnder(version, group))
                .map(SettingsVersion::person)
                .collect(Collectors.toSet());
        if (!read.isEmpty() && under.isEmpty()) {
            // What its list did was taken back, or everybody lost it otherwise.
            end(GroupNews.lost(after));
            return;
        }
        under.removeAll(members);
        tell(group, after, newcomers.among(others(members, before), group), under.size());
    }

    static boolean isUnder(SettingsVersion version, WatchedGroup group) {
        var held = version.settings().policies().get(PolicyKind.SHARED_CALLING);
        return held != null && held.policy().equals(group.policy());
    }

    private Set<UserId> others(Set<UserId> members, Set<UserId> before) {
        Set<UserId> others = members.stream()
                .filter(member -> !before.contains(member))
                .limit(BatchSubmission.MOST)
                .collect(Collectors.toCollection(HashSet::new));
        others.removeAll(batches.open(others));
        return others;
    }

    /** Watches it no more, and tells why. */
    private void end(GroupNews why) {
        transactions.run(() -> {
            boolean ended = groups.end(why.group());
            if (ended) {
                news.accept(why);
            }
            return ended;
        });
    }

    private void tell(WatchedGroup group, WatchedGroup after, GroupNewcomers.Found found, int left) {
        transactions.run(() -> {
            boolean first = groups.replace(group, after, found.known(), found.told());
            if (first && !found.told().isEmpty()) {
                news.accept(new GroupNews(after.group(), after.look(), left, ""));
            }
            return first;
        });
    }
}

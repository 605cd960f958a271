package dev.linekeeper.service.watch;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.digest.AdminNews;

/**
 * What news of a watched group is about. Its text is the subject of the news.
 *
 * @param look the moment of the look that found it, in milliseconds
 * @param left how many had left the group then and had the policy still, as they were last read; {@link #NOBODY} where nobody who was
 *     enrolled has it any more, in the group or not, which ends the watch
 * @param gone what a group was called that is watched no more, as nothing else is known of it then; empty for others
 */
public record GroupNews(GroupId group, long look, int left, String gone) {
    /** Of news. */
    public static final String KIND = "group-members";

    private static final int NOBODY = -1;

    /** It is not there any more. */
    static GroupNews gone(WatchedGroup group) {
        return new GroupNews(group.group(), group.look(), 0, group.name());
    }

    /** Nobody who was enrolled with it has the policy any more. */
    static GroupNews lost(WatchedGroup group) {
        return new GroupNews(group.group(), group.look(), NOBODY, group.name());
    }

    /** Whether it is watched no more because nobody has the policy, and not because it is gone. */
    public boolean isLost() {
        return left == NOBODY;
    }

    public static GroupNews of(String subject) {
        String[] parts = subject.split(" ", 4);
        return new GroupNews(new GroupId(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]), parts[3]);
    }

    @Override
    public String toString() {
        String text = "%s %d %d %s".formatted(group, look, left, gone);
        return text.substring(0, Math.min(text.length(), AdminNews.LONGEST));
    }
}

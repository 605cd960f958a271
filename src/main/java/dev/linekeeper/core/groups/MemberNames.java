package dev.linekeeper.core.groups;

import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.stream.Stream;

/** A sentence about some members: their names, of which a long list is cut, how many they are, and how many are not named. */
final class MemberNames {
    private static final int NAMED = 10;

    private MemberNames() {}

    /** The sentence, with the names, the number of all and of those not named before what it says itself. */
    static Explanation in(Explanation sentence, List<MemberChange> members) {
        List<String> named = members.stream()
                .limit(NAMED)
                .map(member -> member.person().displayName())
                .toList();
        return new Explanation(
                sentence.key(),
                Stream.concat(
                                Stream.of(named, members.size(), members.size() - named.size()),
                                sentence.arguments().stream())
                        .toList());
    }
}

package dev.linekeeper.service.policies;

import dev.linekeeper.core.policies.PolicyHolders;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.tenant.Directory;
import java.util.ArrayList;
import java.util.List;

/** Why people keep a policy whatever is granted to them, in sentences: who, and what to do about it. */
public record MoveObstacles(Directory directory) {
    /** More are counted. */
    static final int NAMED = 10;

    public List<Explanation> of(PolicyHolders holders) {
        var why = new ArrayList<Explanation>();
        holders.byGroup()
                .forEach((group, people) -> why.add(Explanation.of(
                        "policy.move.group", directory.groupName(group).orElse(group.value()), people)));
        named("policy.move.line", holders.onLines(), why);
        named("policy.move.unread", holders.unread(), why);
        if (holders.granted().size() > BatchSubmission.MOST) {
            why.add(Explanation.of("policy.move.too-many", holders.granted().size(), BatchSubmission.MOST));
        }
        return why;
    }

    private static void named(String key, List<String> names, List<Explanation> why) {
        if (!names.isEmpty()) {
            why.add(Explanation.of(
                    key, names.stream().limit(NAMED).toList(), names.size(), Math.max(0, names.size() - NAMED)));
        }
    }
}

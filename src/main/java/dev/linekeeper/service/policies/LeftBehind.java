package dev.linekeeper.service.policies;

import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.stream.Stream;

/** Those whom no plan could be made for, in sentences: who, and why. */
public record LeftBehind(Directory directory) {
    public List<Explanation> of(List<LeftOut> people) {
        return Stream.concat(
                        people.stream()
                                .limit(MoveObstacles.NAMED)
                                .map(left -> Explanation.of("policy.move.person", name(left.subject()), left.why())),
                        Stream.of(people.size() - MoveObstacles.NAMED)
                                .filter(more -> more > 0)
                                .map(more -> Explanation.of("policy.move.more", more)))
                .toList();
    }

    private String name(Subject subject) {
        return subject.person()
                .flatMap(directory::find)
                .map(DirectoryEntry::displayName)
                .orElse(subject.toString());
    }
}

package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.User;
import com.microsoft.graph.users.delta.DeltaGetResponse;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import dev.linekeeper.service.watch.DirectoryChanges;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of users by <a href="https://learn.microsoft.com/graph/delta-query-users">delta query</a>; needs User.Read.All. It
 * names people in any order, some of them twice, and of a change only the properties it changed. Everybody is enumerated
 * once to begin, and again when Graph has forgotten the link, as it may (410), or is asked on another host than before.
 */
record GraphDirectoryChanges(Graph graph) implements DirectoryChanges {
    private static final Logger log = LoggerFactory.getLogger(GraphDirectoryChanges.class);
    private static final String[] TRACKED = {
        "id", "accountEnabled", "department", "usageLocation", "assignedPlans", "userType"
    };

    static GraphDirectoryChanges of(Graph graph) {
        return new GraphDirectoryChanges(graph.on(RateLimitedApi.DIRECTORY));
    }

    @Override
    public Round since(Optional<String> link) {
        return link.filter(graph::isHere).flatMap(this::changes).orElseGet(() -> {
            String next = read(
                    client -> Graph.select(client.users().delta().toGetRequestInformation(), TRACKED), new HashSet<>());
            return new Round(Set.of(), next, true);
        });
    }

    private Optional<Round> changes(String link) {
        try {
            Set<UserId> people = new HashSet<>();
            return Optional.of(new Round(people, read(page(link), people), false));
        } catch (BackendFailure failure) {
            if (failure.kind() == FailureKind.NOT_FOUND || failure.kind() == FailureKind.INVALID) {
                log.info("action=watch link=forgotten code={}", failure.code());
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Reads to the end and returns the link that goes on from there. */
    private String read(Graph.GraphRead first, Set<UserId> people) {
        Set<String> followed = new HashSet<>();
        Graph.GraphRead read = first;
        while (true) {
            DeltaGetResponse page = graph.get(read, DeltaGetResponse::createFromDiscriminatorValue);
            Graph.identified(page.getValue(), User::getId)
                    .forEach(user -> people.add(new UserId(Graph.present(user.getId()))));
            @Nullable String next = page.getOdataNextLink();
            if (next == null || next.isBlank()) {
                return Graph.present(page.getOdataDeltaLink());
            }
            if (!followed.add(next)) {
                throw new BackendFailure(FailureKind.PROTOCOL, "The next page is one that was read before");
            }
            read = page(next);
        }
    }

    private Graph.GraphRead page(String link) {
        URI address = graph.link(link);
        return client -> {
            var read = client.users().delta().toGetRequestInformation();
            read.setUri(address);
            return read;
        };
    }
}

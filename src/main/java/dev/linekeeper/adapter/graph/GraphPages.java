package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.ParsableFactory;
import dev.linekeeper.adapter.graph.Graph.GraphRead;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The pages of collections, from the configured host only. The SDK's PageIterator would fetch later pages without the
 * throttle and without a retry.
 */
record GraphPages(Graph graph) {
    /** Reads until the last page, or until {@code goesOn} wants no other; each is asked for with the headers of the first. */
    <P extends BaseCollectionPaginationCountResponse> void read(
            GraphRead first, ParsableFactory<P> factory, Predicate<P> goesOn) {
        Set<URI> followed = new HashSet<>();
        GraphRead read = first;
        while (true) {
            P page = graph.get(read, factory);
            String next = goesOn.test(page) ? page.getOdataNextLink() : null;
            if (next == null || next.isBlank()) {
                return;
            }
            URI link = graph.link(next);
            if (!followed.add(link)) {
                throw new BackendFailure(FailureKind.PROTOCOL, "The next page is one that was read before");
            }
            read = client -> at(link, first.apply(client));
        }
    }

    private static RequestInformation at(URI link, RequestInformation first) {
        first.setUri(link);
        return first;
    }
}

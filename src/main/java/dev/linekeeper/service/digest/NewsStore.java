package dev.linekeeper.service.digest;

import dev.linekeeper.core.request.RequestId;
import java.time.Instant;
import java.util.Optional;

/** News as it is kept: what it is about, never what it says. */
public interface NewsStore {
    /** Keeps news; empty when there is news of that kind and subject already. */
    Optional<NewsItem> add(String kind, String subject, Instant now);

    /** Counts a change; empty when there is no such news. */
    Optional<NewsItem> change(String kind, String subject);

    Optional<NewsItem> find(RequestId number);
}

package dev.linekeeper.service.digest;

import dev.linekeeper.core.request.RequestId;
import java.time.Instant;

/**
 * One piece of news.
 *
 * @param number its own, of those that requests have: the topic of its card, where that is to be replaced
 * @param version grows with each {@link AdminNews#changed}
 * @param kind which maker of cards knows it
 * @param subject what it is about, told apart from others of its kind
 */
public record NewsItem(RequestId number, long version, String kind, String subject, Instant posted) {}

package dev.linekeeper.chat.setup;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.digest.NewsStore;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** News that was noted and who is to get it, in memory. */
final class Outbox implements NewsStore {
    final List<NewsItem> noted = new ArrayList<>();
    final List<UserId> readers = new ArrayList<>();
    final MessageQueue queue = (MessageQueue) Proxy.newProxyInstance(
            MessageQueue.class.getClassLoader(), new Class<?>[] {MessageQueue.class}, (_, method, arguments) -> {
                if (!method.getName().equals("post")
                        || !arguments[1].equals(BotMessage.news(noted.getLast().number()))) {
                    throw new AssertionError(method);
                }
                readers.add((UserId) arguments[0]);
                return null;
            });

    /** A directory of groups alone; one without members cannot be read. */
    static Directory directory(Map<GroupId, Set<UserId>> members) {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "members" ->
                        Optional.ofNullable(members.get(arguments[0]))
                                .orElseThrow(() -> new BackendFailure(FailureKind.TRANSIENT, "gone"));
                    case "find" -> Optional.empty();
                    default -> throw new AssertionError(method);
                });
    }

    @Override
    public Optional<NewsItem> add(String kind, String subject, Instant now) {
        if (noted.stream()
                .anyMatch(item -> item.kind().equals(kind) && item.subject().equals(subject))) {
            return Optional.empty();
        }
        noted.add(new NewsItem(new RequestId(noted.size() + 1), 0, kind, subject, now));
        return Optional.of(noted.getLast());
    }

    @Override
    public Optional<NewsItem> change(String kind, String subject) {
        throw new AssertionError(kind);
    }

    @Override
    public Optional<NewsItem> find(RequestId number) {
        throw new AssertionError(number);
    }
}

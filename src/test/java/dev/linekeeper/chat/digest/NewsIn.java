package dev.linekeeper.chat.digest;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.tenant.Directory;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** News in a store, for voice admins who are given. */
public final class NewsIn {
    private static final GroupId ADMINS = new GroupId("admins");

    private NewsIn() {}

    /** Who delivers it, to these voice admins. */
    public static NewsDelivery delivery(OpenedStore store, Clock clock, UserId... admins) {
        return new NewsDelivery(
                store.news(),
                new AdminNews(store.news(), new House.Diary(), store.transactions(), clock),
                store.channel(),
                new ChannelChoice(store.channel(), store.trail(), store.transactions(), clock),
                roles(clock, admins),
                store.addresses(),
                store.messages());
    }

    private static Roles roles(Clock clock, UserId... admins) {
        var directory = (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, _) -> {
                    if (method.getName().equals("members")) {
                        return Set.of(admins);
                    }
                    throw new AssertionError(method);
                });
        return new Roles(directory, Map.of(Role.ADMIN, Set.of(ADMINS)), clock, Duration.ofHours(1));
    }
}

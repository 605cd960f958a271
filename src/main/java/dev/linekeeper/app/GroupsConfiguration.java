package dev.linekeeper.app;

import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.limit.Sleeper;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.service.watch.GroupLook;
import dev.linekeeper.service.watch.GroupNewcomers;
import dev.linekeeper.service.watch.GroupNews;
import dev.linekeeper.service.watch.GroupWatch;
import dev.linekeeper.service.watch.WatchDesk;
import dev.linekeeper.service.watch.WatchedGroups;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How groups that were enrolled are looked at. */
@Configuration(proxyBeanMethods = false)
@Import({GroupWatch.class, WatchDesk.class})
class GroupsConfiguration {
    @Bean
    GroupNewcomers groupNewcomers(Directory directory, TenantReader reader, SettingsHistory history, Sleeper sleeper) {
        var people = new BulkPersonReader(reader, RequestsConfiguration.PATIENCE, sleeper);
        return new GroupNewcomers(directory, reader, people, history);
    }

    @Bean
    GroupLook groupLook(
            WatchedGroups groups,
            GroupNewcomers newcomers,
            BatchStore batches,
            AdminNews news,
            Transactions transactions,
            Clock clock) {
        return new GroupLook(
                groups, newcomers, batches, about -> news.post(GroupNews.KIND, about.toString()), transactions, clock);
    }
}

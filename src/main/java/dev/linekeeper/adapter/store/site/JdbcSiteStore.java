package dev.linekeeper.adapter.store.site;

import dev.linekeeper.adapter.store.drift.DriftJson;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.site.Site;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.site.SiteStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sites in a table, numbered with the requests. Thread-safe. */
public record JdbcSiteStore(JdbcClient jdbc, DriftJson json, BatchStore numbers, Transactions transactions)
        implements SiteStore {
    @Override
    public List<Site> open() {
        return jdbc.sql("select * from site where is_open order by folded")
                .query(this::site)
                .list();
    }

    @Override
    public Optional<Site> find(SiteName name) {
        return jdbc.sql("select * from site where folded = ?")
                .param(name.key())
                .query(this::site)
                .optional();
    }

    /** Whoever takes a number waits for others who did, so that no two begin the same site. */
    @Override
    public Site begin(SiteName name) {
        return find(name)
                .orElseGet(() -> transactions.run(() -> {
                    RequestId id = numbers.next(1);
                    return find(name).orElseGet(() -> added(new Site(id, 1, name, SiteChoices.NONE, true)));
                }));
    }

    private Site added(Site site) {
        jdbc.sql("insert into site (number, folded, name, version, is_open, choices) values (?, ?, ?, ?, ?, ?)")
                .params(
                        site.id().number(),
                        site.name().key(),
                        site.name().value(),
                        site.version(),
                        site.open(),
                        json.write(site.choices()))
                .update();
        return site;
    }

    @Override
    public boolean replace(Site before, Site after) {
        return jdbc.sql("update site set version = ?, is_open = ?, choices = ? where number = ? and version = ?")
                        .params(
                                after.version(),
                                after.open(),
                                json.write(after.choices()),
                                before.id().number(),
                                before.version())
                        .update()
                == 1;
    }

    private Site site(ResultSet row, int at) throws SQLException {
        return new Site(
                new RequestId(row.getLong("number")),
                row.getInt("version"),
                new SiteName(row.getString("name")),
                json.read(row.getString("choices"), SiteChoices.class),
                row.getBoolean("is_open"));
    }
}

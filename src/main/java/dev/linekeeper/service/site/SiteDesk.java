package dev.linekeeper.service.site;

import dev.linekeeper.core.site.Site;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps what is chosen for a site; whether somebody may choose is looked up before. Each change is in the audit trail. */
public record SiteDesk(SiteStore store, AuditTrail trail, Transactions transactions, Clock clock) {

    /** The site with these choices over those there were; begun, or opened again, where it has to be. */
    public Site choose(SiteName name, SiteChoices choices, UserId by) {
        return transactions.run(() -> {
            boolean isNew = store.find(name).isEmpty();
            var begun = store.begin(name);
            if (isNew) {
                note(begun, by, "", said(begun));
            }
            return change(begun, by, site -> site.with(choices));
        });
    }

    /** Ends the work on a site; empty when there is none of that name, or it is closed. */
    public Optional<Site> close(SiteName name, UserId by) {
        return transactions.run(() -> store.find(name).filter(Site::open).map(site -> change(site, by, Site::closed)));
    }

    /** Notes that somebody without the role tried at a shell. */
    public void refused(UserId who, Role needed) {
        trail.append(AuditEntry.refusedAtShell(clock.instant(), who, "site", needed.name()));
    }

    /** Two who change it at once both change it, one after the other. */
    private Site change(Site seen, UserId by, UnaryOperator<Site> change) {
        var before = seen;
        while (true) {
            var after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (store.replace(before, after)) {
                note(after, by, said(before), said(after));
                return after;
            }
            before = store.find(seen.name()).orElseThrow();
        }
    }

    /** Of a number only its end: it is part of no plan. */
    private static String said(Site site) {
        var chosen = site.choices();
        return site.open()
                ? "account %s, number %s, type %s, country %s, place %s, policy %s"
                        .formatted(
                                chosen.account().map(UserId::value).orElse("-"),
                                chosen.number()
                                        .map(number -> number.toString().replaceFirst(".*(?=.{4}$)", "..."))
                                        .orElse("-"),
                                chosen.type().map(Enum::name).orElse("-"),
                                chosen.country().map(Country::iso).orElse("-"),
                                chosen.place().map(LocationId::value).orElse("-"),
                                chosen.policy().map(PolicyName::value).orElse("-"))
                : "closed";
    }

    private void note(Site site, UserId by, String before, String after) {
        trail.append(new AuditEntry(
                clock.instant(),
                Optional.of(by),
                Action.SETTING,
                Optional.of(site.id()),
                Optional.empty(),
                Map.of("site", site.name().value(), "before", before, "after", after)));
    }
}

package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.command.OpenReservations;
import dev.linekeeper.adapter.cli.command.OpenSites;
import dev.linekeeper.adapter.cli.command.OpenSubmission;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.numbers.ReservationNotes;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.reservation.ReservationTerms;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.reservation.ReservationDesk;
import dev.linekeeper.service.reservation.ReservationExpiry;
import dev.linekeeper.service.reservation.ReservationsInForce;
import dev.linekeeper.service.site.SiteDesk;
import dev.linekeeper.service.site.SiteReading;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The preparation of sites, and numbers that are reserved: for the chat, and for a shell beside it. */
@Configuration(proxyBeanMethods = false)
@Import({SiteDesk.class, SiteReading.class, ReservationDesk.class, ReservationsInForce.class, ReservationExpiry.class})
class SitesConfiguration {
    @Bean
    ReservationTerms reservationTerms(LinekeeperProperties settings) {
        return settings.reservation().terms(settings.schedule().zone());
    }

    /** Where requests are made, and sites keep what was asked for. */
    static OpenSubmission asking(ConfigurableApplicationContext context) {
        return new OpenSubmission(
                context.getBean(TenantPorts.class),
                context.getBean(TenantReader.class),
                context.getBean(JudgementSettings.class),
                context.getBean(BatchSubmission.class),
                context.getBean(RequestSubmission.class),
                context.getBean(SiteDesk.class),
                context.getBean(AuditWatch.class),
                context::close);
    }

    static OpenSites opened(ConfigurableApplicationContext context) {
        return new OpenSites(
                context.getBean(SiteDesk.class),
                context.getBean(SiteReading.class),
                new OtherClaims(List::of, context.getBean(Reservations.class), context.getBean(Directory.class)),
                context.getBean(Roles.class),
                context.getBean(Directory.class),
                context.getBean(AuditWatch.class),
                context::close);
    }

    static OpenReservations reservations(ConfigurableApplicationContext context) {
        var directory = context.getBean(Directory.class);
        return new OpenReservations(
                context.getBean(ReservationDesk.class),
                new ReservationNotes(
                        context.getBean(Reservations.class), new DisplayNames(directory, context.getBean(Clock.class))),
                context.getBean(TenantReader.class),
                context.getBean(JudgementSettings.class),
                context.getBean(Roles.class),
                directory,
                context.getBean(AuditWatch.class),
                context::close);
    }
}

package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.command.OpenSites;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.site.SiteDesk;
import dev.linekeeper.service.site.SiteReading;
import dev.linekeeper.service.tenant.Directory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The preparation of sites: for the chat, and for a shell beside it. */
@Configuration(proxyBeanMethods = false)
@Import({SiteDesk.class, SiteReading.class})
class SitesConfiguration {
    static OpenSites opened(ConfigurableApplicationContext context) {
        return new OpenSites(
                context.getBean(SiteDesk.class),
                context.getBean(SiteReading.class),
                context.getBean(Roles.class),
                context.getBean(Directory.class),
                context.getBean(AuditWatch.class),
                context::close);
    }
}

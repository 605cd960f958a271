package dev.linekeeper.app;

import dev.linekeeper.adapter.jobs.ImportJobsConfiguration;
import dev.linekeeper.chat.imports.GivingCommands;
import dev.linekeeper.chat.imports.ImportCards;
import dev.linekeeper.chat.imports.ImportCommands;
import dev.linekeeper.chat.imports.ImportNotifications;
import dev.linekeeper.chat.imports.ImportReport;
import dev.linekeeper.chat.imports.NamedPeople;
import dev.linekeeper.service.bulk.judging.RowJudgement;
import dev.linekeeper.service.imports.ImportAsking;
import dev.linekeeper.service.imports.ImportRun;
import dev.linekeeper.service.imports.ImportStore;
import dev.linekeeper.service.imports.ImportedPeople;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Lists of people: commands, cards, and the jobs that judge them. */
@Configuration(proxyBeanMethods = false)
@Import({
    ImportJobsConfiguration.class,
    ImportNotifications.class,
    ImportCards.class,
    ImportCommands.class,
    ImportReport.class,
    GivingCommands.class,
    NamedPeople.class,
    ImportAsking.class,
    ImportRun.class
})
class ImportsConfiguration {
    @Bean
    ImportedPeople importedPeople(ImportStore store, TenantPorts ports) {
        return new ImportedPeople(store, ports.directory(), ports.voiceUsers());
    }

    @Bean
    RowJudgement rowJudgement(TenantPorts ports, TenantReader reader, BatchSubmission submission, Clock clock) {
        return new RowJudgement(ports, reader, submission::preview, clock);
    }
}

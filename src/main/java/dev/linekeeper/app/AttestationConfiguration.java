package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.command.OpenAttestations;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.attestation.AttestationCommands;
import dev.linekeeper.chat.attestation.AttestationLines;
import dev.linekeeper.chat.attestation.AttestationList;
import dev.linekeeper.chat.attestation.AttestationNewsCards;
import dev.linekeeper.chat.attestation.TestCallCards;
import dev.linekeeper.chat.attestation.TestCallCommands;
import dev.linekeeper.chat.attestation.TestCallLines;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.attestation.TestCallDesk;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.TenantReader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What people attest that no API tells, in chat. */
@Configuration(proxyBeanMethods = false)
@Import({
    AttestationLines.class,
    AttestationList.class,
    AttestationNewsCards.class,
    TestCallCards.class,
    TestCallCommands.class,
    TestCallDesk.class,
    TestCallLines.class
})
class AttestationConfiguration {
    static OpenAttestations opened(ConfigurableApplicationContext context) {
        return new OpenAttestations(
                context.getBean(AttestationDesk.class),
                context.getBean(TestCallDesk.class),
                context.getBean(Roles.class),
                context.getBean(TenantReader.class),
                context.getBean(Directory.class),
                context.getBean(JudgementSettings.class),
                context.getBean(AuditWatch.class),
                context::close);
    }

    @Bean
    AttestationCommands attestationCommands(
            AttestationDesk desk,
            AttestationLines lines,
            AttestationList list,
            TenantView tenant,
            Days days,
            Roles roles,
            TestCallCommands tests) {
        return new AttestationCommands(desk, lines, list, tenant, days, roles.attesting(), tests);
    }
}

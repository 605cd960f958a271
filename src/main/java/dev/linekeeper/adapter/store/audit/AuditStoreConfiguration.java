package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.audit.RefusedRequests;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The audit trail, the file in which its head is noted, and the watch over both. */
@Configuration(proxyBeanMethods = false)
@Import({JdbcAuditTrail.class, AnchorFile.class, AuditCheckup.class, AuditWatch.class, RefusedRequests.class})
public class AuditStoreConfiguration {}

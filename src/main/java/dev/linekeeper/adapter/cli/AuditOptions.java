package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.audit.AuditSelection;
import dev.linekeeper.service.tenant.Directory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records are meant. */
final class AuditOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "from then on: 2026-11-27 or 2026-11-27T09:00:00Z; UTC")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "before then")
    private @Nullable String to;

    @Option(names = "--person", paramLabel = "UPN", description = "by them or about them; an object id will do")
    private @Nullable String person;

    @Option(names = "--request", paramLabel = "REQUEST", description = "of this request, such as SC-1042")
    private @Nullable String request;

    AuditSelection selection(Directory directory) {
        return new AuditSelection(
                Optional.ofNullable(from).map(AuditOptions::time),
                Optional.ofNullable(to).map(AuditOptions::time),
                Optional.ofNullable(person).map(name -> TenantSession.idOf(name, directory)),
                Optional.ofNullable(request).map(AuditOptions::request));
    }

    static RequestId request(String text) {
        return RequestId.parse(text)
                .orElseThrow(() -> new BadInput("%s is no request such as SC-1042".formatted(text)));
    }

    private static Instant time(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException _) {
            throw new BadInput("%s is no time such as 2026-11-27 or 2026-11-27T09:00:00Z".formatted(text));
        }
    }
}

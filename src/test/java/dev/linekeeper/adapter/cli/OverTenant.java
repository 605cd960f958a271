package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commands of the shell are tried over: one tenant, and no store but what a test adds. */
public class OverTenant implements CommandEnvironment {
    static final JudgementSettings SETTINGS = new JudgementSettings(Optional.empty(), false, Map.of());

    final TenantPorts ports;
    final JudgementSettings settings;

    public OverTenant(TenantPorts ports) {
        this(ports, SETTINGS);
    }

    OverTenant(TenantPorts ports, JudgementSettings settings) {
        this.ports = ports;
        this.settings = settings;
    }

    @Override
    public ChosenTenant tenantFile(Path file) {
        return configured();
    }

    @Override
    public ChosenTenant configured() {
        return new ChosenTenant(ports, settings, List.of(), () -> {});
    }

    @Override
    public List<SetupCheck> examine() {
        return List.of();
    }

    @Override
    public OpenRequests records(String instead) {
        throw new BackendFailure(FailureKind.CONFLICT, "There is no store here");
    }
}

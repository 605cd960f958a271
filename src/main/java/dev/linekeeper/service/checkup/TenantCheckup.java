package dev.linekeeper.service.checkup;

import dev.linekeeper.core.readiness.TenantRules;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Operation;
import dev.linekeeper.service.tenant.Operation.GrantOperation;
import dev.linekeeper.service.tenant.Operation.TenantOperation;
import dev.linekeeper.service.tenant.OperationProvider;
import dev.linekeeper.service.tenant.OperationProvider.NoProvider;
import dev.linekeeper.service.tenant.OperationProvider.ProvidingBackend;
import dev.linekeeper.service.tenant.Organisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks which tenant Linekeeper reads, and which backend serves its operations. */
public final class TenantCheckup implements Checkup {
    private final Organisation organisation;
    private final Capabilities capabilities;

    public TenantCheckup(Organisation organisation, Capabilities capabilities) {
        this.organisation = organisation;
        this.capabilities = capabilities;
    }

    @Override
    public List<SetupCheck> checks() {
        var checks = new ArrayList<SetupCheck>();
        tenant(checks);
        operationsByBackend()
                .forEach((source, count) -> checks.add(SetupCheck.of(
                        "answers", CheckState.GOOD, "", Explanation.of("doctor.found.operations", count), source)));
        capabilities.table().forEach((operation, provider) -> trouble(operation, provider, checks));
        return checks;
    }

    private void tenant(List<SetupCheck> checks) {
        try {
            Cloud cloud = organisation.cloud();
            checks.add(SetupCheck.of(
                    "tenant",
                    CheckState.GOOD,
                    "Organization.Read.All",
                    SetupCheck.found("%s, %s".formatted(organisation.displayName(), organisation.tenantId())),
                    organisation.source()));
            switch (cloud) {
                case WORLDWIDE -> {}
                case GCC -> checks.add(cloud(CheckState.ATTENTION, Explanation.of("readiness.TEN-01.unclear")));
                case GCC_HIGH, DOD, CHINA ->
                    checks.add(cloud(CheckState.MISSING, Explanation.of("readiness.TEN-01.outside", cloud.called())));
            }
        } catch (BackendFailure failure) {
            checks.add(SetupCheck.of(
                    "tenant",
                    CheckState.MISSING,
                    "Organization.Read.All",
                    SetupCheck.found(String.valueOf(failure.getMessage())),
                    organisation.source()));
        }
    }

    private static SetupCheck cloud(CheckState state, Explanation found) {
        return SetupCheck.of("cloud", state, TenantRules.PUBLIC_CLOUD.id().value(), found);
    }

    private Map<String, Integer> operationsByBackend() {
        var operations = new LinkedHashMap<String, Integer>();
        capabilities.table().values().forEach(provider -> {
            if (provider instanceof ProvidingBackend(var source, _)) {
                operations.merge(source, 1, Integer::sum);
            }
        });
        return operations;
    }

    private static void trouble(Operation operation, OperationProvider provider, List<SetupCheck> checks) {
        switch (provider) {
            case NoProvider(var why) ->
                checks.add(SetupCheck.of("nobody", CheckState.ATTENTION, "", SetupCheck.found(why), words(operation)));
            case ProvidingBackend(var source, var remark) ->
                remark.ifPresent(said -> checks.add(SetupCheck.of(
                        "remark", CheckState.ATTENTION, source, SetupCheck.found(said), words(operation))));
        }
    }

    private static Explanation words(Operation operation) {
        return switch (operation) {
            case TenantOperation whole -> Explanation.of("doctor.operation." + whole.name());
            case GrantOperation(var kind) -> Explanation.of("doctor.operation.GRANT", kind.type());
            case Operation.PolicyContentRead(var kind) -> Explanation.of("doctor.operation.CONTENT", kind.type());
        };
    }
}

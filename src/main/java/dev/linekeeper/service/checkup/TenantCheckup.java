package dev.linekeeper.service.checkup;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Operation;
import dev.linekeeper.service.tenant.OperationProvider;
import dev.linekeeper.service.tenant.Organisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tenant it is, and who answers what there. */
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
        checks.add(tenant());
        answerers()
                .forEach((source, count) -> checks.add(SetupCheck.of(
                        "answers",
                        SetupCheck.CheckState.GOOD,
                        "",
                        Explanation.of("doctor.found.operations", count),
                        source)));
        capabilities.table().forEach((operation, answerer) -> trouble(operation, answerer, checks));
        return checks;
    }

    private SetupCheck tenant() {
        try {
            return SetupCheck.of(
                    "tenant",
                    SetupCheck.CheckState.GOOD,
                    "Organization.Read.All",
                    SetupCheck.found("%s, %s".formatted(organisation.displayName(), organisation.tenantId())),
                    organisation.source());
        } catch (BackendFailure failure) {
            return SetupCheck.of(
                    "tenant",
                    SetupCheck.CheckState.MISSING,
                    "Organization.Read.All",
                    SetupCheck.found(String.valueOf(failure.getMessage())),
                    organisation.source());
        }
    }

    private Map<String, Integer> answerers() {
        var answerers = new LinkedHashMap<String, Integer>();
        capabilities.table().values().forEach(answerer -> {
            if (answerer instanceof OperationProvider.ProvidingBackend(var source, _)) {
                answerers.merge(source, 1, Integer::sum);
            }
        });
        return answerers;
    }

    private static void trouble(Operation operation, OperationProvider answerer, List<SetupCheck> checks) {
        switch (answerer) {
            case OperationProvider.NoProvider(var why) ->
                checks.add(SetupCheck.of(
                        "nobody", SetupCheck.CheckState.ATTENTION, "", SetupCheck.found(why), words(operation)));
            case OperationProvider.ProvidingBackend(var source, var remark) ->
                remark.ifPresent(said -> checks.add(SetupCheck.of(
                        "remark", SetupCheck.CheckState.ATTENTION, source, SetupCheck.found(said), words(operation))));
        }
    }

    private static Explanation words(Operation operation) {
        return switch (operation) {
            case Operation.TenantOperation whole -> Explanation.of("doctor.operation." + whole.name());
            case Operation.GrantOperation(var kind) -> Explanation.of("doctor.operation.GRANT", kind.type());
            case Operation.PolicyContentRead(var kind) -> Explanation.of("doctor.operation.CONTENT", kind.type());
        };
    }
}

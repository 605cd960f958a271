package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.AssociationEdit;
import dev.linekeeper.simulator.state.NewAccountEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets that change what answers calls to resource accounts. */
record AssociationCmdlets(SimulatedTenant tenant) {
    private static final String NOUN = "CsOnlineApplicationInstanceAssociation";

    void serve(CmdletTable cmdlets) {
        cmdlets.does(
                        "New-CsOnlineApplicationInstance -UserPrincipalName -ApplicationId -DisplayName",
                        parameters -> tenant.change(edit -> new NewAccountEdit(edit)
                                .create(
                                        CmdletTable.required(parameters, "UserPrincipalName"),
                                        CmdletTable.required(parameters, "DisplayName"))))
                .does(
                        "New-" + NOUN + " -Identities -ConfigurationId -ConfigurationType",
                        parameters -> tenant.change(edit -> accounts(parameters)
                                .forEach(account -> new AssociationEdit(edit)
                                        .associate(account, CmdletTable.required(parameters, "ConfigurationId")))))
                .does(
                        "Remove-" + NOUN + " -Identities",
                        parameters -> tenant.change(edit -> accounts(parameters)
                                .forEach(account -> new AssociationEdit(edit).dissociate(account))));
    }

    private static List<UserId> accounts(ObjectNode parameters) {
        var named = parameters.path("Identities");
        var ids = named.isArray()
                ? named.valueStream().map(id -> id.asString("")).toList()
                : List.of(CmdletTable.required(parameters, "Identities"));
        return ids.stream().map(UserId::new).toList();
    }
}

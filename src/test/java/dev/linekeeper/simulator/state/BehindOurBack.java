package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What others do in a tenant: whoever creates accounts, has licences, runs the numbers. */
public final class BehindOurBack {
    private BehindOurBack() {}

    /** The tenant's file as it is changed becomes the tenant. */
    public static void edit(SimulatedTenant tenant, Consumer<ObjectNode> change) {
        var file = tenant.state().written().deepCopy();
        change.accept(file);
        tenant.become(TenantState.read(new ConfiguredFile("tenant.json", TenantFile.JSON.writeValueAsBytes(file))));
    }

    /** The entry of a list of the file that has that value in that member. */
    public static ObjectNode entry(ObjectNode file, String section, String member, String value) {
        return WireJson.objects(file.path(section)).stream()
                .filter(entry -> value.equals(WireJson.text(entry, member)))
                .findFirst()
                .orElseThrow();
    }
}

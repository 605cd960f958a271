package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.simulator.state.AccountEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Update user, of what Linekeeper may be granted alone; everything else is refused as it is without its permission. */
@RestController
@RequestMapping(GraphCalls.ROOT)
record AccountsController(SimulatedTenant tenant) {
    private static final String LOCATION = "usageLocation";
    private static final String ENABLED = "accountEnabled";
    private static final Set<String> WRITTEN = Set.of(LOCATION, ENABLED);

    @PatchMapping("/users/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void update(@PathVariable String id, @RequestBody ObjectNode body) {
        var account = new UserId(id);
        if (tenant.state().holder(account).isEmpty()) {
            throw GraphError.noSuch(id);
        }
        if (!body.propertyNames().stream().allMatch(name -> WRITTEN.contains(name) || name.startsWith("@"))) {
            throw denied();
        }
        try {
            tenant.change(edit -> {
                var change = new AccountEdit(edit);
                if (body.has(LOCATION)) {
                    change.setUsageLocation(account, country(body.get(LOCATION)));
                }
                if (body.has(ENABLED)) {
                    change.setSignIn(account, flag(body.get(ENABLED)));
                }
            });
        } catch (BackendFailure refused) {
            throw refused.kind() == FailureKind.DENIED ? denied() : invalid(LOCATION);
        }
    }

    private static @Nullable Country country(JsonNode value) {
        try {
            return value.isNull() ? null : new Country(value.asString(""));
        } catch (IllegalArgumentException _) {
            throw invalid(LOCATION);
        }
    }

    private static boolean flag(JsonNode value) {
        if (!value.isBoolean()) {
            throw invalid(ENABLED);
        }
        return value.booleanValue();
    }

    /** As Entra refuses, in whose body there is no word of the permission. */
    private static GraphError denied() {
        return new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    private static GraphError invalid(String property) {
        return new GraphError(
                400,
                "Request_BadRequest",
                "Invalid value specified for property '%s' of resource 'User'.".formatted(property));
    }
}

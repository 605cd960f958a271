package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.TenantFileJson;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.function.BiFunction;

record SimulatedSharedCallingPolicies(SimulatedTenant model) implements SharedCallingPolicies {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public WriteReceipt create(Policy.SharedCalling policy, ChangeKey key) {
        named(policy.name());
        return edit((content, edit) -> {
            var found = edit.find(policy.name());
            if (found.isEmpty()) {
                return edit.put(policy);
            }
            if (!found.get().equals(policy)) {
                throw TenantEdit.conflict(
                        "The policy %s already exists and says something else".formatted(policy.name()));
            }
            return content;
        });
    }

    @Override
    public WriteReceipt change(Policy.SharedCalling expected, Policy.SharedCalling wanted, ChangeKey key) {
        if (!expected.name().equals(wanted.name())) {
            throw TenantEdit.invalid("A policy cannot be renamed: %s to %s".formatted(expected.name(), wanted.name()));
        }
        return edit((content, edit) -> {
            var found = edit.find(expected.name())
                    .orElseThrow(() -> TenantEdit.notFound("There is no policy %s".formatted(expected.name())));
            if (found.equals(wanted)) {
                return content;
            }
            mustBe(expected, found);
            return edit.put(wanted);
        });
    }

    @Override
    public WriteReceipt remove(Policy.SharedCalling expected, ChangeKey key) {
        named(expected.name());
        return edit((content, edit) -> edit.find(expected.name())
                .map(found -> {
                    mustBe(expected, found);
                    return edit.remove(found);
                })
                .orElse(content));
    }

    private WriteReceipt edit(BiFunction<TenantContent, SharedCallingEdit, TenantContent> change) {
        model.change(content -> change.apply(content, new SharedCallingEdit(new TenantEdit(content, model.stamp()))));
        return new WriteReceipt.AcceptedWrite();
    }

    private static void named(PolicyName name) {
        if (name.isGlobal()) {
            throw TenantEdit.invalid("The Global policy is neither made nor removed");
        }
    }

    private static void mustBe(Policy.SharedCalling expected, Policy.SharedCalling found) {
        if (!found.equals(expected)) {
            throw TenantEdit.conflict(
                    "The policy %s does not say any more what was expected".formatted(expected.name()));
        }
    }
}

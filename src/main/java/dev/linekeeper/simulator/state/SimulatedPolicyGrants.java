package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFileJson;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Policy grants to people and accounts. Every kind can be granted, except Shared Calling to a resource account. */
record SimulatedPolicyGrants(SimulatedTenant model) implements PolicyGrants {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        var known = FileTenant.section(
                Optional.ofNullable(model.content().policies().get(kind)), "policies/" + kind.type());
        var exact = Optional.ofNullable(known.get(policy))
                .orElseThrow(() -> TenantEdit.invalid("There is no %s named %s".formatted(kind.type(), policy)))
                .name();
        return edit(person, kind, grants -> grants.put(kind, exact));
    }

    @Override
    public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
        return edit(person, kind, grants -> grants.remove(kind));
    }

    private WriteReceipt edit(UserId holder, PolicyKind kind, Consumer<Map<PolicyKind, PolicyName>> change) {
        model.change(content -> {
            var edit = new TenantEdit(content, model.stamp());
            var account = content.account(holder);
            if (account.isPresent()) {
                if (kind == PolicyKind.SHARED_CALLING) {
                    throw TenantEdit.invalid("A resource account can't be granted %s".formatted(kind.type()));
                }
                return edit.replace(account.get()
                                .withGrants(changed(edit, account.get().grants(), change)))
                        .content();
            }
            var user = edit.user(holder);
            return edit.replace(user.withGrants(changed(edit, user.grants(), change)))
                    .content();
        });
        return new WriteReceipt.AcceptedWrite();
    }

    private static Fact<Map<PolicyKind, PolicyName>> changed(
            TenantEdit edit, Fact<Map<PolicyKind, PolicyName>> grants, Consumer<Map<PolicyKind, PolicyName>> change) {
        var next = new EnumMap<PolicyKind, PolicyName>(PolicyKind.class);
        next.putAll(FileTenant.needed(grants));
        change.accept(next);
        return edit.known(next);
    }
}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.util.Optional;

record FileVoiceUsers(FileTenant tenant) implements VoiceUsers {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public Optional<VoiceUser> read(UserId person) {
        var users = tenant.part(TenantContent::users, "users");
        return Optional.ofNullable(users.get(person)).map(tenant::voice);
    }
}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    @Override
    public Map<UserId, VoiceUser> readMany(Set<UserId> people) {
        Map<UserId, VoiceUser> read = new HashMap<>();
        people.forEach(person -> read(person).ifPresent(user -> read.put(person, user)));
        return read;
    }
}

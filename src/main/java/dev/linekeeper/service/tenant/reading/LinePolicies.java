package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.LinePolicyList;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Voice settings completed with the policies of single numbers, which Graph does not report: people see what the
 * <a href="https://learn.microsoft.com/microsoftteams/multi-line">line picked</a> has. Asked for only where somebody has a line.
 */
record LinePolicies(VoiceUsers voiceUsers, Supplier<Fact<LinePolicyList>> sharedCalling) implements VoiceUsers {
    @Override
    public String source() {
        return voiceUsers.source();
    }

    @Override
    public Optional<VoiceUser> read(UserId person) {
        return voiceUsers.read(person).map(this::completed);
    }

    @Override
    public Map<UserId, VoiceUser> readMany(Set<UserId> people) {
        var read = new HashMap<>(voiceUsers.readMany(people));
        read.replaceAll((_, user) -> completed(user));
        return read;
    }

    @Override
    public void forEach(BiConsumer<UserId, VoiceUser> person) {
        voiceUsers.forEach((id, user) -> person.accept(id, completed(user)));
    }

    private VoiceUser completed(VoiceUser user) {
        return user.withLines(user.lines()
                .map(lines -> lines.stream()
                        .map(line -> new Line(
                                line.number(), line.category(), LinePolicyList.of(line.number(), sharedCalling.get())))
                        .toList()));
    }
}

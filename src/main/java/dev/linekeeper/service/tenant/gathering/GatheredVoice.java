package dev.linekeeper.service.tenant.gathering;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.util.Optional;

/** Voice settings, gathered; while many are asked for, without what takes a slow call for each. */
record GatheredVoice(VoiceUsers voiceUsers, RunsInFlight runs, GatheredReadings<VoiceUser> readings)
        implements VoiceUsers {
    GatheredVoice(VoiceUsers voiceUsers, RunsInFlight runs) {
        this(voiceUsers, runs, new GatheredReadings<>(runs, voiceUsers::read, voiceUsers::readMany));
    }

    @Override
    public String source() {
        return voiceUsers.source();
    }

    @Override
    public Optional<VoiceUser> read(UserId person) {
        return readings.read(person);
    }

    @Override
    public Optional<VoiceUser> readWhole(UserId person) {
        return runs.many() ? read(person) : voiceUsers.readWhole(person);
    }
}

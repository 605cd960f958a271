package dev.linekeeper.service.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.simulator.state.Fabrikam;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A sweep over the tenant of our tests, by a list or one by one. */
class SettingsSweepTest {
    private final Clock clock = Clock.fixed(Fabrikam.NOON, ZoneOffset.UTC);
    private final HistoryInMemory history = new HistoryInMemory();
    private final List<UserId> asked = new CopyOnWriteArrayList<>();
    private final List<CallLane> lanes = new CopyOnWriteArrayList<>();
    private Set<UserId> listed = Set.of();
    private Set<UserId> unreadable = Set.of();
    private boolean hasList = true;
    private int directoryBreaksAfter = Integer.MAX_VALUE;

    @Test
    void the_list_of_everybody_is_asked_and_only_who_it_leaves_out_is_asked_for_alone() {
        listed = Set.of(Fabrikam.ADA, Fabrikam.BEN);
        sweep();

        assertThat(asked).isNotEmpty().doesNotContain(Fabrikam.ADA, Fabrikam.BEN);
        assertThat(everybody()).allMatch(person -> history.of(person).size() == 1);
        assertThat(lanes).containsOnly(CallLane.BULK);
    }

    @Test
    void without_a_list_everybody_is_asked_for_alone() {
        hasList = false;
        sweep();

        assertThat(asked).containsExactlyInAnyOrderElementsOf(everybody());
        assertThat(everybody()).allMatch(person -> history.of(person).size() == 1);
    }

    @Test
    void who_cannot_be_read_is_not_recorded_and_the_others_are() {
        unreadable = Set.of(Fabrikam.BEN);
        sweep();

        assertThat(history.of(Fabrikam.BEN)).isEmpty();
        assertThat(history.latest(Fabrikam.ADA).map(SettingsVersion::settings).flatMap(PersonSettings::voiceOn))
                .isPresent();
    }

    @Test
    void a_directory_that_breaks_off_ends_the_sweep_with_a_failure() {
        directoryBreaksAfter = 1;
        assertThatThrownBy(this::sweep).isInstanceOf(BackendFailure.class);
        assertThat(everybody()).allMatch(person -> history.of(person).isEmpty());
    }

    private void sweep() {
        var ports = Fabrikam.model().ports();
        var voice = voice(ports.voiceUsers());
        var reader = ports.reader(clock, Duration.ofHours(1)).through(ports.directory(), voice, () -> false);
        new SettingsSweep(
                        reader,
                        breaking(ports.directory()),
                        voice,
                        new BulkPersonReader(reader, Duration.ofMinutes(1), _ -> {}),
                        new HistoryRecorder(history),
                        new SweepHeard(),
                        _ -> false,
                        clock)
                .run();
    }

    private static List<UserId> everybody() {
        var all = new ArrayList<UserId>();
        Fabrikam.model().ports().directory().forEach(entry -> all.add(entry.id()));
        return all;
    }

    private Directory breaking(Directory directory) {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, arguments) -> {
                    if (!method.getName().equals("forEach")) {
                        return method.invoke(directory, arguments);
                    }
                    @SuppressWarnings("unchecked")
                    var each = (Consumer<DirectoryEntry>) arguments[0];
                    int[] left = {directoryBreaksAfter};
                    directory.forEach(entry -> {
                        if (left[0]-- == 0) {
                            throw new BackendFailure(FailureKind.TRANSIENT, "broken off");
                        }
                        each.accept(entry);
                    });
                    return null;
                });
    }

    private VoiceUsers voice(VoiceUsers all) {
        return new VoiceUsers() {
            @Override
            public String source() {
                return all.source();
            }

            @Override
            public Optional<VoiceUser> read(UserId person) {
                asked.add(person);
                lanes.add(CallLane.current());
                if (unreadable.contains(person)) {
                    throw new BackendFailure(FailureKind.PROTOCOL, "not readable");
                }
                return all.read(person);
            }

            @Override
            public void forEach(BiConsumer<UserId, VoiceUser> person) {
                lanes.add(CallLane.current());
                if (!hasList) {
                    throw new BackendFailure(FailureKind.UNSUPPORTED, "no list");
                }
                Stream.concat(listed.stream(), Stream.of(Fabrikam.SEATTLE))
                        .forEach(each -> all.read(each).ifPresent(user -> person.accept(each, user)));
            }
        };
    }
}

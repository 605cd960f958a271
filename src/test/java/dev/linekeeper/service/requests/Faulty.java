package dev.linekeeper.service.requests;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The writing ports of a tenant, with failures on demand and a list of what was written. */
public final class Faulty {
    public final List<String> writes = new CopyOnWriteArrayList<>();
    /** The steps that were written, each as often as it was. */
    public final Queue<ChangeKey> steps = new ConcurrentLinkedQueue<>();

    public final Deque<RuntimeException> failures = new ArrayDeque<>();
    public final Set<UserId> leftTheGroups = new HashSet<>();
    final List<UserId> read = new CopyOnWriteArrayList<>();
    public boolean voiceFails;

    /** How many readings still show the voice switch as it was before a number was changed. */
    int lateVoice;

    /** How many of them there are to come. */
    int lateReadings;

    public boolean groupsFail;

    private int writesLeft = -1;
    private Runnable afterWrites = () -> {};

    private final TenantPorts ports;
    private final House.Fuse fuse;

    Faulty(TenantPorts ports, House.Fuse fuse) {
        this.ports = ports;
        this.fuse = fuse;
    }

    /** Does something right after so many further writes. */
    public void afterWrites(int writes, Runnable then) {
        writesLeft = writes;
        afterWrites = then;
    }

    public NumberInventory numbers() {
        return writing(NumberInventory.class, ports.numbers());
    }

    public PolicyGrants grants() {
        return writing(PolicyGrants.class, ports.policyGrants());
    }

    public EnterpriseVoiceSwitch voice() {
        return writing(EnterpriseVoiceSwitch.class, ports.voiceSwitch());
    }

    /** Says nothing of anybody while {@link #voiceFails}. */
    private VoiceUsers voiceUsers() {
        var real = ports.voiceUsers();
        return new VoiceUsers() {
            @Override
            public Optional<VoiceUser> read(UserId person) {
                if (voiceFails) {
                    throw new BackendFailure(
                            BackendFailure.FailureKind.DENIED, "The tenant does not let us read voice settings");
                }
                read.add(person);
                return real.read(person).map(user -> lateReadings-- > 0 ? switched(user) : user);
            }

            @Override
            public Map<UserId, VoiceUser> readMany(Set<UserId> people) {
                return voiceFails || lateReadings > 0 ? Map.of() : real.readMany(people);
            }

            @Override
            public String source() {
                return real.source();
            }
        };
    }

    private static VoiceUser switched(VoiceUser user) {
        return new VoiceUser(
                user.accountType(),
                user.features(),
                user.voiceOn().map(on -> !on),
                user.lines(),
                user.policies(),
                user.validationErrors(),
                user.interpretedType());
    }

    /** The ports to read by. */
    TenantPorts readings() {
        return new TenantPorts(
                ports.directory(),
                voiceUsers(),
                ports.voiceSwitch(),
                ports.numbers(),
                ports.policyGrants(),
                ports.policyCatalogue(),
                ports.emergencyLocations(),
                ports.voiceApplications(),
                ports.organisation(),
                ports.sharedCallingPolicies(),
                ports.groupGrants());
    }

    /** All ports, those with failures on demand. */
    public TenantPorts all() {
        var reading = readings();
        return new TenantPorts(
                directory(ports.directory()),
                reading.voiceUsers(),
                voice(),
                numbers(),
                grants(),
                reading.policyCatalogue(),
                reading.emergencyLocations(),
                reading.voiceApplications(),
                reading.organisation(),
                reading.sharedCallingPolicies(),
                reading.groupGrants());
    }

    private <T> T writing(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    boolean writes = method.getReturnType() == WriteReceipt.class
                            && !method.getName().equals("follow");
                    if (writes) {
                        fuse.tick("before a write");
                        if (!failures.isEmpty()) {
                            throw failures.pop();
                        }
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (writes) {
                            steps.addAll(steps(arguments));
                            this.writes.add(method.getName() + " " + arguments[Math.min(1, arguments.length - 1)]);
                            if (--writesLeft == 0) {
                                afterWrites.run();
                            }
                            lateReadings = port == NumberInventory.class ? lateVoice : 0;
                            fuse.tick("after a write");
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private static Collection<ChangeKey> steps(Object[] arguments) {
        return arguments[arguments.length - 1] instanceof ChangeKey key
                ? Set.of(key)
                : ((Map<?, ?>) arguments[0])
                        .keySet().stream().map(ChangeKey.class::cast).toList();
    }

    /** People in {@link #leftTheGroups} are in no group any more; nobody is told while {@link #groupsFail}. */
    Directory directory(Directory real) {
        return new Directory() {
            @Override
            public List<DirectoryEntry> search(String text, int limit) {
                return real.search(text, limit);
            }

            @Override
            public Optional<DirectoryEntry> find(UserId person) {
                return real.find(person);
            }

            @Override
            public Map<UserId, DirectoryEntry> findMany(Set<UserId> people) {
                return real.findMany(people);
            }

            @Override
            public Optional<DirectoryEntry> findByPrincipalName(String userPrincipalName) {
                return real.findByPrincipalName(userPrincipalName);
            }

            @Override
            public Optional<String> groupName(GroupId group) {
                return real.groupName(group);
            }

            @Override
            public boolean hasDepartment(String name) {
                return real.hasDepartment(name);
            }

            @Override
            public List<DirectoryEntry> peopleOf(PersonAttribute attribute, String value) {
                return real.peopleOf(attribute, value);
            }

            @Override
            public Set<GroupId> groupsNamed(String name) {
                return real.groupsNamed(name);
            }

            @Override
            public void forEach(Consumer<DirectoryEntry> person) {
                real.forEach(person);
            }

            @Override
            public boolean isMember(UserId person) {
                return real.isMember(person);
            }

            @Override
            public Set<UserId> members(GroupId group) {
                if (groupsFail) {
                    throw new BackendFailure(
                            BackendFailure.FailureKind.THROTTLED, "The directory wants to be left alone");
                }
                var members = new HashSet<>(real.members(group));
                members.removeAll(leftTheGroups);
                return members;
            }

            @Override
            public Optional<Set<UserId>> directMembers(GroupId group, int calls) {
                return real.directMembers(group, calls);
            }

            @Override
            public Set<GroupId> groupsOf(UserId person) {
                return real.groupsOf(person);
            }

            @Override
            public String source() {
                return real.source();
            }
        };
    }
}

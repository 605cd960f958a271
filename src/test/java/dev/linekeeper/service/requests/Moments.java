package dev.linekeeper.service.requests;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.EmergencyLocations;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Every moment of an apply at which something can happen: each read and each write of the tenant, and each record before
 * and after it. A moment is called by what happens and how often that did before, such as {@code read voice 3}, because
 * reads run side by side. At one of them a disturbance strikes.
 */
final class Moments extends House.Fuse {
    /** The moments that came, in order. */
    final Set<String> seen = new LinkedHashSet<>();

    /** People who are in no group any more. */
    final Set<UserId> left = new HashSet<>();

    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Consumer<String> strike = _ -> {};
    private Way writing = (_, _, write) -> write.run();
    private Instant hiddenUntil = Instant.MIN;
    private Optional<VoiceUser> hiddenAs = Optional.empty();
    private boolean inTransaction;

    Moments(Clock clock) {
        this.clock = clock;
    }

    /** Counts from here on. */
    void begin(Consumer<String> disturbance) {
        seen.clear();
        counts.clear();
        inTransaction = false;
        strike = disturbance;
    }

    /** Nothing happens any more. */
    void calm() {
        strike = _ -> {};
        hiddenUntil = Instant.MIN;
        left.clear();
    }

    /** What becomes of a write of the tenant. */
    @FunctionalInterface
    interface Way {
        /** The call reads like {@code grant [person, kind, policy]}. */
        void write(String call, ChangeKey key, Runnable write);
    }

    void writing(Way way) {
        writing = way;
    }

    /** Until then people read what they read now. */
    void hide(Optional<VoiceUser> now, Instant until) {
        hiddenAs = now;
        hiddenUntil = until;
    }

    @Override
    public void tick(String where) {
        if (where.equals("after a commit")) {
            inTransaction = false;
        }
        at(inTransaction ? where + " (in it)" : where);
        if (where.equals("before a transaction")) {
            inTransaction = true;
        }
    }

    /** The process is another one. */
    void restarted() {
        inTransaction = false;
    }

    private void at(String what) {
        Consumer<String> now;
        String moment;
        synchronized (this) {
            moment = "%s %d".formatted(what, counts.merge(what, 1, Integer::sum));
            seen.add(moment);
            now = strike;
        }
        now.accept(moment);
    }

    @Override
    public RequestStore watched(RequestStore store) {
        return watched(
                RequestStore.class, store, (method, _) -> method.getName().equals("replace") ? "a record" : "");
    }

    /** The tenant, with a moment at each call. */
    TenantPorts watched(TenantPorts ports) {
        return new TenantPorts(
                watched(Directory.class, ports.directory(), Moments::named),
                watched(VoiceUsers.class, ports.voiceUsers(), Moments::named),
                watched(EnterpriseVoiceSwitch.class, ports.voiceSwitch(), Moments::named),
                watched(NumberInventory.class, ports.numbers(), Moments::named),
                watched(PolicyGrants.class, ports.policyGrants(), Moments::named),
                watched(PolicyCatalogue.class, ports.policyCatalogue(), Moments::named),
                watched(EmergencyLocations.class, ports.emergencyLocations(), Moments::named),
                watched(VoiceApplications.class, ports.voiceApplications(), Moments::named),
                watched(Organisation.class, ports.organisation(), Moments::named),
                watched(SharedCallingPolicies.class, ports.sharedCallingPolicies(), Moments::named),
                watched(GroupGrants.class, ports.groupGrants(), Moments::named));
    }

    private static String named(Method method, Object[] arguments) {
        if (method.getName().equals("source")) {
            return "";
        }
        if (method.getReturnType() == WriteReceipt.class) {
            return method.getName().equals("follow") ? "" : "a write";
        }
        String of = arguments != null && arguments[0] instanceof PolicyKind kind ? " " + kind : "";
        return "read %s%s".formatted(method.getName(), of);
    }

    private interface Naming {
        String of(Method method, Object[] arguments);
    }

    private <T> T watched(Class<T> port, T real, Naming naming) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    String what = naming.of(method, arguments);
                    if (what.isEmpty()) {
                        return invoke(real, method, arguments);
                    }
                    if (what.startsWith("read")) {
                        at(what);
                        return seenNow(method, invoke(real, method, arguments));
                    }
                    tick("before " + what);
                    Object answer = method.getReturnType() == WriteReceipt.class
                            ? written(real, method, arguments)
                            : invoke(real, method, arguments);
                    tick("after " + what);
                    return answer;
                }));
    }

    private WriteReceipt written(Object real, Method method, Object[] arguments) {
        int last = arguments.length - 1;
        String call =
                "%s %s".formatted(method.getName(), Arrays.asList(arguments).subList(0, last));
        var receipt = new AtomicReference<WriteReceipt>();
        writing.write(
                call,
                (ChangeKey) arguments[last],
                () -> receipt.set((WriteReceipt) unchecked(real, method, arguments)));
        return receipt.get();
    }

    private Object seenNow(Method method, Object answer) {
        if (method.getDeclaringClass() == Directory.class && method.getName().equals("members")) {
            var members = new HashSet<>((Set<?>) answer);
            members.removeAll(left);
            return members;
        }
        boolean voice = method.getDeclaringClass() == VoiceUsers.class;
        return voice && clock.instant().isBefore(hiddenUntil) ? hiddenAs : answer;
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Object unchecked(Object real, Method method, Object[] arguments) {
        try {
            return invoke(real, method, arguments);
        } catch (BackendFailure failure) {
            throw failure;
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }
}

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Storms of the tenant and of Teams, and processes that are killed, until {@link #end}. The same seed, the same order. */
final class Weather {
    private static final List<String> STORMS = List.of(
            "{\"kind\": \"throttled\", \"retryAfter\": 1, \"times\": 0}",
            "{\"kind\": \"throttled\", \"retryAfter\": 2, \"path\": \"teamsAdministration\", \"times\": 0}",
            "{\"kind\": \"broken\", \"status\": 503, \"path\": \"teamsAdministration\", \"times\": 0}",
            "{\"kind\": \"broken\", \"status\": 500, \"times\": 40}",
            "{\"kind\": \"html\", \"status\": 502, \"times\": 30}",
            "{\"kind\": \"lost\", \"path\": \"assign\", \"times\": 12}",
            "{\"kind\": \"dropped\", \"times\": 25}",
            "{\"kind\": \"slow\", \"millis\": 3000, \"path\": \"assign\", \"times\": 12}",
            "{\"kind\": \"powershell-dies-afterwards\", \"path\": \"/powershell/Set-Cs\", \"times\": 4}",
            "{\"kind\": \"powershell-throttled\", \"path\": \"/powershell/Set-Cs\", \"times\": 12}");

    private final Town town;
    private final Teams teams;
    private final List<Replica> replicas;
    private final Random storms;
    private final Random kills;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Long> killed = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;
    volatile boolean held;
    int tenantStorms;
    int teamsStorms;
    int killedWhileStarting;

    Weather(Town town, Teams teams, List<Replica> replicas, long seed) {
        this.town = town;
        this.teams = teams;
        this.replicas = replicas;
        this.storms = new Random(seed * 31 + 1);
        this.kills = new Random(seed * 31 + 2);
    }

    void begin() {
        threads.add(Thread.ofVirtual().start(() -> untilOver(this::storm)));
        threads.add(Thread.ofVirtual().start(() -> untilOver(this::kill)));
    }

    private interface Blow {
        void happens() throws Exception;
    }

    private void untilOver(Blow blow) {
        try {
            while (!over) {
                blow.happens();
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void storm() throws Exception {
        Thread.sleep(2000 + storms.nextInt(6000));
        if (held || over) {
            return;
        }
        int which = storms.nextInt(3);
        String tenantStorm = STORMS.get(storms.nextInt(STORMS.size()));
        int lasts = 2000 + storms.nextInt(4000);
        if (which != 0) {
            town.storm(tenantStorm);
            tenantStorms++;
        }
        if (which != 1) {
            teams.storm(0.6);
            teamsStorms++;
        }
        Thread.sleep(lasts);
        teams.storm(0);
        if (which != 0 && !held) {
            town.calm();
        }
    }

    /** Any replica: mostly while all are up, now and then while another is down or while it starts. */
    private void kill() throws Exception {
        var replica = replicas.get(kills.nextInt(replicas.size()));
        int when = kills.nextInt(6);
        int wait = 500 + kills.nextInt(replicas.size() > 1 ? 6000 : 20_000);
        while (!over && when > 0 && !(when == 1 ? replica.isReady() : allReady())) {
            Thread.sleep(200);
        }
        Thread.sleep(wait);
        if (over) {
            return;
        }
        killedWhileStarting += replica.isReady() ? 0 : 1;
        replica.kill();
        killed.add(System.currentTimeMillis());
        replica.start();
    }

    private boolean allReady() throws InterruptedException {
        for (Replica replica : replicas) {
            if (!replica.isReady()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a process was killed so shortly after this moment that it may not have noted what happened then. */
    boolean killedSoonAfter(long moment) {
        synchronized (killed) {
            return killed.stream().anyMatch(kill -> kill >= moment - 100 && kill <= moment + 3000);
        }
    }

    int kills() {
        return killed.size();
    }

    void end() throws Exception {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        teams.storm(0);
        town.calm();
    }
}

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Somebody else who asks a question every five seconds, and how long each answer took in milliseconds. */
final class Asker {
    private static final String ADELE = "439c272f-f89f-5cd1-b4af-06251327c7f3";
    private static final int PATIENCE = 60_000;

    private final Teams teams;
    private final Desk desk;
    private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;
    private final Thread thread = Thread.ofVirtual().unstarted(this::ask);

    Asker(Teams teams, Desk desk) {
        this.teams = teams;
        this.desk = desk;
    }

    void begin() {
        thread.start();
    }

    private void ask() {
        try {
            while (!over) {
                int before = answers();
                long began = System.nanoTime();
                desk.says(ADELE, "what's my caller ID");
                while (answers() == before && (System.nanoTime() - began) / 1_000_000 < PATIENCE) {
                    Thread.sleep(20);
                }
                long took = (System.nanoTime() - began) / 1_000_000;
                times.add(took);
                Thread.sleep(Math.max(100, 5000 - took));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private int answers() {
        return (int) teams.messages().stream()
                .filter(message -> message.chat.equals(Desk.chat(ADELE)))
                .count();
    }

    List<Long> end() throws InterruptedException {
        over = true;
        thread.join();
        return times.stream().sorted().toList();
    }
}

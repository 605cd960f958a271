import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Bot Connector itself: activities go in, messages and cards come out. */
final class Wire implements Client {
    private static final Map<String, String> IDS = Map.of(
            "ana.ruiz", "5e43303f-8f5c-57de-abb6-c2c813ee3de4",
            "lee.chen", Town.LEE,
            "priya.nair", Town.PRIYA);

    private final Teams teams;
    private final Desk desk;
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();
    private int files;

    Wire(Teams teams, Desk desk) {
        this.teams = teams;
        this.desk = desk;
    }

    static String id(String who) {
        return IDS.getOrDefault(who, who);
    }

    @Override
    public void says(String who, String text) throws InterruptedException {
        desk.says(id(who), text);
    }

    @Override
    public void sends(String who, String name, byte[] content, String text) throws InterruptedException {
        desk.sends(id(who), name, content, text);
    }

    @Override
    public int cards(String who) {
        return (int) teams.messages().stream()
                .filter(message -> message.chat.equals(Desk.chat(id(who))))
                .count();
    }

    /** How many cards of the request somebody has. */
    long cards(String who, long number) {
        return teams.messages().stream()
                .filter(message -> message.chat.equals(Desk.chat(id(who))) && !message.deleted)
                .filter(message ->
                        message.request().filter(found -> found == number).isPresent())
                .count();
    }

    @Override
    public String card(String who, String title) {
        return teams.messages().reversed().stream()
                .filter(message -> message.chat.equals(Desk.chat(id(who))) && !message.deleted)
                .map(message -> message.text().replace("\\", ""))
                .filter(text -> text.contains(title))
                .findFirst()
                .orElse("");
    }

    @Override
    public void presses(String who, String title, String button, String sentence) throws InterruptedException {
        says(who, sentence);
        if (!sentence.startsWith("approve ")) {
            answered.merge(who + sentence.replaceAll(".*SC-", " "), 1, Integer::sum);
        }
    }

    /**
     * How many cards of the request somebody may have: the one that came by itself, and the answer to each sentence said instead
     * of a press; an approval is answered by a question, and what takes long by a card that becomes one later.
     */
    long expected(String who, long number) {
        return 1 + answered.getOrDefault(who + " " + number, 0);
    }

    @Override
    public String takes(String who, String sentence, int seconds) throws Exception {
        String name = "taken%d.csv".formatted(++files);
        int before = offers(who).size();
        says(who, sentence);
        Crash.await(
                "the file of \"%s\"".formatted(sentence), 60, () -> offers(who).size() > before);
        desk.allows(id(who), offers(who).getLast(), name);
        Crash.await(name, seconds, () -> teams.file(name).isPresent());
        return new String(teams.file(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private List<Teams.Message> offers(String who) {
        return teams.messages().stream()
                .filter(message -> message.chat.equals(Desk.chat(id(who))))
                .filter(message -> !message.card().path("acceptContext").isMissingNode())
                .toList();
    }

    @Override
    public List<Operation> operations() {
        return teams.operations().entrySet().stream()
                .map(each -> new Operation(each.getKey(), each.getValue()))
                .toList();
    }
}

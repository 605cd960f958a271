package dev.linekeeper.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demo tenant with people who can be enrolled, a list of them in which twenty rows are bad in as many ways, and what must
 * come of each row. The same seed makes the same.
 */
public final class GivenList {
    private static final String GUEST = "mia.gast_fabrikam.example#EXT#@contoso.example";
    private static final String GROUP = "b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f";

    /** A bad row: what is the matter, what the line is, and which outcome it must have. */
    private record Bad(String kind, String line, String outcome) {}

    private final ObjectNode tenant;
    /** By the names they sign in with. */
    private final List<String> ready = new ArrayList<>();

    private final StringBuilder csv = new StringBuilder("Name,UserPrincipalName,Note\r\n");
    /** The outcome of each row, by its number. */
    private final Map<Integer, String> outcomes = new TreeMap<>();
    /** What is bad in which row. */
    private final Map<Integer, String> kinds = new LinkedHashMap<>();

    private GivenList(ObjectNode demo, int rows, long seed) {
        tenant = demo;
        JsonNode adele = tenant.path("users")
                .valueStream()
                .filter(person -> person.path("userPrincipalName").asString().startsWith("adele.vance@"))
                .findFirst()
                .orElseThrow();
        var users = tenant.withArrayProperty("users");
        List<Bad> bad = bad();
        for (int each = 0; each < rows - bad.size(); each++) {
            ready.add("person%05d@contoso.example".formatted(each));
            users.add(like(adele, ready.getLast(), "Person %05d".formatted(each)));
        }
        users.add(like(adele, "disabled@contoso.example", "Disabled Person").put("accountEnabled", false));
        users.add(like(adele, "no.country@contoso.example", "No Country").putNull("usageLocation"));
        var unlicensed = like(adele, "unlicensed@contoso.example", "Unlicensed Person");
        unlicensed.putArray("assignedPlans");
        unlicensed.putArray("featureTypes");
        users.add(unlicensed);
        users.add(like(adele, "twin.one@contoso.example", "Twin Tester"));
        users.add(like(adele, "twin.two@contoso.example", "Twin Tester"));
        write(bad, new Random(seed));
    }

    /** A list of so many rows; run from the root of the repository. */
    public static GivenList of(int rows, long seed) {
        try {
            var demo = Files.readString(Path.of("src/main/resources/demo/tenant.json"));
            return new GivenList((ObjectNode) JsonMapper.shared().readTree(demo), rows, seed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode like(JsonNode model, String upn, String name) {
        String id = UUID.nameUUIDFromBytes(upn.getBytes(StandardCharsets.UTF_8)).toString();
        return ((ObjectNode) model.deepCopy())
                .put("id", id)
                .put("userPrincipalName", upn)
                .put("displayName", name)
                .put("usageLocation", "US")
                .put("isEnterpriseVoiceEnabled", true);
    }

    private static List<Bad> bad() {
        return List.of(
                new Bad("empty", ",,", "REFUSED"),
                new Bad("unknown", "Nobody,nobody.there@contoso.example,", "NOT_FOUND"),
                new Bad("ambiguous", "Twin,Twin Tester,", "AMBIGUOUS"),
                new Bad("twice", "Twice,person00000@contoso.example,", "DUPLICATE"),
                new Bad("twice in other spellings", "Twice,\" PERSON00001@Contoso.EXAMPLE \",", "DUPLICATE"),
                new Bad("disabled", "Disabled,disabled@contoso.example,", "BLOCKED"),
                new Bad("guest", "Guest," + GUEST + ",", "BLOCKED"),
                new Bad("unlicensed", "Unlicensed,unlicensed@contoso.example,", "BLOCKED"),
                new Bad("already there", "Lee,lee.chen@contoso.example,", "THERE"),
                new Bad("other policy", "Lynne,lynne.robbins@contoso.example,", "FIXABLE"),
                new Bad("own number", "Lee Gu,lee.gu@contoso.example,", "FIXABLE"),
                new Bad("no country", "Country,no.country@contoso.example,", "BLOCKED"),
                new Bad("formula", "Formula,\"=HYPERLINK(\"\"http://x\"\")\",", "REFUSED"),
                new Bad("wrong columns", "Columns,person00002@contoso.example,a,b,c", "REFUSED"),
                new Bad("quotes", "Quotes,\"per\"son00003@contoso.example,", "REFUSED"),
                new Bad("too long", "Long," + "y".repeat(400) + "@contoso.example,", "REFUSED"),
                new Bad("control characters", "Control,per\u0007son\u202E@contoso.example,", "REFUSED"),
                new Bad("other tenant", "Other,someone@fabrikam.example,", "NOT_FOUND"),
                new Bad("resource account", "Line,ra-seattle@contoso.example,", "BLOCKED"),
                new Bad("object id of a group", "Group," + GROUP + ",", "NOT_FOUND"));
    }

    /** Good and bad rows in a random order; the first ones are good, so that a second row of somebody is the later one. */
    private void write(List<Bad> bad, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int place = 10; place < ready.size() + bad.size() - 1; place++) {
            places.add(place);
        }
        Collections.shuffle(places, random);
        Map<Integer, Bad> at = new TreeMap<>();
        bad.forEach(each -> at.put(places.removeLast(), each));
        var good = ready.iterator();
        for (int place = 0; place < ready.size() + bad.size(); place++) {
            Bad here = at.get(place);
            int row = place + 2; // the header is the first line
            if (here == null) {
                String upn = good.next();
                csv.append("Person,%s,%s\r\n".formatted(upn, place % 3 == 0 ? "" : "x"));
                outcomes.put(row, "READY");
            } else {
                csv.append(here.line()).append("\r\n");
                outcomes.put(row, here.outcome());
                kinds.put(row, here.kind());
            }
        }
    }

    public ObjectNode tenant() {
        return tenant;
    }

    /** Whose rows are good, by the names they sign in with. */
    public List<String> ready() {
        return ready;
    }

    /** The outcome each row must have, by its number. */
    public Map<Integer, String> outcomes() {
        return outcomes;
    }

    /** What is bad in which row. */
    public Map<Integer, String> kinds() {
        return kinds;
    }

    public byte[] csv() {
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The cells of a table with commas and quotes, its header left out. */
    public static List<List<String>> cells(String table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : table.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (letter == '\n' && !quoted) {
                row.add(cell.toString().strip());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else {
                cell.append(letter);
            }
        }
        return rows.subList(1, rows.size());
    }
}

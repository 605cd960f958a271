import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of the story. {@code broken} spoils one thing first, so that one sees that it is noticed: {@link #SPOILT}. */
final class Verdict {
    private static final Map<String, String> WORDS = Map.of(
            "pending",
            "Waiting",
            "needs-fresh-look",
            "Needs a fresh look",
            "approved",
            "Approved",
            "applying",
            "Applying",
            "partly-applied",
            "Stopped half-way",
            "completed",
            "Done",
            "rejected",
            "Denied",
            "cancelled",
            "Cancelled",
            "expired",
            "Expired",
            "overtaken",
            "Overtaken");
    static final List<String> SPOILT = List.of("lost-write", "second-write", "stranger", "told", "card", "audit");
    private static final Set<String> OPEN = Set.of("pending", "needs-fresh-look", "approved", "applying");

    private final Story story;
    private final Database database;
    private final JsonNode before;
    private final String broken;
    private final Map<String, List<String>> problems = new TreeMap<>();
    private List<JsonNode> requests = List.of();

    Verdict(Story story, Database database, JsonNode before, String broken) {
        this.story = story;
        this.database = database;
        this.before = before;
        this.broken = broken;
    }

    /** What is wrong, by kind. */
    Map<String, List<String>> problems() throws Exception {
        if (broken.equals("audit")) {
            database.change("update audit set content = replace(content, 'APPROVED', 'DENIED') where number ="
                    + " (select max(number) from audit where action = 'APPROVED')");
        }
        requests = database.requests();
        List<ObjectNode> writes =
                story.town.writes().valueStream().map(ObjectNode.class::cast).collect(Collectors.toList());
        switch (broken) {
            // Of somebody whom nobody else changed: where the change was there already, a write less is as it may be.
            case "lost-write" ->
                writes.remove(writes.stream()
                        .filter(write -> keys(write).stream()
                                .noneMatch(key -> story.hasDrifted(key.substring(0, key.indexOf(' ')))))
                        .findFirst()
                        .orElseThrow());
            case "second-write" -> writes.add(writes.getFirst());
            case "stranger" -> {
                var stranger = writes.stream()
                        .filter(write -> write.path("body").path("value").isArray())
                        .findFirst()
                        .orElseThrow()
                        .deepCopy();
                ((ObjectNode) stranger.path("body").path("value").path(0)).put("userId", Town.LEE);
                writes.add(stranger);
            }
            default -> {}
        }
        checkEnded();
        checkWrites(writes);
        checkPeople();
        checkCards();
        checkTold();
        for (String problem : database.chain()) {
            problem("audit", problem);
        }
        say(
                "audit: %s records%n",
                database.rows("select count(*) from audit").getFirst().getFirst());
        return problems;
    }

    private void say(String format, Object... arguments) {
        if (broken.isEmpty()) {
            System.out.printf(format, arguments);
        }
    }

    private void problem(String what, String text) {
        problems.computeIfAbsent(what, _ -> new ArrayList<>()).add(text);
    }

    private static String state(JsonNode request) {
        return request.path("state").asString();
    }

    private static String person(JsonNode request) {
        return request.path("terms").path("plan").path("person").asString();
    }

    private static long number(JsonNode request) {
        return request.path("number").asLong();
    }

    private void checkEnded() throws Exception {
        say(
                "requests: %s%n",
                requests.stream().collect(Collectors.groupingBy(Verdict::state, TreeMap::new, Collectors.counting())));
        requests.stream()
                .filter(request -> Set.of("partly-applied", "overtaken").contains(state(request)))
                .forEach(request -> say(
                        "    SC-%d %s: %s%s%n",
                        number(request), state(request), request.path("stop"), request.path("why")));
        requests.stream()
                .filter(request -> OPEN.contains(state(request)))
                .forEach(request -> problem("requests", "SC-%d is %s".formatted(number(request), state(request))));
        long asked = requests.stream().map(Verdict::person).distinct().count();
        if (asked < story.people) {
            problem("requests", "%d people of %d were asked for".formatted(asked, story.people));
        }
        if (database.waiting() > 0) {
            problem(
                    "messages",
                    database.rows("select lane, kind, request, tries, due, why from message where due is not null")
                            .toString());
        }
    }

    /** Every write belongs to a step of an approved plan, and every step that was to be written was written once. */
    private void checkWrites(List<ObjectNode> writes) {
        Map<String, Integer> made = new HashMap<>();
        writes.forEach(write -> keys(write).forEach(key -> made.merge(key, 1, Integer::sum)));
        int total = made.values().stream().mapToInt(Integer::intValue).sum();
        int steps = 0;
        int already = 0;
        int again = 0;
        for (JsonNode request : requests) {
            int done = request.path("done").size();
            int at = 0;
            for (JsonNode step : request.path("terms").path("plan").path("steps")) {
                String how =
                        at < done ? request.path("done").path(at).path("how").asString() : "";
                at++;
                if (step.path("change").isMissingNode() || step.path("change").isNull()) {
                    continue;
                }
                String key =
                        person(request) + " " + step.path("target").asString().toLowerCase(Locale.ROOT);
                int times = made.getOrDefault(key, 0);
                boolean drifted = story.hasDrifted(person(request));
                boolean right = switch (how) {
                    case "WRITTEN" -> times == 1 || (drifted && times == 2 && key.endsWith("seattle"));
                    case "ALREADY_THERE" -> times == 1 || (drifted && times == 0);
                    default -> times == 0 || (state(request).equals("partly-applied") && at == done + 1 && times == 1);
                };
                steps += how.isEmpty() ? 0 : 1;
                already += how.equals("ALREADY_THERE") ? 1 : 0;
                again += times == 2 && right ? 1 : 0;
                if (!right) {
                    problem(
                            "writes",
                            "SC-%d (%s): %s %s was written %d times%s"
                                    .formatted(
                                            number(request),
                                            state(request),
                                            key,
                                            how,
                                            times,
                                            drifted ? ", somebody else changed the person" : ""));
                }
                if (right) {
                    made.remove(key);
                }
            }
        }
        made.forEach((key, times) -> problem("writes", "nobody approved: %s, %d times".formatted(key, times)));
        say(
                "writes: %d of %d steps done; %d were there already, %d written again after somebody else's change%n",
                total, steps, already, again);
    }

    /** Person and value of what a call writes; the values of an enrolment are all different. */
    private List<String> keys(ObjectNode write) {
        String what = write.path("write").asString();
        JsonNode body = write.path("body");
        if (what.endsWith("assign")) {
            return body.path("value")
                    .valueStream()
                    .map(each -> each.path("userId").asString() + " "
                            + (what.endsWith("unassign")
                                    ? "none"
                                    : new String(
                                                    Base64.getUrlDecoder()
                                                            .decode(each.path("policyId")
                                                                    .asString()),
                                                    StandardCharsets.UTF_8)
                                            .replaceFirst(".*\\|", "")))
                    .toList();
        }
        if (what.equals("Set-CsPhoneNumberAssignment")) {
            return List.of(body.path("Identity").asString() + " "
                    + (body.path("EnterpriseVoiceEnabled").asBoolean() ? "on" : "off"));
        }
        return List.of(what + " " + body);
    }

    /** Who was enrolled has what the plan says; nobody else has changed, but by somebody else. */
    private void checkPeople() throws Exception {
        Map<String, JsonNode> earlier = before.valueStream()
                .collect(Collectors.toMap(
                        person -> person.path("UserPrincipalName").asString(), person -> person));
        Set<String> enrolled = requests.stream()
                .filter(request -> state(request).equals("completed"))
                .map(Verdict::person)
                .collect(Collectors.toSet());
        Set<String> halfDone = requests.stream()
                .filter(request -> state(request).equals("partly-applied"))
                .map(Verdict::person)
                .collect(Collectors.toSet());
        int right = 0;
        int all = 0;
        for (JsonNode person : story.town.people()) {
            String id = person.path("Identity").asString();
            String upn = person.path("UserPrincipalName").asString();
            if (story.hasDrifted(id) || halfDone.contains(id)) {
                continue;
            }
            all++;
            boolean asExpected = enrolled.contains(id) ? isEnrolled(person) : person.equals(earlier.get(upn));
            right += asExpected ? 1 : 0;
            if (!asExpected) {
                problem("people", "%s %s".formatted(upn, person));
            }
        }
        say(
                "people: %d of %d whom nobody else changed are as the plans say, %d enrolled%n",
                right, all, enrolled.size());
    }

    private static boolean isEnrolled(JsonNode person) {
        Map<String, String> policies = person.path("EffectivePolicyAssignments")
                .valueStream()
                .collect(Collectors.toMap(
                        each -> each.path("PolicyType").asString(),
                        each -> each.path("PolicyAssignment")
                                .path("DisplayName")
                                .asString()));
        return person.path("EnterpriseVoiceEnabled").asBoolean()
                && "Seattle".equals(policies.get("TeamsSharedCallingRoutingPolicy"))
                && "Emergency-US".equals(policies.get("TeamsEmergencyCallRoutingPolicy"))
                && "NoPSTN".equals(policies.get("OnlineVoiceRoutingPolicy"));
    }

    /** The last version of each card shows the request's state and offers no decision that is not there to be made. */
    private void checkCards() {
        var cards = story.cards();
        if (broken.equals("card")) {
            var card = cards.values().stream().skip(7).findFirst().orElseThrow().getFirst();
            card.becomes(card.versions.getFirst());
        }
        int count = 0;
        for (JsonNode request : requests) {
            for (var card : cards.getOrDefault(number(request), List.of())) {
                if (card.deleted) {
                    continue;
                }
                count++;
                boolean right = Story.says(card, WORDS.getOrDefault(state(request), "?"))
                        && (OPEN.contains(state(request))
                                || card.button("approve")
                                        .or(() -> card.button("deny"))
                                        .isEmpty());
                if (!right) {
                    problem(
                            "cards",
                            "SC-%d is %s; in %s, %s, %d versions, shown: %s"
                                    .formatted(
                                            number(request),
                                            state(request),
                                            card.chat,
                                            card.id,
                                            card.versions.size(),
                                            card.text().replaceAll("(?s).*?\\*\\*(.*?)\\*\\*.*", "$1")
                                                    + (story.isDoubtful(card) ? ", the bot may not know it" : "")));
                }
            }
            if (cards.getOrDefault(number(request), List.of()).stream()
                    .noneMatch(card -> card.chat.equals(
                            Desk.chat(request.path("terms").path("requester").asString())))) {
                problem("cards", "the requester of SC-%d has no card".formatted(number(request)));
            }
        }
        say(
                "cards: %d of %d requests, the last version of each compared; %d asked for anew by their client%n",
                count, requests.size(), story.refreshed);
    }

    /** Each outcome is a message of its own, once; which there were the audit trail says. */
    private void checkTold() throws Exception {
        var told = new TreeMap<String, Integer>();
        boolean spoil = broken.equals("told");
        for (JsonNode request : requests) {
            String requester = request.path("terms").path("requester").asString();
            long outcomes = audited(
                    request,
                    "'APPROVED', 'DENIED', 'COMPLETED', 'STOPPED', 'OVERTAKEN', 'EXPIRED', 'NEEDS_FRESH_LOOK'");
            var heard = notes(requester, "SC-" + number(request));
            expect("requester", request, spoil && outcomes > 0 ? List.of() : heard, outcomes, told);
            spoil &= outcomes == 0;
            long changes = audited(request, "'COMPLETED'")
                    + (request.path("done").isEmpty() ? 0 : audited(request, "'STOPPED'"));
            expect("beneficiary", request, notes(person(request), ""), changes, told);
        }
        for (var voided : database.rows("""
            select distinct a.request, a.actor from audit a join audit f on f.request = a.request and f.number > a.number
            where a.action = 'APPROVED' and f.action = 'NEEDS_FRESH_LOOK' order by 1\
            """)) {
            for (JsonNode request : requests) {
                if (number(request) == Long.parseLong(voided.getFirst())) {
                    var heard = notes(voided.getLast(), "SC-" + number(request));
                    expect(
                            "approver whose approval is void",
                            request,
                            heard.subList(0, Math.min(1, heard.size())),
                            1,
                            told);
                }
            }
        }
        say("told: %s%n", told);
    }

    private long audited(JsonNode request, String actions) throws Exception {
        return Long.parseLong(database.rows("select count(*) from audit where request = %d and action in (%s)"
                        .formatted(number(request), actions))
                .getFirst()
                .getFirst());
    }

    /** Messages other than request cards and greetings that say {@code about}. */
    private List<Teams.Message> notes(String person, String about) {
        return story.teams.messages().stream()
                .filter(message -> message.chat.equals(Desk.chat(person)))
                .filter(message ->
                        message.request().isEmpty() && !message.text().contains("Hello"))
                .filter(message -> message.text().contains(about))
                .toList();
    }

    private void expect(String whom, JsonNode request, List<Teams.Message> notes, long due, Map<String, Integer> told) {
        told.merge(whom + ": outcomes", (int) due, Integer::sum);
        told.merge(whom + ": messages", notes.size(), Integer::sum);
        long doubtful = notes.stream().filter(story::isDoubtful).count();
        if (notes.size() < due) {
            problem(
                    "told: " + whom,
                    "SC-%d (%s): %d outcomes, %d messages"
                            .formatted(number(request), state(request), due, notes.size()));
        } else if (notes.size() - doubtful > due) {
            problem(
                    "told twice: " + whom,
                    "SC-%d (%s): %d outcomes, %d messages: %s"
                            .formatted(
                                    number(request),
                                    state(request),
                                    due,
                                    notes.size(),
                                    notes.stream()
                                            .map(note -> note.text().replaceAll("\\s+", " "))
                                            .map(text -> text.substring(0, Math.min(70, text.length())))
                                            .toList()));
        }
    }
}

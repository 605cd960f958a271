package dev.linekeeper.adapter.teams.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.auth.DeliveryKey;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.files.AttachedFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is read from messages and presses, however clients write them. */
class ActivityReaderTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOT = "28:2b4f7a90-2222-4c5d-8e6f-abcdef012345";
    private static final String ADELE = "29:1adele";
    private static final Map<String, String> KNOWN =
            Map.of(ADELE, "adele@contoso.example", "29:1vance", "v@contoso.example");

    static Stream<Arguments> mentions() {
        Object ours = mention(BOT, "Linekeeper", "<at>Linekeeper</at>");
        Object adele = mention(ADELE, "Adele Vance", "<at>Adele Vance</at>");
        return Stream.of(
                said("of the bot", "<at>Linekeeper</at>&nbsp;whoami\n", "whoami", ours),
                said("without text", "<at>Linekeeper</at> whoami", "whoami", bare(BOT, "Linekeeper")),
                said("with text null", "<at>Linekeeper</at> whoami", "whoami", mention(BOT, "Linekeeper", null)),
                said("with an empty text", "<at>Linekeeper</at> whoami", "whoami", mention(BOT, "Linekeeper", "")),
                said("with a number for a text", "<at>Linekeeper</at> whoami", "whoami", mention(BOT, "Linekeeper", 7)),
                said(
                        "whose text has an @",
                        "<at>Linekeeper</at> whoami",
                        "whoami",
                        mention(BOT, "Linekeeper", "<at>@Linekeeper</at>")),
                said(
                        "whose text has other spaces",
                        "<at>Line&nbsp;Keeper</at> whoami",
                        "whoami",
                        mention(BOT, "x", "<at>line keeper</at>")),
                said(
                        "whose text is another one altogether",
                        "<at>Voice bot</at> whoami",
                        "whoami",
                        mention(BOT, "Linekeeper", "<at>Linekeeper (prod)</at>")),
                said("with neither text nor name", "<at>Linekeeper</at> whoami", "whoami", bare(BOT, null)),
                said("under an old name, without text", "<at>Phones</at> whoami", "whoami", bare(BOT, null)),
                said("id in capitals", "<at>Linekeeper</at> whoami", "whoami", bare(BOT.toUpperCase(), "Linekeeper")),
                said("in capitals", "<AT>Linekeeper</AT> whoami", "whoami", ours),
                said("with a position", "<at id=\"0\">LK</at> whoami", "whoami", bare(BOT, "Linekeeper")),
                said("without an entity", "<at>Linekeeper</at> whoami", "whoami"),
                said("twice, one entity", "<at>Linekeeper</at> who<at>Linekeeper</at> am i", "who  am i", ours),
                said("in the middle", "who <at>Linekeeper</at> am i", "who   am i", ours),
                said("at the end", "whoami <at>Linekeeper</at>", "whoami", ours),
                said("without tags", "@Linekeeper whoami", "whoami", mention(BOT, "Linekeeper", "@Linekeeper")),
                said("of a person", "check <at>Adele Vance</at>", "check adele@contoso.example", adele),
                said(
                        "of a person without text",
                        "check <at>Adele Vance</at>",
                        "check adele@contoso.example",
                        bare(ADELE, "Adele Vance")),
                said(
                        "of a person without text or name",
                        "check <at>Adele</at>",
                        "check adele@contoso.example",
                        bare(ADELE, null)),
                said(
                        "of a person under a name the sender made up",
                        "check <at>Megan Bowen</at>",
                        "check adele@contoso.example",
                        mention(ADELE, "Adele Vance", "<at>Megan Bowen</at>")),
                said(
                        "of a person with an ampersand",
                        "check <at>R&amp;D Vance</at>",
                        "check adele@contoso.example",
                        bare(ADELE, "R&D Vance")),
                said(
                        "of the bot and a person, without texts",
                        "<at>Linekeeper</at> check <at>Adele Vance</at>",
                        "check adele@contoso.example",
                        bare(BOT, "Linekeeper"),
                        bare(ADELE, "Adele Vance")),
                said(
                        "of the bot and a person, the other way round",
                        "<at>Linekeeper</at> check <at>Adele Vance</at>",
                        "check adele@contoso.example",
                        adele,
                        ours),
                said(
                        "of two people of one name",
                        "check <at>Vance</at> and <at>Vance</at>",
                        "check adele@contoso.example and v@contoso.example",
                        mention(ADELE, "Vance", "<at>Vance</at>"),
                        mention("29:1vance", "Vance", "<at>Vance</at>")),
                said(
                        "of somebody who never wrote to the bot",
                        "check <at>J. Sherman</at>",
                        "check Joni Sherman",
                        mention("29:1joni", "Joni Sherman", "<at>J. Sherman</at>")),
                said("of a person without an entity", "check <at>Joni Sherman</at>", "check Joni Sherman"),
                said(
                        "of another bot",
                        "check <at>Polly</at>",
                        "check Polly",
                        mention("28:polly", "Polly", "<at>Polly</at>")),
                said(
                        "among odd entities",
                        "<at>Linekeeper</at> whoami",
                        "whoami",
                        Map.of(),
                        Map.of("type", "mention"),
                        Map.of("type", "mention", "mentioned", "x", "text", List.of()),
                        ours));
    }

    static Stream<Arguments> marks() {
        return Stream.of(
                said("a quote", "<quoted messageId=\"1764148600123\"/> whoami", "whoami"),
                said("a quote in other quotes", "<quoted messageId='1'  /> whoami", "whoami"),
                said("a quote with an end", "<quoted messageId=\"1\">approve 1001</quoted>\nwhoami", "whoami"),
                said("a quote left open", "<quoted messageId=\"1\">\r\nwhoami", "whoami"),
                said("two quotes", "<quoted messageId=\"1\"/><quoted messageId=\"2\"/>whoami", "whoami"),
                said("a quote after", "whoami <quoted messageId=\"1\"/>", "whoami"),
                said("nothing but a quote", "<quoted messageId=\"1\"/>", ""),
                said("an ampersand", "policies R&amp;D", "policies R&D"),
                said("a plain ampersand", "policies R&D", "policies R&D"),
                said("what looks like a tag", "check &lt;adele&gt;", "check <adele>"),
                said("HTML for a text", "<p>check <strong>ad</strong><em>ele</em></p>", "check adele"),
                said("lines in HTML", "<div>adele</div><div>joni</div>", "adele\njoni"));
    }

    @ParameterizedTest
    @MethodSource({"mentions", "marks"})
    void what_was_typed_is_read(String text, String expected, List<Object> entities) {
        Map<String, Object> message = message();
        message.put("text", text);
        message.put("entities", entities);
        assertThat(read(message)).isEqualTo(new ChatInput.TypedText(expected));
    }

    static Stream<Arguments> html() {
        return Stream.of(
                argumentSet("a paragraph", "<p>whoami</p>", "whoami"),
                argumentSet("as Teams writes it", "<div><div>check <b>adele</b></div>\n</div>", "check adele"),
                argumentSet("with a mention", "<p><at id=\"0\">Linekeeper</at>&nbsp;whoami</p>", "whoami"),
                argumentSet(
                        "with a mention of the old way",
                        "<div><span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">LK</span>"
                                + " whoami</div>",
                        "whoami"),
                argumentSet(
                        "with a quoted message",
                        "<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\""
                                + " itemid=\"1\"><strong>Lee</strong><p itemprop=\"preview\">approve"
                                + " 1001</p></blockquote>\n"
                                + "<p>whoami</p>",
                        "whoami"),
                argumentSet("a table", "<table><tr><td>adele</td><td>London</td></tr></table>", "adele\tLondon"),
                argumentSet("a picture", "<div><img src=\"x\" alt=\"y\"></div>", ""));
    }

    @ParameterizedTest
    @MethodSource("html")
    void a_message_without_text_is_read_from_its_html(String html, String expected) {
        Map<String, Object> message = message();
        message.put("entities", List.of(bare(BOT, "Linekeeper")));
        message.put(
                "attachments",
                Arrays.asList(
                        null, Map.of("contentType", "image/*"), Map.of("contentType", "text/html", "content", html)));
        assertThat(read(message))
                .isEqualTo(new ChatInput.TypedText(
                        expected, List.of(new AttachedFile("", AttachedFile.FileKind.PICTURE, ""))));
    }

    static Stream<Arguments> presses() {
        Map<String, Object> press = Map.of("verb", "check", "thing", "adele", "msteams", Map.of("type", "x"));
        return Stream.of(
                argumentSet("an object", press),
                argumentSet("JSON in a text", JSON.writeValueAsString(press)),
                argumentSet("JSON in a text with spaces", " \n" + JSON.writeValueAsString(press) + " "));
    }

    @ParameterizedTest
    @MethodSource("presses")
    void a_button_says_the_same_as_an_object_and_as_json_in_a_text(Object press) {
        var expected = new ChatInput.ButtonPress("check", Map.of("thing", "adele"));
        Map<String, Object> message = message();
        message.put("value", press);
        assertThat(read(message)).isEqualTo(expected);

        Object action =
                press instanceof String ? JSON.writeValueAsString(Map.of("data", press)) : Map.of("data", press);
        message.put("value", Map.of("action", action));
        assertThat(ActivityReader.ofCardAction(activity(message))).contains(expected);
    }

    @ParameterizedTest
    @MethodSource("oddMembers")
    void an_odd_member_costs_nothing_else(String member, Object odd) {
        Map<String, Object> message = message();
        message.put("text", "whoami");
        message.put(member, odd);
        assertThat(read(message)).isEqualTo(new ChatInput.TypedText("whoami"));
    }

    static Stream<Arguments> oddMembers() {
        var nothing = Collections.singletonList(null);
        return Stream.of(
                        "entities",
                        "attachments",
                        "membersAdded",
                        "membersRemoved",
                        "suggestedActions",
                        "channelData",
                        "from")
                .flatMap(member -> Stream.of(nothing, "x", 7, true, Map.of("a", 1), List.of(List.of()), List.of("x"))
                        .map(odd -> argumentSet(member + " " + odd, member, odd)));
    }

    private static ChatInput read(Map<String, Object> message) {
        return ActivityReader.of(
                activity(message),
                account -> Optional.ofNullable(KNOWN.get(account.path("id").asText(""))));
    }

    private static Activity activity(Map<String, Object> message) {
        return ActivityJson.read(JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> message() {
        return new HashMap<>(
                Map.of("type", "message", "recipient", Map.of("id", BOT, "name", "Linekeeper"), "textFormat", "plain"));
    }

    private static Object mention(String id, String name, Object text) {
        Map<String, Object> mention =
                new HashMap<>(Map.of("type", "mention", "mentioned", Map.of("id", id, "name", name)));
        mention.put("text", text);
        return mention;
    }

    private static Object bare(String id, String name) {
        return Map.of("type", "mention", "mentioned", name == null ? Map.of("id", id) : Map.of("id", id, "name", name));
    }

    private static Arguments said(String name, String text, String expected, Object... entities) {
        return argumentSet(name, text, expected, List.of(entities));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"messageUpdate\",\"timestamp\":\"%s\",\"id\":\"1\",\"conversation\":{\"id\":\"a:1\"}}",
                "{\"timestamp\":\"%s\",\"id\":\"1\",\"conversation\":{\"id\":\"a:1\"},\"type\":\"messageUpdate\"}"
            })
    void an_edit_is_told_from_the_next_by_its_time(String edit) {
        assertThat(Stream.of("2026-11-22T10:00:00Z", "2026-11-22T10:00:00.5Z", "2026-11-22T12:00:01+01:00")
                        .map(edit::formatted)
                        .map(json -> DeliveryKey.of(ActivityJson.read(json.getBytes(StandardCharsets.UTF_8)))))
                .doesNotHaveDuplicates();
    }
}

package dev.linekeeper.adapter.teams.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.Entity;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The text of a message as its author typed it, without what Teams puts around it: the bot's own mention, the marker of a
 * quoted message, HTML. Teams sends the text plain, and again as an attachment in HTML, which is read when there is no text.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations">Mentions
 *     in channel and group conversations</a>
 */
final class MessageText {
    private static final Pattern MENTION = of("<at\\b([^>]*)>(.*?)</at>");
    private static final Pattern SPAN = of("<span\\b([^>]*schema\\.skype\\.com/Mention[^>]*)>(.*?)</span>");
    private static final Pattern POSITION = of("\\b(?:item)?id\\s*=\\s*[\"']?(\\d+)");
    private static final Pattern QUOTE =
            of("<quoted\\b[^>]*/>|<quoted\\b[^>]*>.*?</quoted>|</?quoted\\b[^>]*>|<blockquote\\b[^>]*>.*</blockquote>");
    private static final Pattern LINE_END = of("<br\\b[^>]*>|</(?:p|div|li|tr|h[1-6])>");
    /** A cell may hold a line of its own. */
    private static final Pattern CELL_END = of("(?:\\s|<br\\b[^>]*>|</(?:p|div)>)*</t[dh]>");

    /** The plain text of a table does not say where its rows end. */
    private static final Pattern ROW = of("<tr\\b");

    private static final Pattern HTML = of("\\s*<(?:html|body|div|p|span)\\b.*");

    private final List<Mention> mentions;
    private final String bot;
    private final Function<JsonNode, Optional<String>> people;

    /** What an entity says about a mention: its account, and the words that stand for it, which may be absent. */
    private record Mention(JsonNode account, String text, boolean ofBot) {
        String name() {
            return account.path("name").asText("");
        }
    }

    private MessageText(List<Mention> mentions, String bot, Function<JsonNode, Optional<String>> people) {
        this.mentions = mentions;
        this.bot = bot;
        this.people = people;
    }

    /**
     * The text of the message; empty when it has none.
     *
     * @param people finds what to call a mentioned account, so that nobody else of that name is meant; empty for its name
     */
    static String of(Activity message, Function<JsonNode, Optional<String>> people) {
        ChannelAccount recipient = message.getRecipient();
        String bot = recipient == null || recipient.getName() == null ? "" : recipient.getName();
        List<Mention> mentions = present(message.getEntities())
                .filter(entity -> "mention".equalsIgnoreCase(entity.getType()))
                .map(entity -> mention(entity, recipient))
                .toList();
        return new MessageText(mentions, bot, people).typed(marked(message));
    }

    private static String marked(Activity message) {
        Optional<String> table = html(message).filter(html -> ROW.matcher(html).find());
        if (table.isPresent()) {
            return ofHtml(table.get().replaceAll(">\\s+<", "><"));
        }
        String text = message.getText() == null ? "" : message.getText();
        String format = message.getTextFormat() == null ? "" : String.valueOf(message.getTextFormat());
        if (!text.isBlank()) {
            boolean isHtml =
                    format.equalsIgnoreCase("xml") || HTML.matcher(text).matches();
            return isHtml ? ofHtml(text) : text;
        }
        return html(message).map(MessageText::ofHtml).orElse("");
    }

    private static Optional<String> html(Activity message) {
        return present(message.getAttachments())
                .filter(attachment -> "text/html".equalsIgnoreCase(attachment.getContentType()))
                .map(Attachment::getContent)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    /** Without tags but those of mentions; a quoted message in a block of its own is left out. */
    private static String ofHtml(String html) {
        String cells = CELL_END.matcher(QUOTE.matcher(html).replaceAll(" ")).replaceAll("\t");
        String lines = LINE_END.matcher(cells).replaceAll("\n");
        return SPAN.matcher(lines).replaceAll("<at$1>$2</at>").replaceAll("(?i)<(?!/?at\\b)[^>]*>", "");
    }

    private String typed(String marked) {
        List<Mention> left = new ArrayList<>(mentions);
        Matcher tags = MENTION.matcher(QUOTE.matcher(marked).replaceAll(" "));
        String text = tags.replaceAll(tag -> Matcher.quoteReplacement(named(tag, left)));
        for (Mention untagged : left) {
            text = untagged.text().isBlank() ? text : text.replace(untagged.text(), named(untagged));
        }
        return HtmlUtils.htmlUnescape(text).replace('\u00a0', ' ').strip();
    }

    /** Each tag takes the mention whose words it has, else whose name, else whose position, else the only one left. */
    private String named(MatchResult tag, List<Mention> left) {
        String words = visible(tag.group(2));
        Optional<Mention> meant = Stream.of(left, mentions)
                .flatMap(among -> Stream.<Predicate<Mention>>of(
                                mention -> mention.text().equalsIgnoreCase(tag.group()),
                                mention -> visible(mention.text()).equals(words),
                                mention -> visible(mention.name()).equals(words))
                        .flatMap(fits -> among.stream().filter(fits)))
                .findFirst()
                .or(() -> atPosition(tag.group(1)))
                .or(() -> left.stream().filter(_ -> !visible(bot).equals(words)).findFirst());
        meant.ifPresent(left::remove);
        return meant.map(this::named).orElseGet(() -> visible(bot).equals(words) ? " " : tag.group(2));
    }

    private Optional<Mention> atPosition(String attributes) {
        Matcher position = POSITION.matcher(attributes);
        return position.find() && position.group(1).length() < 4
                ? mentions.stream().skip(Integer.parseInt(position.group(1))).findFirst()
                : Optional.empty();
    }

    private String named(Mention mention) {
        return mention.ofBot() ? " " : people.apply(mention.account()).orElseGet(mention::name);
    }

    private static Mention mention(Entity entity, @Nullable ChannelAccount recipient) {
        JsonNode account = property(entity, "mentioned");
        String id = account.path("id").asText("");
        boolean ofBot = (recipient != null && recipient.getId() != null)
                ? id.equalsIgnoreCase(recipient.getId())
                : id.startsWith("28:");
        return new Mention(account, property(entity, "text").asText(""), ofBot);
    }

    private static JsonNode property(Entity entity, String name) {
        return ActivityJson.tree(
                entity.getProperties() == null ? null : entity.getProperties().get(name));
    }

    /** The words a reader sees, in small letters, without tags and the sign before a name. */
    private static String visible(String marked) {
        return HtmlUtils.htmlUnescape(marked.replaceAll("<[^>]*>", ""))
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip()
                .replaceFirst("^@", "")
                .toLowerCase(Locale.ROOT);
    }

    private static <T> Stream<T> present(@Nullable List<T> list) {
        return list == null ? Stream.of() : list.stream().filter(Objects::nonNull);
    }

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}

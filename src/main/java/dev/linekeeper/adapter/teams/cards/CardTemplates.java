package dev.linekeeper.adapter.teams.cards;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.template.CardTemplate;
import dev.linekeeper.template.expression.TemplateOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The templates under {@code cards}, each compiled once a language. {@code {"piece": "buttons"}} in a template is replaced
 * by {@code cards/pieces/buttons.json}, by its elements when that is a list. Thread-safe.
 */
final class CardTemplates {
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Map<Key, CardTemplate> compiled = new ConcurrentHashMap<>();

    private record Key(Class<? extends Answer> answer, Locale language) {}

    CardTemplate find(Class<? extends Answer> answer, Wording wording) {
        Locale language = Locale.of(wording.locale().getLanguage());
        return compiled.computeIfAbsent(new Key(answer, language), key -> compile(key.answer(), Wording.of(language)));
    }

    private CardTemplate compile(Class<? extends Answer> answer, Wording wording) {
        return CardTemplate.compile(
                read(name(answer)),
                TemplateOptions.standard()
                        .withUnknownFunctionsRefused()
                        .withLocale(wording.locale())
                        .withFunction("say", arguments -> say(wording, arguments))
                        .withFunction(
                                "raw",
                                arguments -> StringNode.valueOf(
                                        Markdown.plain(arguments.getFirst().asString("")))));
    }

    /** The template of {@code PersonReadiness} is {@code cards/person-readiness.json}. */
    static String name(Class<? extends Answer> answer) {
        return answer.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Arguments come from the card data, where texts are already quoted. */
    private static JsonNode say(Wording wording, List<JsonNode> arguments) {
        Object[] values = arguments.stream()
                .skip(1)
                .map(argument -> argument.isNumber() ? argument.numberValue() : argument.asString(""))
                .toArray();
        return StringNode.valueOf(wording.say(arguments.getFirst().asString(""), values));
    }

    private JsonNode read(String name) {
        String resource = "/cards/%s.json".formatted(name);
        try (InputStream json = CardTemplates.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("There is no card template %s".formatted(resource));
            }
            return withPieces(mapper.readTree(json));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The card template %s cannot be read".formatted(resource), unreadable);
        }
    }

    private JsonNode withPieces(JsonNode node) {
        return switch (node) {
            case ArrayNode list -> {
                ArrayNode whole = JsonNodeFactory.instance.arrayNode();
                for (JsonNode element : list) {
                    JsonNode full = element.has("piece") ? piece(element) : withPieces(element);
                    if (full.isArray()) {
                        whole.addAll((ArrayNode) full);
                    } else {
                        whole.add(full);
                    }
                }
                yield whole;
            }
            case ObjectNode object when object.has("piece") -> piece(object);
            case ObjectNode object -> {
                ObjectNode whole = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(property -> whole.set(property.getKey(), withPieces(property.getValue())));
                yield whole;
            }
            default -> node;
        };
    }

    private JsonNode piece(JsonNode reference) {
        return read("pieces/" + reference.path("piece").asString());
    }
}

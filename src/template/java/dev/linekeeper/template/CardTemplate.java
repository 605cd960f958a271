package dev.linekeeper.template;

import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateOptions;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Values;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A card template, compiled once and expanded with data as often as needed. Immutable and thread-safe.
 *
 * <pre>{@code
 * CardTemplate template = CardTemplate.compile("""
 *         {"type": "TextBlock", "text": "Hello ${name}!", "$when": "${name != null}"}
 *         """);
 * Expansion card = template.expand(data);
 * card.tree();      // {"type":"TextBlock","text":"Hello Ada!"}
 * card.warnings();  // conditions that were not met
 * }</pre>
 *
 * <p>Source: <a href="https://learn.microsoft.com/adaptive-cards/templating/language">Adaptive Card Template Language</a>.
 *
 * <p>Strings in the data are data: whatever they contain, they are never read as a template or an expression.
 */
public final class CardTemplate {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int SLACK = 512;
    private static final int MOST_EXPECTED = 32_768;

    private final TemplateNode root;
    private final TemplateOptions options;

    /** Room for an expansion, in bytes: what the last one took and a little. A guess; it changes no output. */
    private volatile int expected = 8192;

    private CardTemplate(TemplateNode root, TemplateOptions options) {
        this.root = root;
        this.options = options;
    }

    /** As {@link #compile(JsonNode, TemplateOptions)}, from JSON in a text and with the standard options. */
    public static CardTemplate compile(String json) {
        return compile(json, TemplateOptions.standard());
    }

    /** As {@link #compile(JsonNode, TemplateOptions)}, from JSON in UTF-8 and with the standard options. */
    public static CardTemplate compile(byte[] json) {
        return compile(json, TemplateOptions.standard());
    }

    /** As {@link #compile(JsonNode, TemplateOptions)} with the standard options. */
    public static CardTemplate compile(JsonNode template) {
        return compile(template, TemplateOptions.standard());
    }

    /** As {@link #compile(JsonNode, TemplateOptions)}, from JSON in a text. */
    public static CardTemplate compile(String json, TemplateOptions options) {
        try {
            return compile(MAPPER.readTree(json), options);
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** As {@link #compile(JsonNode, TemplateOptions)}, from JSON in UTF-8. */
    public static CardTemplate compile(byte[] json, TemplateOptions options) {
        try {
            return compile(MAPPER.readTree(json), options);
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /**
     * Compiles a template. The tree is not kept, and may be changed afterwards.
     *
     * @throws TemplateException if an expression in it cannot be read or can never have a value, or if it is nested too deep
     */
    public static CardTemplate compile(JsonNode template, TemplateOptions options) {
        try {
            return new CardTemplate(TemplateReader.read(template, options), options);
        } catch (StackOverflowError e) {
            throw new TemplateException("The template is nested too deeply", 0);
        }
    }

    private static TemplateException notJson(JacksonException e) {
        int column = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
        return new TemplateException("The template is not JSON: " + e.getOriginalMessage(), column);
    }

    /** As {@link #expand(JsonNode, JsonNode)}, without anything from the host. */
    public Expansion expand(JsonNode data) {
        return expand(data, Values.UNDEFINED);
    }

    /**
     * Expands the template, straight to JSON in UTF-8.
     *
     * @param data what bindings refer to, {@code $root} in the template; it stays as it is
     * @param host what {@code $host} refers to
     * @throws TemplateException if a binding that is a whole value has none, or if a limit is exceeded
     */
    public Expansion expand(JsonNode data, JsonNode host) {
        try {
            ExpansionFrame frame = new ExpansionFrame(options, data, host, expected);
            root.writeValue(frame);
            byte[] json = frame.output().result();
            expected = Math.min(json.length + SLACK, MOST_EXPECTED);
            return new Expansion(json, frame.warnings());
        } catch (Failure failure) {
            throw new TemplateException(String.valueOf(failure.getMessage()), 0);
        } catch (StackOverflowError e) {
            throw new TemplateException("The data are nested too deeply", 0);
        }
    }
}

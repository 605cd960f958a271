package dev.linekeeper.template.function.query;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;

/** Writes XML: values with their properties as elements, and elements that were found. */
final class XmlWriter {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String TEXT = "#text";

    private final StringBuilder xml = new StringBuilder();
    private final Environment env;

    private XmlWriter(Environment env) {
        this.env = env;
    }

    /** The value as a document: properties and items become elements, items of a list elements of the list's name. */
    static String write(JsonNode value, Environment env) {
        XmlWriter writer = new XmlWriter(env);
        writer.content(value, 0);
        return Text.trim(DECLARATION + writer.xml);
    }

    private void content(JsonNode value, int depth) {
        env.accountant().spend(value.size());
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : Values.properties(value)) {
                property(property.getKey(), property.getValue(), depth);
            }
        } else if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                property(String.valueOf(index), value.get(index), depth);
            }
        }
    }

    private void property(String name, JsonNode value, int depth) {
        if (value.isArray()) {
            value.forEach(item -> element(name, item, depth));
        } else if (name.equals(TEXT)) {
            append(escape(Text.of(value, env.accountant())));
        } else {
            element(name, value, depth);
        }
    }

    private void element(String name, JsonNode value, int depth) {
        String indent = "  ".repeat(depth);
        append(indent + '<' + name);
        if (value.isNull()) {
            append("/>\n");
            return;
        }
        append(">");
        if (value.isContainer() && !value.isEmpty()) {
            append("\n");
            content(value, depth + 1);
            append(indent);
        } else if (!value.isContainer()) {
            append(escape(Text.of(value, env.accountant())));
        }
        append("</" + name + ">\n");
    }

    private void append(String text) {
        env.accountant().spend(1L + (text.length() >> 2));
        env.accountant().checkText((long) xml.length() + text.length());
        xml.append(text);
    }

    /** A node as it would stand in a document. */
    static String write(Node node) {
        if (node instanceof Attr attribute) {
            return " " + attribute.getName() + "=\"" + escape(attribute.getValue()) + "\"";
        }
        return node instanceof Element element ? element(element) : escape(String.valueOf(node.getTextContent()));
    }

    private static String element(Element element) {
        StringBuilder written = new StringBuilder("<").append(element.getTagName());
        for (int index = 0; index < element.getAttributes().getLength(); index++) {
            written.append(write(element.getAttributes().item(index)));
        }
        if (!element.hasChildNodes()) {
            return written.append("/>").toString();
        }
        written.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            written.append(child.getNodeType() == Node.TEXT_NODE ? escapeText(child.getTextContent()) : write(child));
        }
        return written.append("</").append(element.getTagName()).append('>').toString();
    }

    private static String escapeText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String escape(String text) {
        return escapeText(text).replace("\"", "&quot;").replace("'", "&apos;");
    }
}

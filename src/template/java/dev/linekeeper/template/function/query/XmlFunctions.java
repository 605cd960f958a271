package dev.linekeeper.template.function.query;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** XML: writing values as it, and looking things up in it. Document types are refused, so nothing outside is ever read. */
public final class XmlFunctions {
    private static final int LONGEST_PATH = 1000;

    /** What the tree of the densest XML takes: {@code <a/><a/>}. */
    private static final long BYTES_A_CHARACTER = 40;

    private XmlFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        functions.put("xml(any): string", (args, env) -> {
            JsonNode value = args[0].isString() ? JsonText.parse(args[0].stringValue(), env) : args[0];
            return Text.node(XmlWriter.write(value, env));
        });
        functions.put("xPath(any, string): any", XmlFunctions::xPath);
    }

    private static JsonNode xPath(JsonNode[] args, Environment env) {
        String xml = Text.of(args[0], env.accountant());
        if (!args[1].isString()) {
            throw Failure.of("%s is not an XPath.", args[1]);
        }
        String path = args[1].stringValue();
        if (path.length() > LONGEST_PATH) {
            throw Failure.limit("an XPath is longer than %d characters".formatted(LONGEST_PATH));
        }
        env.accountant().checkText(xml.length());
        env.accountant().spend(xml.length());
        env.accountant().hold(xml.length() * BYTES_A_CHARACTER);
        env.accountant().spend(XPathWork.steps(path, xml));
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return value(factory.newXPath().evaluateExpression(path, parse(xml)).value(), env);
        } catch (XPathExpressionException | javax.xml.xpath.XPathFactoryConfigurationException e) {
            throw Failure.of("%s is not a valid XPath.", path);
        }
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw Failure.of("The text is not valid XML.");
        }
    }

    private static JsonNode value(@Nullable Object result, Environment env) {
        if (result instanceof Boolean truth) {
            return Values.of(truth);
        }
        if (result instanceof Number number) {
            return JsNumbers.of(number.doubleValue());
        }
        if (result instanceof XPathNodes nodes) {
            return nodes(nodes, env);
        }
        return result == null ? Values.UNDEFINED : Text.node(result.toString());
    }

    private static JsonNode nodes(XPathNodes nodes, Environment env) {
        if (nodes.size() == 0) {
            throw Failure.of("Nothing in the XML matches.");
        }
        ArrayNode list = Values.list();
        for (Node node : nodes) {
            env.accountant().checkItems(list.size() + 1L);
            String written = XmlWriter.write(node);
            env.accountant().makeText(written.length());
            list.add(written);
        }
        return list;
    }
}

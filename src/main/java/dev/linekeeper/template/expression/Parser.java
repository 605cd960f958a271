package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.Constant;
import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;

/**
 * Reads an expression by precedence climbing. Prefix signs bind tightest, then {@code ^} (to the right), then the levels of
 * {@link #LEVELS}; a conditional binds loosest and, as in the official grammar, to the left.
 */
final class Parser {
    private static final int CONDITIONAL = 2;
    private static final int POWER = 11;
    private static final int PREFIX = 12;
    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("^", POWER),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("==", 8),
            Map.entry("!=", 8),
            Map.entry("<>", 8),
            Map.entry("&", 7),
            Map.entry("<", 6),
            Map.entry("<=", 6),
            Map.entry(">", 6),
            Map.entry(">=", 6),
            Map.entry("&&", 5),
            Map.entry("||", 4),
            Map.entry("??", 3),
            Map.entry("?", CONDITIONAL));

    private final List<Token> tokens;
    private final Calls calls;
    private int at;
    private int nesting;

    private Parser(List<Token> tokens, Calls calls) {
        this.tokens = tokens;
        this.calls = calls;
    }

    /**
     * The expression in the text; an empty text is an empty string, and one leading {@code =} is ignored.
     *
     * @param offset how many columns of the whole text come before
     */
    static Syntax parse(String text, int offset, Calls calls) {
        String expression = text.startsWith("=") ? text.substring(1) : text;
        if (expression.isEmpty()) {
            return Constant.of("");
        }
        Parser parser = new Parser(Lexer.tokens(expression, offset + text.length() - expression.length()), calls);
        Syntax syntax = parser.expression(1);
        parser.expectEnd();
        return syntax;
    }

    private Syntax expression(int level) {
        calls.checkNesting(++nesting, peek().column());
        Syntax left = prefixed();
        while (true) {
            Token sign = peek();
            @Nullable Integer binding = sign.kind() == Token.Kind.SIGN ? LEVELS.get(sign.text()) : null;
            if (binding == null || binding < level) {
                nesting--;
                return left;
            }
            at++;
            left = binding == CONDITIONAL ? conditional(left, sign) : binary(left, sign, binding);
        }
    }

    private Syntax binary(Syntax left, Token sign, int binding) {
        Syntax right = expression(binding == POWER ? binding : binding + 1);
        return calls.make(sign.text(), List.of(left, right), sign.column());
    }

    private Syntax conditional(Syntax condition, Token sign) {
        Syntax yes = expression(1);
        expect(":");
        Syntax no = expression(CONDITIONAL + 1);
        return calls.make("if", List.of(condition, yes, no), sign.column());
    }

    private Syntax prefixed() {
        Token sign = peek();
        if (!sign.is("!") && !sign.is("-") && !sign.is("+")) {
            return primary();
        }
        at++;
        Syntax operand = expression(PREFIX);
        List<Syntax> arguments = sign.is("!") ? List.of(operand) : List.of(new Constant(Numbers.of(0)), operand);
        return calls.make(sign.text(), arguments, sign.column());
    }

    /** What a call names is only known at its bracket, so each step is understood when the whole has been read. */
    private Syntax primary() {
        int start = at;
        Supplier<Syntax> read = atom();
        while (true) {
            Token sign = peek();
            Supplier<Syntax> instance = read;
            if (sign.is(".")) {
                at++;
                Token name = expect(Token.Kind.IDENTIFIER);
                read = () -> calls.make("Accessor", List.of(Constant.of(name.text()), instance.get()), name.column());
            } else if (sign.is("[")) {
                at++;
                Syntax index = expression(1);
                expect("]");
                read = () -> calls.make("Element", List.of(instance.get(), index), sign.column());
            } else if (sign.is("(") || (sign.is("!") && tokens.get(at + 1).is("("))) {
                at += sign.is("!") ? 2 : 1;
                String name = written(start, at - 1);
                List<Syntax> arguments = arguments(")");
                read = () -> calls.make(name, arguments, tokens.get(start).column());
            } else {
                return read.get();
            }
        }
    }

    private String written(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::text).collect(Collectors.joining());
    }

    private Supplier<Syntax> atom() {
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case NUMBER -> () -> new Constant(Numbers.of(Double.parseDouble(token.text())));
            case STRING -> () -> Constant.of(Escapes.unquote(token.text()));
            case IDENTIFIER -> () -> named(token);
            case QUOTE -> interpolation(token);
            case SIGN -> bracketed(token);
            default -> throw unexpected(token);
        };
    }

    private Syntax named(Token name) {
        return switch (name.text()) {
            case "true" -> new Constant(BooleanNode.TRUE);
            case "false" -> new Constant(BooleanNode.FALSE);
            case "null" -> new Constant(NullNode.getInstance());
            case "undefined" -> new Constant(Values.UNDEFINED);
            default -> calls.make("Accessor", List.of(Constant.of(name.text())), name.column());
        };
    }

    private Supplier<Syntax> bracketed(Token sign) {
        return switch (sign.text()) {
            case "(" -> {
                Syntax inner = expression(1);
                expect(")");
                yield () -> inner;
            }
            case "[" -> {
                List<Syntax> items = arguments("]");
                yield () -> calls.make("createArray", items, sign.column());
            }
            case "{" -> object(sign);
            default -> throw unexpected(sign);
        };
    }

    /** An object definition is a chain of {@code setProperty} calls on an empty object. */
    private Supplier<Syntax> object(Token brace) {
        Syntax object = calls.make("json", List.of(Constant.of("{}")), brace.column());
        boolean first = true;
        while (!peek().is("}")) {
            if (!first) {
                expect(",");
            }
            first = false;
            Token key = tokens.get(at++);
            if (key.kind() != Token.Kind.IDENTIFIER && key.kind() != Token.Kind.STRING) {
                throw unexpected(key);
            }
            String name = key.kind() == Token.Kind.STRING
                    ? key.text().substring(1, key.text().length() - 1)
                    : key.text();
            expect(":");
            object = calls.make("setProperty", List.of(object, Constant.of(name), expression(1)), key.column());
        }
        at++;
        Syntax complete = object;
        return () -> complete;
    }

    private Supplier<Syntax> interpolation(Token quote) {
        List<Syntax> parts = new ArrayList<>();
        parts.add(Constant.of(""));
        for (Token part = tokens.get(at++); part.kind() != Token.Kind.QUOTE; part = tokens.get(at++)) {
            switch (part.kind()) {
                case TEXT -> parts.add(Constant.of(part.text()));
                case ESCAPE -> parts.add(Constant.of(part.text().substring(1)));
                case BINDING -> parts.add(binding(part));
                default -> throw unexpected(part);
            }
        }
        return () -> calls.make("concat", parts, quote.column());
    }

    private Syntax binding(Token token) {
        String inner = Text.trim(token.text().substring(2, token.text().length() - 1));
        int before = Math.max(0, token.text().indexOf(inner, 2));
        calls.checkNesting(++nesting, token.column());
        Syntax bound = parse(inner, token.column() - 1 + before, calls.within(nesting));
        nesting--;
        return bound;
    }

    /** Arguments up to the closing bracket; {@code x => body} counts as two. */
    private List<Syntax> arguments(String close) {
        List<Syntax> arguments = new ArrayList<>();
        while (!peek().is(close)) {
            if (!arguments.isEmpty()) {
                expect(",");
            }
            if (peek().kind() == Token.Kind.IDENTIFIER && tokens.get(at + 1).is("=>")) {
                Token name = tokens.get(at);
                at += 2;
                arguments.add(calls.make("Accessor", List.of(Constant.of(name.text())), name.column()));
            }
            arguments.add(expression(1));
        }
        at++;
        return arguments;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private void expect(String sign) {
        if (!peek().is(sign)) {
            throw unexpected(peek());
        }
        at++;
    }

    private Token expect(Token.Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected(peek());
        }
        return tokens.get(at++);
    }

    private void expectEnd() {
        expect(Token.Kind.END);
    }

    private static TemplateException unexpected(Token token) {
        String what = token.kind() == Token.Kind.END
                ? "The expression ends too early."
                : "Unexpected %s".formatted(token.text());
        return new TemplateException(what, token.column());
    }
}

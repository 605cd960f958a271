package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.ConstantSyntax;
import dev.linekeeper.template.expression.TokenStream.ExpressionToken;
import dev.linekeeper.template.expression.TokenStream.ExpressionToken.TokenKind;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;

/** Reads an expression by precedence climbing; {@link Precedence} says what binds how tightly. */
final class ExpressionParser {
    private final TokenStream tokens;
    private final CallFactory calls;
    private int nesting;

    private ExpressionParser(TokenStream tokens, CallFactory calls) {
        this.tokens = tokens;
        this.calls = calls;
    }

    /**
     * The expression in the text; an empty text is an empty string, and one leading {@code =} is ignored.
     *
     * @param offset how many columns of the whole text come before
     */
    static Syntax parse(String text, int offset, CallFactory calls) {
        String expression = text.startsWith("=") ? text.substring(1) : text;
        if (expression.isEmpty()) {
            return ConstantSyntax.of("");
        }
        TokenStream tokens =
                new TokenStream(ExpressionLexer.tokens(expression, offset + text.length() - expression.length()));
        ExpressionParser parser = new ExpressionParser(tokens, calls);
        Syntax syntax = parser.expression(Precedence.LOOSEST);
        tokens.expect(TokenKind.END);
        return syntax;
    }

    private Syntax expression(int level) {
        calls.checkNesting(++nesting, tokens.peek().column());
        Syntax left = prefixed();
        while (true) {
            ExpressionToken sign = tokens.peek();
            int binding = Precedence.of(sign);
            if (binding < level) {
                nesting--;
                return left;
            }
            tokens.next();
            left = binding == Precedence.CONDITIONAL ? conditional(left, sign) : binary(left, sign, binding);
        }
    }

    private Syntax binary(Syntax left, ExpressionToken sign, int binding) {
        Syntax right = expression(binding == Precedence.POWER ? binding : binding + 1);
        return calls.make(sign.text(), List.of(left, right), sign.column());
    }

    private Syntax conditional(Syntax condition, ExpressionToken sign) {
        Syntax yes = expression(Precedence.LOOSEST);
        tokens.expect(":");
        Syntax no = expression(Precedence.CONDITIONAL + 1);
        return calls.make("if", List.of(condition, yes, no), sign.column());
    }

    private Syntax prefixed() {
        ExpressionToken sign = tokens.peek();
        if (!sign.is("!") && !sign.is("-") && !sign.is("+")) {
            return primary();
        }
        tokens.next();
        Syntax operand = expression(Precedence.PREFIX);
        List<Syntax> arguments =
                sign.is("!") ? List.of(operand) : List.of(new ConstantSyntax(JsNumbers.of(0)), operand);
        return calls.make(sign.text(), arguments, sign.column());
    }

    /** What a call names is only known at its bracket, so each step is understood when the whole has been read. */
    private Syntax primary() {
        int start = tokens.place();
        Supplier<Syntax> read = atom();
        for (int steps = 1; ; steps++) {
            ExpressionToken sign = tokens.peek();
            calls.checkNesting(steps, sign.column());
            Supplier<Syntax> instance = read;
            if (sign.is(".")) {
                tokens.next();
                ExpressionToken name = tokens.expect(TokenKind.IDENTIFIER);
                read = () ->
                        calls.make("Accessor", List.of(ConstantSyntax.of(name.text()), instance.get()), name.column());
            } else if (sign.is("[")) {
                tokens.next();
                Syntax index = expression(Precedence.LOOSEST);
                tokens.expect("]");
                read = () -> calls.make("Element", List.of(instance.get(), index), sign.column());
            } else if (sign.is("(") || (sign.is("!") && tokens.isNext("("))) {
                if (sign.is("!")) {
                    tokens.next();
                }
                String name = tokens.textSince(start);
                int column = tokens.get(start).column();
                tokens.next();
                List<Syntax> arguments = arguments(")");
                read = () -> calls.make(name, arguments, column);
            } else {
                return read.get();
            }
        }
    }

    private Supplier<Syntax> atom() {
        ExpressionToken token = tokens.next();
        return switch (token.kind()) {
            case NUMBER -> () -> new ConstantSyntax(JsNumbers.of(Double.parseDouble(token.text())));
            case STRING -> () -> ConstantSyntax.of(Scan.unquote(token.text()));
            case IDENTIFIER -> () -> named(token);
            case QUOTE -> interpolation(token);
            case SIGN -> bracketed(token);
            default -> throw TokenStream.unexpected(token);
        };
    }

    private Syntax named(ExpressionToken name) {
        return switch (name.text()) {
            case "true" -> new ConstantSyntax(BooleanNode.TRUE);
            case "false" -> new ConstantSyntax(BooleanNode.FALSE);
            case "null" -> new ConstantSyntax(NullNode.getInstance());
            case "undefined" -> new ConstantSyntax(Values.UNDEFINED);
            default -> calls.make("Accessor", List.of(ConstantSyntax.of(name.text())), name.column());
        };
    }

    private Supplier<Syntax> bracketed(ExpressionToken sign) {
        return switch (sign.text()) {
            case "(" -> {
                Syntax inner = expression(Precedence.LOOSEST);
                tokens.expect(")");
                yield () -> inner;
            }
            case "[" -> {
                List<Syntax> items = arguments("]");
                yield () -> calls.make("createArray", items, sign.column());
            }
            case "{" -> object(sign);
            default -> throw TokenStream.unexpected(sign);
        };
    }

    /** An object definition is a chain of {@code setProperty} calls on an empty object. */
    private Supplier<Syntax> object(ExpressionToken brace) {
        Syntax object = calls.make("json", List.of(ConstantSyntax.of("{}")), brace.column());
        boolean first = true;
        while (!tokens.peek().is("}")) {
            if (!first) {
                tokens.expect(",");
            }
            first = false;
            ExpressionToken key = tokens.next();
            if (key.kind() != TokenKind.IDENTIFIER && key.kind() != TokenKind.STRING) {
                throw TokenStream.unexpected(key);
            }
            String name = key.kind() == TokenKind.STRING
                    ? key.text().substring(1, key.text().length() - 1)
                    : key.text();
            tokens.expect(":");
            object = calls.make(
                    "setProperty",
                    List.of(object, ConstantSyntax.of(name), expression(Precedence.LOOSEST)),
                    key.column());
        }
        tokens.next();
        Syntax complete = object;
        return () -> complete;
    }

    private Supplier<Syntax> interpolation(ExpressionToken quote) {
        List<Syntax> parts = new ArrayList<>();
        parts.add(ConstantSyntax.of(""));
        for (ExpressionToken part = tokens.next(); part.kind() != TokenKind.QUOTE; part = tokens.next()) {
            switch (part.kind()) {
                case TEXT -> parts.add(ConstantSyntax.of(part.text()));
                case ESCAPE -> parts.add(ConstantSyntax.of(part.text().substring(1)));
                case BINDING -> parts.add(binding(part));
                default -> throw TokenStream.unexpected(part);
            }
        }
        return () -> calls.make("concat", parts, quote.column());
    }

    private Syntax binding(ExpressionToken token) {
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
        while (!tokens.peek().is(close)) {
            if (!arguments.isEmpty()) {
                tokens.expect(",");
            }
            if (tokens.peek().kind() == TokenKind.IDENTIFIER && tokens.isNext("=>")) {
                ExpressionToken name = tokens.next();
                tokens.next();
                arguments.add(calls.make("Accessor", List.of(ConstantSyntax.of(name.text())), name.column()));
            }
            arguments.add(expression(Precedence.LOOSEST));
        }
        tokens.next();
        return arguments;
    }
}

package dev.linekeeper.template.expression;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One evaluation under way: the world, the memory, and the items that lambdas are at. Not thread-safe. */
public final class Evaluation {
    private final Environment environment;
    private final Memory memory;
    private final UnboundBinding unbound;
    private @Nullable LambdaItem innermost;

    /** An item a lambda is at, and those of the lambdas around it. */
    private record LambdaItem(
            String name, JsonNode value, @Nullable LambdaItem outer) {}

    public Evaluation(TemplateOptions options, Memory memory) {
        this(options, options.environment(), memory);
    }

    Evaluation(TemplateOptions options, Environment environment, Memory memory) {
        this.unbound = options.unbound();
        this.environment = environment;
        this.memory = memory;
    }

    Environment environment() {
        return environment;
    }

    /** Pays for one step of work. */
    public void spend() {
        environment.accountant().spend(1);
    }

    /** Who charges for it. */
    public Accountant accountant() {
        return environment.accountant();
    }

    /** The value of a path: items first, the innermost before the others; what an item lacks is looked for further out. */
    JsonNode find(PropertyPath path) {
        Accountant accountant = accountant();
        int away = 0;
        for (LambdaItem item = innermost; item != null; item = item.outer()) {
            accountant.spend(++away >> 3);
            JsonNode value = Values.isSameName(item.name(), path.first())
                    ? path.beyondFirst(item.value(), accountant)
                    : Values.UNDEFINED;
            if (!value.isMissingNode()) {
                return value;
            }
        }
        return memory.find(path, accountant);
    }

    /**
     * What stands for a binding that leads nowhere.
     *
     * @param path the binding; its text is what it is reported by
     * @param shown what stands for it unless the options say otherwise
     */
    JsonNode unanswered(Object path, JsonNode shown) {
        return switch (unbound.showing()) {
            case SHOWN -> shown;
            case REPLACED -> unbound.substitute();
            case REFUSED -> throw Failure.refused("Nothing is bound to ${%s}", path);
            case WARNED -> {
                memory.noteUnbound(path.toString());
                yield shown;
            }
        };
    }

    /** The body's value while the name stands for the item. */
    JsonNode with(String name, JsonNode value, Term body) {
        @Nullable LambdaItem outer = innermost;
        innermost = new LambdaItem(name, value, outer);
        long mark = accountant().held();
        accountant().spend(1);
        try {
            JsonNode result = body.value(this);
            accountant().release(mark, result);
            return result;
        } finally {
            innermost = outer;
        }
    }

    boolean isInLambda() {
        return innermost != null;
    }

    void write(PropertyPath path, JsonNode value) {
        memory.write(path, value, accountant());
        accountant().keep();
    }
}

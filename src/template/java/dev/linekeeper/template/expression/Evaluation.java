package dev.linekeeper.template.expression;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.value.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One evaluation under way: the world, the memory, and the items that lambdas are at. Not thread-safe. */
public final class Evaluation {
    private final Environment environment;
    private final Memory memory;
    private @Nullable LambdaItem innermost;

    /** An item a lambda is at, and those of the lambdas around it. */
    private record LambdaItem(
            String name, JsonNode value, @Nullable LambdaItem outer) {}

    public Evaluation(TemplateOptions options, Memory memory) {
        this.environment = options.environment();
        this.memory = memory;
    }

    Environment environment() {
        return environment;
    }

    /** Pays for one step of work. */
    public void spend() {
        environment.budget().spend(1);
    }

    /** The value of a path: items first, the innermost before the others; what an item lacks is looked for further out. */
    JsonNode find(PropertyPath path) {
        for (LambdaItem item = innermost; item != null; item = item.outer()) {
            JsonNode value =
                    Values.isSameName(item.name(), path.first()) ? path.beyondFirst(item.value()) : Values.UNDEFINED;
            if (!value.isMissingNode()) {
                return value;
            }
        }
        return memory.find(path);
    }

    /** The body's value while the name stands for the item. */
    JsonNode with(String name, JsonNode value, Term body) {
        @Nullable LambdaItem outer = innermost;
        innermost = new LambdaItem(name, value, outer);
        try {
            return body.value(this);
        } finally {
            innermost = outer;
        }
    }

    boolean isInLambda() {
        return innermost != null;
    }

    void write(PropertyPath path, JsonNode value) {
        memory.write(path, value);
    }
}

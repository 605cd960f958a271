package dev.linekeeper.template.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Functions by name: the prebuilt ones, and those an application adds. Thread-safe. */
public final class FunctionLibrary {
    private final Map<String, FunctionDefinition> functions;
    private final Deque<FunctionGroup> unread;

    private FunctionLibrary(Map<String, FunctionDefinition> functions, Collection<? extends FunctionGroup> unread) {
        this.functions = new ConcurrentHashMap<>(functions);
        this.unread = new ArrayDeque<>(unread);
    }

    /** The functions of all groups. A group is asked for its own only when a function is wanted that none before it has. */
    public static FunctionLibrary of(FunctionGroup... groups) {
        return new FunctionLibrary(Map.of(), List.of(groups));
    }

    /**
     * This library and one function more, which takes any arguments.
     *
     * @throws IllegalArgumentException if there is a function of that name already
     */
    public FunctionLibrary with(String name, FunctionBody body) {
        if (find(name).isPresent()) {
            throw new IllegalArgumentException("there is a function %s already".formatted(name));
        }
        FunctionLibrary extended = new FunctionLibrary(functions, new ArrayList<>(unread));
        FunctionRegistry registry = new FunctionRegistry();
        registry.putUnsteady(name + "(any...): any", body);
        extended.functions.putAll(registry.functions());
        return extended;
    }

    /** The function of that name, exactly as it is spelt. */
    public Optional<FunctionDefinition> find(String name) {
        FunctionDefinition known = functions.get(name);
        return Optional.ofNullable(known == null ? readOn(name) : known);
    }

    /** Reads one group after the other until the function is found: the first card should not wait for all of them. */
    private synchronized @Nullable FunctionDefinition readOn(String name) {
        while (!functions.containsKey(name) && !unread.isEmpty()) {
            FunctionRegistry registry = new FunctionRegistry();
            unread.pop().register(registry);
            functions.putAll(registry.functions());
        }
        return functions.get(name);
    }

    /** The names of all functions, operators and aliases among them. */
    public Set<String> names() {
        readOn("");
        return Set.copyOf(functions.keySet());
    }
}

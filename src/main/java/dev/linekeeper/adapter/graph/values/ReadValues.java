package dev.linekeeper.adapter.graph.values;

import com.microsoft.kiota.TriConsumer;
import com.microsoft.kiota.store.BackingStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one object of the SDK, kept as they are. The SDK's own store notes what changes, with two concurrent maps
 * an object, for callers who send an object back with its changes alone; Linekeeper reads objects and sends new ones.
 */
public final class ReadValues implements BackingStore {
    private final Map<String, @Nullable Object> values = new HashMap<>(8);
    private boolean complete;

    @Override
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
    }) // the SDK asks for what it kept there, and takes null for nothing
    public <T> T get(String name) {
        return (T) values.get(name);
    }

    @Override
    public <T> void set(String name, @Nullable T value) {
        values.put(name, value);
    }

    @Override
    public Map<String, Object> enumerate() {
        return new HashMap<>(values);
    }

    @Override
    public Iterable<String> enumerateKeysForValuesChangedToNull() {
        return List.of();
    }

    @Override
    public String subscribe(TriConsumer<String, Object, Object> listener) {
        throw new UnsupportedOperationException("Nobody is told of changes");
    }

    @Override
    public void subscribe(String id, TriConsumer<String, Object, Object> listener) {
        throw new UnsupportedOperationException("Nobody is told of changes");
    }

    @Override
    public void unsubscribe(String id) {}

    @Override
    public void clear() {
        values.clear();
    }

    @Override
    public void setIsInitializationCompleted(boolean isComplete) {
        complete = isComplete;
    }

    @Override
    public boolean getIsInitializationCompleted() {
        return complete;
    }

    @Override
    public void setReturnOnlyChangedValues(boolean isWanted) {
        if (isWanted) {
            throw new UnsupportedOperationException("What changed is not noted");
        }
    }

    @Override
    public boolean getReturnOnlyChangedValues() {
        return false;
    }
}

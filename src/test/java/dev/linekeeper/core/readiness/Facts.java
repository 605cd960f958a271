package dev.linekeeper.core.readiness;

import dev.linekeeper.core.tenant.Fact;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes single facts out of records of facts, wherever they are in them. */
final class Facts {
    private int left;

    private Facts(int left) {
        this.left = left;
    }

    static int count(Object records) {
        var walk = new Facts(Integer.MAX_VALUE);
        walk.copy(records);
        return Integer.MAX_VALUE - walk.left;
    }

    /** A copy in which the fact at {@code index}, in the order of a walk through everything, is missing. */
    @SuppressWarnings("unchecked")
    static <T> T without(T records, int index) {
        return (T) new Facts(index).copy(records);
    }

    private Object copy(Object value) {
        return switch (value) {
            case Fact.Known<?>(var known, var source, var asOf) ->
                left-- == 0 ? Fact.missing("taken away") : new Fact.Known<>(copy(known), source, asOf);
            case Optional<?> optional -> optional.map(this::copy);
            case List<?> list -> list.stream().map(this::copy).toList();
            case Map<?, ?> map -> {
                var copied = new LinkedHashMap<Object, Object>();
                map.entrySet().stream()
                        .sorted((a, b) ->
                                a.getKey().toString().compareTo(b.getKey().toString()))
                        .forEach(entry -> copied.put(entry.getKey(), copy(entry.getValue())));
                yield copied;
            }
            case Record record -> copied(record);
            default -> value;
        };
    }

    private Record copied(Record record) {
        var components = record.getClass().getRecordComponents();
        try {
            var values = new Object[components.length];
            for (var i = 0; i < components.length; i++) {
                values[i] = copy(components[i].getAccessor().invoke(record));
            }
            Constructor<?> canonical = record.getClass()
                    .getDeclaredConstructor(
                            Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new));
            return (Record) canonical.newInstance(values);
        } catch (NoSuchMethodException
                | IllegalAccessException
                | InstantiationException
                | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}

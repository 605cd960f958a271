package dev.linekeeper.template.function;

import dev.linekeeper.template.function.Definition.Conduct;
import dev.linekeeper.template.function.Definition.Form;
import dev.linekeeper.template.function.Definition.Plain;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions by name: the prebuilt ones, and those an application adds. */
public final class Library {
    private static final Library PREBUILT = prebuilt();

    private final Map<String, Definition> functions;

    private Library(Map<String, Definition> functions) {
        this.functions = functions;
    }

    /** The prebuilt functions. */
    public static Library standard() {
        return PREBUILT;
    }

    /**
     * This library and one function more.
     *
     * @throws IllegalArgumentException if there is a function of that name already
     */
    public Library with(String name, Body body) {
        if (functions.containsKey(name)) {
            throw new IllegalArgumentException("there is a function %s already".formatted(name));
        }
        Map<String, Definition> extended = new HashMap<>(functions);
        extended.put(
                name,
                new Plain(
                        name,
                        EnumSet.of(Kind.OBJECT),
                        Signature.takes().andMore(Kind.OBJECT),
                        Check.ANYTHING,
                        Conduct.ORDINARY,
                        false,
                        body));
        return new Library(Map.copyOf(extended));
    }

    /** The function of that name, exactly as it is spelt. */
    public Optional<Definition> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** The names of all functions, operators and aliases among them. */
    public Set<String> names() {
        return functions.keySet();
    }

    private static Library prebuilt() {
        Shelf shelf = new Shelf();
        LogicFunctions.register(shelf);
        MathFunctions.register(shelf);
        StringFunctions.register(shelf);
        CollectionFunctions.register(shelf);
        ObjectFunctions.register(shelf);
        ConversionFunctions.register(shelf);
        TypeFunctions.register(shelf);
        DateFunctions.register(shelf);
        UriFunctions.register(shelf);
        TimexFunctions.register(shelf);
        XmlFunctions.register(shelf);
        return new Library(Map.copyOf(shelf.functions));
    }

    /** Where the groups of functions put theirs while the library is built. */
    static final class Shelf {
        private final Map<String, Definition> functions = new HashMap<>();

        /** A function that fails when an argument does. */
        void put(String name, Kind returns, Signature signature, Check check, Body body) {
            put(name, EnumSet.of(returns), signature, check, body);
        }

        void put(String name, Set<Kind> returns, Signature signature, Check check, Body body) {
            add(new Plain(name, returns, signature, check, Conduct.ORDINARY, true, body));
        }

        /** A function whose value may differ from call to call. */
        void putUnsteady(String name, Kind returns, Signature signature, Check check, Body body) {
            add(new Plain(name, EnumSet.of(returns), signature, check, Conduct.ORDINARY, false, body));
        }

        /** A function that is false when an argument fails. */
        void putTest(String name, Conduct conduct, Signature signature, Check check, Body body) {
            add(new Plain(name, EnumSet.of(Kind.BOOLEAN), signature, check, conduct, true, body));
        }

        /** A form the expression package evaluates. */
        void putForm(String name, Kind returns, Signature signature) {
            add(new Form(name, EnumSet.of(returns), signature));
        }

        /** A second name. */
        void alias(String alias, String name) {
            functions.put(alias, functions.get(name));
        }

        private void add(Definition function) {
            functions.put(function.name(), function);
        }
    }
}

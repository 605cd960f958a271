package dev.linekeeper.template.function;

import dev.linekeeper.template.function.Definition.Conduct;
import dev.linekeeper.template.function.Definition.Form;
import dev.linekeeper.template.function.Definition.Plain;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Functions by name: the prebuilt ones, and those an application adds. */
public final class Library {
    private static final Library PREBUILT = new Library(Map.of(), List.of(Group.values()));

    private final Map<String, Definition> functions;
    private final Deque<Group> unread;

    private Library(Map<String, Definition> functions, Collection<Group> unread) {
        this.functions = new ConcurrentHashMap<>(functions);
        this.unread = new ArrayDeque<>(unread);
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
        if (find(name).isPresent()) {
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
        return new Library(extended, List.of());
    }

    /** The function of that name, exactly as it is spelt. */
    public Optional<Definition> find(String name) {
        Definition known = functions.get(name);
        return Optional.ofNullable(known == null ? readOn(name) : known);
    }

    /** Reads one group after the other until the function is found: the first card should not wait for all of them. */
    private synchronized @Nullable Definition readOn(String name) {
        while (!functions.containsKey(name) && !unread.isEmpty()) {
            Shelf shelf = new Shelf();
            unread.pop().register(shelf);
            functions.putAll(shelf.functions);
        }
        return functions.get(name);
    }

    /** The names of all functions, operators and aliases among them. */
    public Set<String> names() {
        readOn("");
        return Set.copyOf(functions.keySet());
    }

    /** A group of prebuilt functions. They are asked for one by one, because loading all of them takes a while. */
    private enum Group {
        LOGIC,
        STRING,
        LETTER_CASE,
        MATH,
        SEQUENCE,
        COLLECTION,
        OBJECT,
        CONVERSION,
        TYPE,
        DATE,
        URI,
        TIMEX,
        XML;

        void register(Shelf shelf) {
            switch (this) {
                case LOGIC -> LogicFunctions.register(shelf);
                case STRING -> StringFunctions.register(shelf);
                case LETTER_CASE -> LetterCaseFunctions.register(shelf);
                case MATH -> MathFunctions.register(shelf);
                case SEQUENCE -> SequenceFunctions.register(shelf);
                case COLLECTION -> CollectionFunctions.register(shelf);
                case OBJECT -> ObjectFunctions.register(shelf);
                case CONVERSION -> ConversionFunctions.register(shelf);
                case TYPE -> TypeFunctions.register(shelf);
                case DATE -> DateFunctions.register(shelf);
                case URI -> UriFunctions.register(shelf);
                case TIMEX -> TimexFunctions.register(shelf);
                case XML -> XmlFunctions.register(shelf);
            }
        }
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

package dev.linekeeper.template.expression;

import dev.linekeeper.template.function.CollectionFunctions;
import dev.linekeeper.template.function.ConversionFunctions;
import dev.linekeeper.template.function.DateFunctions;
import dev.linekeeper.template.function.FunctionGroup;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.function.LetterCaseFunctions;
import dev.linekeeper.template.function.Library;
import dev.linekeeper.template.function.LogicFunctions;
import dev.linekeeper.template.function.MathFunctions;
import dev.linekeeper.template.function.ObjectFunctions;
import dev.linekeeper.template.function.SequenceFunctions;
import dev.linekeeper.template.function.StringFunctions;
import dev.linekeeper.template.function.TimexFunctions;
import dev.linekeeper.template.function.TypeFunctions;
import dev.linekeeper.template.function.UriFunctions;
import dev.linekeeper.template.function.XmlFunctions;

/** The functions of the language, in the order in which groups are asked for one: what cards use most comes first. */
public enum PrebuiltFunctions implements FunctionGroup {
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

    /** All of them. */
    public static final Library LIBRARY = Library.of(values());

    /** No references to methods: they would load the classes of all groups for the first card. */
    @Override
    public void register(FunctionRegistry functions) {
        switch (this) {
            case LOGIC -> LogicFunctions.register(functions);
            case STRING -> StringFunctions.register(functions);
            case LETTER_CASE -> LetterCaseFunctions.register(functions);
            case MATH -> MathFunctions.register(functions);
            case SEQUENCE -> SequenceFunctions.register(functions);
            case COLLECTION -> CollectionFunctions.register(functions);
            case OBJECT -> ObjectFunctions.register(functions);
            case CONVERSION -> ConversionFunctions.register(functions);
            case TYPE -> TypeFunctions.register(functions);
            case DATE -> DateFunctions.register(functions);
            case URI -> UriFunctions.register(functions);
            case TIMEX -> TimexFunctions.register(functions);
            case XML -> XmlFunctions.register(functions);
        }
    }
}

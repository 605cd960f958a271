package dev.linekeeper.template.expression;

import dev.linekeeper.template.function.FunctionGroup;
import dev.linekeeper.template.function.FunctionLibrary;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.function.collection.CollectionFunctions;
import dev.linekeeper.template.function.collection.ObjectFunctions;
import dev.linekeeper.template.function.collection.SequenceFunctions;
import dev.linekeeper.template.function.date.DateFunctions;
import dev.linekeeper.template.function.date.TimexFunctions;
import dev.linekeeper.template.function.logic.LogicFunctions;
import dev.linekeeper.template.function.logic.TypeFunctions;
import dev.linekeeper.template.function.number.ConversionFunctions;
import dev.linekeeper.template.function.number.MathFunctions;
import dev.linekeeper.template.function.query.XmlFunctions;
import dev.linekeeper.template.function.text.LetterCaseFunctions;
import dev.linekeeper.template.function.text.StringFunctions;
import dev.linekeeper.template.function.text.UriFunctions;

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
    public static final FunctionLibrary LIBRARY = FunctionLibrary.of(values());

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

package dev.linekeeper.service.imports;

import dev.linekeeper.service.imports.ImportStore.StoredImport;

/** What became of something somebody wanted done with an import. */
public sealed interface ImportMove {
    record ImportMoved(StoredImport now) implements ImportMove {}

    /** There is none of that number, or its rows are forgotten. */
    record NoSuchImport() implements ImportMove {}

    /** Only its owner may. */
    record OthersImport() implements ImportMove {}

    /** It stands elsewhere by now: done already, or not to be done yet. */
    record NotInThatState(StoredImport now) implements ImportMove {}
}

package dev.linekeeper.shared;

import java.nio.file.Path;

/** What tests compare with: the copies in the repository, or the folder {@code linekeeper.shared} names in their place. */
public final class SharedChecks {
    private SharedChecks() {}

    public static Path path(String first, String... more) {
        String given = System.getProperty("linekeeper.shared", "");
        return Path.of(given.isBlank() ? "src/test/resources/shared" : given).resolve(Path.of(first, more));
    }
}

package dev.linekeeper.adapter.powershell.host;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What newer modules have besides; with an older one it is asked for in another way, or unknown. */
public enum ModuleFeature {
    POLICIES_OF_ACCOUNTS("7.1.1", "policies of accounts"),
    POLICIES_OF_NUMBERS("7.3.1", "policies of single numbers");

    private final String since;
    private final String name;

    ModuleFeature(String since, String name) {
        this.since = since;
        this.name = name;
    }

    /** Those that the module lacks, such as {@code ≥ 7.1.1 (policies of accounts)}; empty when it has all. */
    public static String lackedBy(ModuleVersion module) {
        return Arrays.stream(values())
                .filter(feature -> module.compareTo(ModuleVersion.of(feature.since)) < 0)
                .map(feature -> "≥ %s (%s)".formatted(feature.since, feature.name))
                .collect(Collectors.joining(", "));
    }
}

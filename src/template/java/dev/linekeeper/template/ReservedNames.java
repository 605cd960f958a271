package dev.linekeeper.template;

import dev.linekeeper.template.value.Values;
import java.util.List;

/** The names the template language keeps for itself: properties of these names never reach the output. */
final class ReservedNames {
    static final String DATA = "$data";
    static final String WHEN = "$when";

    private static final List<String> NAMES = List.of(DATA, WHEN, "$root", "$index", "$host", "$_acTemplateVersion");

    private ReservedNames() {}

    static boolean contains(String name) {
        return name.startsWith("$") && NAMES.contains(name);
    }

    /** The proper spelling of a reserved name written in other letter case; any other name as it is. */
    static String spelling(String name) {
        for (String reserved : NAMES) {
            if (!reserved.equals(WHEN) && Values.isSameName(reserved, name)) {
                return reserved;
            }
        }
        return name;
    }
}

package dev.linekeeper.adapter.powershell;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists of which each entry says something of one type of policy. */
public final class ListedKinds {
    private ListedKinds() {}

    /**
     * What a list says of each kind. An entry that does not say its type may be of any that no other entry is of; what comes
     * twice is unknown. Types we do not know are skipped.
     *
     * @param list entries with a {@code policyType}
     */
    public static <T> Map<PolicyKind, Fact<T>> of(JsonCursor list, Function<JsonCursor, Fact<T>> reading) {
        var all = new EnumMap<PolicyKind, Fact<T>>(PolicyKind.class);
        var odd = new ArrayList<String>();
        for (var entry : list.list(Function.identity())) {
            var type = entry.told(at -> PolicyKind.ofType(at.at("policyType").text()));
            type.fold(_ -> true, odd::add);
            Fact.present(type)
                    .ifPresent(kind -> all.merge(
                            kind,
                            reading.apply(entry),
                            (_, _) -> entry.at("policyType").told(at -> {
                                throw at.wrong("a type no other entry has");
                            })));
        }
        odd.forEach(why -> Stream.of(PolicyKind.values()).forEach(kind -> all.putIfAbsent(kind, Fact.missing(why))));
        return all;
    }
}

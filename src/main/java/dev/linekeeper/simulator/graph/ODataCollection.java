package dev.linekeeper.simulator.graph;

import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A collection page by page: {@code $top}, {@code $skip}, {@code $select}, {@code $filter}, and an absolute link to the next page.
 *
 * @param standard entries of a page without {@code $top}
 * @param most the largest {@code $top}
 */
record ODataCollection(int standard, int most) {
    ObjectNode answer(HttpServletRequest call, List<ObjectNode> all) {
        var wanted = option(call, "$filter")
                .map(filter -> new ODataFilter(filter).of(all))
                .orElse(all);
        var top = number(call, "$top", standard);
        var skip = number(call, "$skip", 0);
        if (top < 1 || top > most) {
            throw GraphError.invalid("The limit of '%d' for Top query has been exceeded.".formatted(most));
        }
        var page = WireJson.object();
        page.put("@odata.context", GraphCalls.base(call) + "/$metadata");
        var values = page.putArray("value");
        wanted.stream()
                .skip(skip)
                .limit(top)
                .map(entry -> selected(call, entry))
                .forEach(values::add);
        if (skip + top < wanted.size()) {
            page.put("@odata.nextLink", next(call, top, skip + top));
        }
        return page;
    }

    /** The object with the members in {@code $select}. */
    static ObjectNode selected(HttpServletRequest call, ObjectNode entry) {
        return option(call, "$select")
                .map(names -> entry.retain(Set.of(names.split(",", -1))))
                .orElse(entry);
    }

    private static String next(HttpServletRequest call, int top, int skip) {
        var kept = call.getParameterMap().keySet().stream()
                .filter(option -> !option.equals("$top") && !option.equals("$skip"))
                .map(option ->
                        option + "=" + URLEncoder.encode(call.getParameter(option), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
        return "%s%s?%s$top=%d&$skip=%d".formatted(GraphCalls.base(call), GraphCalls.path(call), kept, top, skip);
    }

    private static Optional<String> option(HttpServletRequest call, String name) {
        return Optional.ofNullable(call.getParameter(name));
    }

    private static int number(HttpServletRequest call, String option, int otherwise) {
        try {
            return option(call, option).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException wrong) {
            throw GraphError.invalid("Invalid value for the %s query option.".formatted(option));
        }
    }
}

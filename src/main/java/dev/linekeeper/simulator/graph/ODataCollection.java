package dev.linekeeper.simulator.graph;

import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A collection page by page: {@code $top}, {@code $skip}, {@code $select}, an absolute link to the next page, and of
 * {@code $filter} the operators documented for these collections: {@code eq}, {@code in}, {@code and}, {@code or}, {@code any()}.
 *
 * @param standard entries of a page without {@code $top}
 * @param most the largest {@code $top}
 */
record ODataCollection(int standard, int most) {
    /** As the directory pages. */
    static final ODataCollection DIRECTORY = new ODataCollection(100, 999);

    /** {@code member eq 'value'} or {@code member/any(x:x eq 'value')}, and what follows it. */
    private static final Pattern CLAUSE = Pattern.compile("\\s*(\\w+)(/any\\(\\s*(\\w+)\\s*:\\s*\\3)?\\s+eq\\s+"
            + "(?:'((?:[^']|'')*)'|(true|false|null|\\d+))\\s*(\\))?\\s*(?:and\\b(?!$)|$)");

    /** {@code member in ('value','other')}, by itself. */
    private static final Pattern ONE_OF = Pattern.compile("\\s*(\\w+)\\s+in\\s*\\(([^)]*)\\)\\s*");

    /** Outside of quotes. */
    private static final Pattern OR = Pattern.compile("\\bor\\b(?=(?:[^']*'[^']*')*[^']*$)");

    private static final int MOST_VALUES = 15;

    ObjectNode answer(HttpServletRequest call, List<ObjectNode> all) {
        return answer(call, all, entry -> entry);
    }

    /** Pages of what the entries are written as; without a filter no more of them than the page has. */
    <T> ObjectNode answer(HttpServletRequest call, List<T> all, Function<T, ObjectNode> written) {
        return option(call, "$filter").isEmpty()
                ? page(call, all, written)
                : page(call, filtered(call, all.stream().map(written).toList()), entry -> entry);
    }

    private static List<ObjectNode> filtered(HttpServletRequest call, List<ObjectNode> all) {
        var filter = option(call, "$filter").orElse("");
        var oneOf = ONE_OF.matcher(filter);
        if (!oneOf.matches()) {
            return all.stream().filter(entry -> matches(filter, entry)).toList();
        }
        var values = Arrays.stream(oneOf.group(2).split(",", -1))
                .map(value -> value.strip().replaceAll("^'|'$", "").replace("''", "'"))
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        if (values.size() > MOST_VALUES) {
            throw tooMany(values.size());
        }
        return all.stream()
                .filter(entry -> values.contains(WireJson.text(entry, oneOf.group(1))))
                .toList();
    }

    private static GraphError tooMany(int clauses) {
        return new GraphError(
                400,
                "Request_UnsupportedQuery",
                "Too many child clauses specified in search filter expression containing 'OR' operators: %d. Max allowed: %d."
                        .formatted(clauses, MOST_VALUES));
    }

    private <T> ObjectNode page(HttpServletRequest call, List<T> wanted, Function<T, ObjectNode> written) {
        var top = number(call, "$top", standard);
        var skip = number(call, "$skip", 0);
        if (top < 1 || top > most) {
            throw GraphError.invalid("The limit of '%d' for Top query has been exceeded.".formatted(most));
        }
        var page = WireJson.object().put("@odata.context", GraphCalls.base(call) + "/$metadata");
        wanted.stream()
                .skip(skip)
                .limit(top)
                .map(entry -> selected(call, written.apply(entry)))
                .forEach(page.putArray("value")::add);
        if (skip + top < wanted.size()) {
            var next = ServletUriComponentsBuilder.fromRequest(call)
                    .replaceQueryParam("$top", top)
                    .replaceQueryParam("$skip", skip + top);
            page.put("@odata.nextLink", next.build(true).toUriString());
        }
        return page;
    }

    /** The object with the members in {@code $select}. */
    static ObjectNode selected(HttpServletRequest call, ObjectNode entry) {
        return option(call, "$select")
                .map(names -> entry.retain(Set.of(names.split(",", -1))))
                .orElse(entry);
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

    /** Parts with {@code or} between them, each of clauses with {@code and}: nothing is in brackets here. */
    private static boolean matches(String filter, JsonNode entry) {
        var parts = OR.split(filter, -1);
        if (parts.length > MOST_VALUES) {
            throw tooMany(parts.length);
        }
        return Arrays.stream(parts).filter(part -> fits(part, entry)).count() > 0;
    }

    private static boolean fits(String filter, JsonNode entry) {
        var clause = CLAUSE.matcher(filter);
        var matches = true;
        for (int at = 0; at < filter.length(); at = clause.end()) {
            var any = clause.region(at, filter.length()).lookingAt() && clause.group(2) != null;
            if (!clause.hasMatch() || any != (clause.group(6) != null)) {
                throw GraphError.invalid("Invalid filter clause: %s".formatted(filter));
            }
            var member = entry.path(clause.group(1));
            var values = any ? member.valueStream() : Stream.of(member);
            var wanted =
                    clause.group(4) == null ? clause.group(5) : clause.group(4).replace("''", "'");
            matches &= values.anyMatch(value -> value.asString("null").equalsIgnoreCase(wanted));
        }
        return matches;
    }
}

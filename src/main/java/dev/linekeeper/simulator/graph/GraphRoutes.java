package dev.linekeeper.simulator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The endpoints of the simulated Graph by method and path. */
final class GraphRoutes {
    /** The optional prefix of an action: the documentation uses the short name, the SDK the full one. */
    static final String ACTION = "(?:microsoft\\.graph\\.teamsAdministration\\.)?";

    interface GraphEndpoint {
        /** The answer; {@code parts} are the groups of the route's pattern, decoded. */
        GraphReply answer(GraphRequest call, List<String> parts);
    }

    private record GraphRoute(String method, Pattern path, GraphEndpoint endpoint) {}

    private final List<GraphRoute> routes = new ArrayList<>();

    /** Answers calls to a path in which {@code {}} stands for one segment. */
    GraphRoutes on(String method, String path, GraphEndpoint endpoint) {
        routes.add(new GraphRoute(method, Pattern.compile(path.replace("{}", "([^/]+)")), endpoint));
        return this;
    }

    GraphReply answer(GraphRequest call) {
        for (var route : routes) {
            var match = route.path().matcher(call.path());
            if (route.method().equals(call.method()) && match.matches()) {
                return route.endpoint().answer(call, parts(match.toMatchResult()));
            }
        }
        throw GraphError.of(404, "ResourceNotFound", "Resource not found for the segment '%s'.".formatted(call.path()));
    }

    private static List<String> parts(MatchResult match) {
        List<String> parts = new ArrayList<>();
        for (int at = 1; at <= match.groupCount(); at++) {
            parts.add(GraphRequest.segment(match.group(at)));
        }
        return parts;
    }
}

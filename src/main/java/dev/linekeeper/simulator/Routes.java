package dev.linekeeper.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which address is answered by whom. */
final class Routes {
    /** Documentation writes an action's short name, the SDK its full one. */
    static final String ACTION = "(?:microsoft\\.graph\\.teamsAdministration\\.)?";

    interface Endpoint {
        /** The answer; {@code parts} are the groups of the route's pattern, decoded. */
        Reply answer(Call call, List<String> parts);
    }

    private record Route(String method, Pattern path, Endpoint endpoint) {}

    private final List<Route> routes = new ArrayList<>();

    /** Answers calls to a path in which {@code {}} stands for one segment. */
    Routes on(String method, String path, Endpoint endpoint) {
        routes.add(new Route(method, Pattern.compile(path.replace("{}", "([^/]+)")), endpoint));
        return this;
    }

    Reply answer(Call call) {
        for (var route : routes) {
            var match = route.path().matcher(call.path());
            if (route.method().equals(call.method()) && match.matches()) {
                return route.endpoint().answer(call, parts(match.toMatchResult()));
            }
        }
        throw Refused.of(404, "ResourceNotFound", "Resource not found for the segment '%s'.".formatted(call.path()));
    }

    private static List<String> parts(MatchResult match) {
        List<String> parts = new ArrayList<>();
        for (int at = 1; at <= match.groupCount(); at++) {
            parts.add(Call.segment(match.group(at)));
        }
        return parts;
    }
}

package dev.linekeeper.adapter.graph;

import dev.linekeeper.service.tenant.limit.CallNotes;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/** What a request to Graph is called in metrics and the log: {@code GET users/-/transitiveMemberOf}, without ids and names. */
final class GraphOperations {
    /** The words of the addresses we call; whatever else stands in one is an id or a name. */
    private static final Set<String> WORDS = Set.of(
            "admin",
            "assign",
            "assignNumber",
            "delta",
            "getPolicyId",
            "groups",
            "installedApps",
            "memberOf",
            "members",
            "numberAssignments",
            "operations",
            "organization",
            "policy",
            "subscribedSkus",
            "teams",
            "teamwork",
            "telephoneNumberManagement",
            "transitiveMemberOf",
            "transitiveMembers",
            "unassign",
            "unassignNumber",
            "updateNumber",
            "userAssignments",
            "userConfigurations",
            "users");

    private GraphOperations() {}

    /** Sends the request and notes what it is, our id of it, and Graph's. */
    static Response noted(Interceptor.Chain chain) throws IOException {
        var request = chain.request();
        String ours = Objects.requireNonNullElse(request.header("client-request-id"), "");
        CallNotes.operation(name(request.method(), request.url()));
        CallNotes.ids(ours, "");
        Response response = chain.proceed(request);
        CallNotes.ids(ours, Objects.requireNonNullElse(response.header("request-id"), ""));
        return response;
    }

    static String name(String method, HttpUrl address) {
        return method + " "
                + address.pathSegments().stream()
                        .skip(1)
                        .map(GraphOperations::word)
                        .collect(Collectors.joining("/"));
    }

    /** A segment such as {@code microsoft.graph.getPolicyId(type='…')} without namespace and parameters. */
    private static String word(String segment) {
        int parameters = segment.indexOf('(');
        String call = parameters < 0 ? segment : segment.substring(0, parameters);
        String name = call.substring(call.lastIndexOf('.') + 1);
        return WORDS.contains(name) ? name : "-";
    }
}

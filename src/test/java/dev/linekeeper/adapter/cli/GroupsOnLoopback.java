package dev.linekeeper.adapter.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What {@code collect.ps1} asks Graph for, from a tenant file: members two a page, and licences. The first call is one too
 * many (429).
 *
 * @param unauthorised addresses that were asked for without the token
 */
record GroupsOnLoopback(JsonNode tenant, HttpServer server, AtomicInteger calls, List<String> unauthorised) {
    private static final Pattern MEMBERS = Pattern.compile("/v1.0/groups/([^/]+)/members");

    static GroupsOnLoopback serve(JsonNode tenant) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var graph = new GroupsOnLoopback(tenant, server, new AtomicInteger(), new CopyOnWriteArrayList<>());
        server.createContext("/", graph::answer);
        server.start();
        return graph;
    }

    String url() {
        return "http://127.0.0.1:%d/v1.0".formatted(server.getAddress().getPort());
    }

    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestURI();
        if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            unauthorised.add(asked.toString());
        }
        var members = MEMBERS.matcher(asked.getPath());
        if (calls.incrementAndGet() == 1) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(429, -1);
        } else {
            var json = members.matches() ? members(members.group(1), String.valueOf(asked.getQuery())) : licences();
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private String members(String group, String query) {
        var all = tenant.path("groups")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(group))
                .findFirst()
                .orElseThrow()
                .path("members");
        int from = query.contains("$skiptoken=") ? Integer.parseInt(query.replaceAll(".*=", "")) : 0;
        var page = TenantFile.JSON.createObjectNode();
        var value = page.putArray("value");
        for (int i = from; i < Math.min(all.size(), from + 2); i++) {
            var member = all.get(i);
            value.addObject()
                    .put("@odata.type", isGroup(member) ? "#microsoft.graph.group" : "#microsoft.graph.user")
                    .set("id", member);
        }
        if (from + 2 < all.size()) {
            page.put("@odata.nextLink", "%s/groups/%s/members?$skiptoken=%d".formatted(url(), group, from + 2));
        }
        return page.toString();
    }

    private boolean isGroup(JsonNode member) {
        return tenant.path("groups")
                .valueStream()
                .anyMatch(group -> group.path("id").equals(member));
    }

    private String licences() {
        return """
            {"value": [{"skuPartNumber": "PHONESYSTEM_VIRTUALUSER", "consumedUnits": 10, "prepaidUnits": {"enabled": %d},
              "servicePlans": [{"servicePlanId": "f47330e9-c134-43b3-9993-e7f004506889"}]},
             {"skuPartNumber": "SPE_E5", "consumedUnits": 1, "prepaidUnits": {"enabled": 5}, "servicePlans": []}]}
            """.formatted(10 + tenant.path("freeResourceAccountLicences").asInt());
    }
}

package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.tenant.PolicyName;
import java.io.PrintWriter;
import tools.jackson.databind.node.ObjectNode;

/** An array with one object a person, each on a line of its own, written as they come. */
final class ReadinessJson implements ReadinessOutput {
    private final PrintWriter out;
    private final Json json;
    private String before = "[\n";

    ReadinessJson(PrintWriter out, Json json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void print(Judged judged) {
        out.print(before);
        out.print(Json.MAPPER.writeValueAsString(person(judged)));
        before = ",\n";
    }

    @Override
    public void end() {
        out.println(before.startsWith("[") ? "[]" : "\n]");
    }

    private ObjectNode person(Judged judged) {
        return Json.MAPPER
                .createObjectNode()
                .put("user", judged.user())
                .put("mode", judged.report().mode().name())
                .put("overall", judged.overall().name())
                .put("policy", judged.policy().map(PolicyName::value).orElse(null))
                .set("findings", json.findings(judged.report().findings()))
                .set("callerId", json.callerId(judged.callerId()))
                .set("emergencyCallerId", json.emergency(judged.emergency()));
    }
}

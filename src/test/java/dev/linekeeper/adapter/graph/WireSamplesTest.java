package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.simulator.graph.RecordedCall;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes over the wire for each call, and what comes back, as recorded in {@code src/test/resources/graph}. A sample
 * is written anew with {@code -Dlinekeeper.record=true}. They were recorded against the emulator, never a real tenant.
 */
class WireSamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/graph");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final ChangeKey KEY = new ChangeKey("SC-1042", 1);
    private static final PhoneNumber HELD = PhoneNumber.of("+14255550140");
    private static final PhoneNumber FREE = PhoneNumber.of("+14255550141");
    private static final String[] HEADERS = {
        "accept", "authorization", "client-request-id", "consistencylevel", "content-type", "prefer"
    };

    private static Map<String, Consumer<EmulatedGraph>> calls() {
        Map<String, Consumer<EmulatedGraph>> calls = new LinkedHashMap<>();
        calls.put("users-search", graph -> graph.directory.search("ada \"b", 10));
        calls.put("users-list", graph -> graph.directory.forEach(_ -> {}));
        calls.put("user-by-name", graph -> graph.directory.findByPrincipalName("o'nobody+1@nowhere.example"));
        calls.put("user-groups", graph -> graph.directory.allGroupsOf(Fabrikam.ADA));
        calls.put("user-groups-direct", graph -> graph.directory.groupsOf(Fabrikam.ADA));
        calls.put("group-members", graph -> graph.directory.members(Fabrikam.BACKDROP.group()));
        calls.put("user-configuration", graph -> graph.voiceUsers.read(Fabrikam.ADA));
        calls.put("user-configurations-list", graph -> graph.voiceUsers.forEach((_, _) -> {}));
        calls.put("user-configuration-nobody", graph -> graph.voiceUsers.read(new UserId("nobody")));
        calls.put("numbers-list", graph -> graph.numbers.all());
        calls.put("number-find", graph -> graph.numbers.find(PhoneNumber.of("+493023125100;ext=12")));
        calls.put(
                "number-assign",
                graph -> graph.numbers.assign(
                        FREE,
                        NumberType.CALLING_PLAN,
                        Fabrikam.BEN,
                        Optional.of(Fabrikam.BACKDROP.place()),
                        Category.PRIMARY,
                        KEY));
        calls.put(
                "number-assign-alternate",
                graph -> graph.numbers.assign(
                        FREE, NumberType.CALLING_PLAN, Fabrikam.CLEO, Optional.empty(), Category.ALTERNATE, KEY));
        calls.put("number-release", graph -> graph.numbers.release(HELD, NumberType.CALLING_PLAN, KEY));
        calls.put("operation", graph -> {
            var running = graph.numbers.release(HELD, NumberType.CALLING_PLAN, KEY);
            graph.numbers.follow((WriteReceipt.RunningWrite) running);
        });
        calls.put(
                "location-set", graph -> graph.numbers.setLocation(FREE, Optional.of(Fabrikam.BACKDROP.place()), KEY));
        calls.put("location-clear", graph -> graph.numbers.setLocation(FREE, Optional.empty(), KEY));
        calls.put("policy-id", graph -> refused(() -> grant(graph, "Zoë's & friends' / 50%")));
        calls.put("policy-assign", graph -> grant(graph, "SC-SEA"));
        calls.put("policy-unassign", graph -> graph.policyGrants.revoke(Fabrikam.ADA, PolicyKind.SHARED_CALLING, KEY));
        calls.put("organisation", graph -> graph.organisation.displayName());
        calls.put("app-install", graph -> graph.installations.ensure(Fabrikam.BEN));
        calls.put("licences", graph -> graph.organisation.freeResourceAccountLicences());
        return calls;
    }

    @TestFactory
    Stream<DynamicTest> every_call_is_on_the_wire_as_recorded() {
        return calls().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> check(call.getKey(), call.getValue())));
    }

    private static void check(String name, Consumer<EmulatedGraph> call) throws IOException {
        try (var graph = new EmulatedGraph()) {
            call.accept(graph);
            var sample = JSON.writeValueAsString(sample(recorded(graph, SAMPLES.resolve(name + ".json")))) + "\n";
            var file = SAMPLES.resolve(name + ".json");
            if (Boolean.getBoolean("linekeeper.record")) {
                Files.createDirectories(SAMPLES);
                Files.writeString(file, sample);
            }
            assertThat(sample).isEqualTo(Files.readString(file));
        }
    }

    /** Several calls may go out at once; the one that was recorded is meant, whichever ends last. */
    private static RecordedCall recorded(EmulatedGraph graph, Path file) throws IOException {
        if (!Files.exists(file)) {
            return graph.last();
        }
        var path = JSON.readTree(Files.readString(file)).path("path").asString();
        return graph.seen.stream()
                .filter(seen -> steady(seen.target().split("\\?", 2)[0]).equals(path))
                .findFirst()
                .orElseGet(graph::last);
    }

    private static ObjectNode sample(RecordedCall seen) {
        var sample = JSON.createObjectNode();
        var path = seen.target().split("\\?", 2);
        sample.put("method", seen.method()).put("path", path[0]).put("query", path.length > 1 ? path[1] : "");
        var headers = sample.putObject("headers");
        for (var header : HEADERS) {
            Optional.ofNullable(seen.headers().get(header)).ifPresent(value -> headers.put(header, steady(value)));
        }
        if (!seen.body().isEmpty()) {
            sample.set("body", JSON.readTree(steady(seen.body())));
        }
        var answer = sample.putObject("answer").put("status", seen.status());
        Optional.ofNullable(seen.answerHeaders().get("location"))
                .ifPresent(location -> answer.put("location", steady(location)));
        if (!seen.answer().isEmpty()) {
            answer.set("body", json(steady(seen.answer())));
        }
        sample.put("path", steady(path[0]));
        return sample;
    }

    /** Without what is new every time: random ids (ours in Fabrikam have a zero end) and the port. */
    private static String steady(String text) {
        return text.replaceAll("127\\.0\\.0\\.1:\\d+", "graph.example")
                .replaceAll(
                        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-(?!0{11})[0-9a-f]{12}", "a-random-id");
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JacksonException notJson) {
            throw new AssertionError(text, notJson);
        }
    }

    private static void grant(EmulatedGraph graph, String policy) {
        graph.policyGrants.grant(Fabrikam.BEN, PolicyKind.SHARED_CALLING, new PolicyName(policy), KEY);
    }

    private static void refused(Runnable call) {
        try {
            call.run();
        } catch (BackendFailure expected) {
            assertThat(expected.kind()).isEqualTo(BackendFailure.FailureKind.INVALID);
        }
    }
}

package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.execution.ManualStepsClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the answer file of an exported script. It comes from an admin's disk, so it is checked like any other input. */
final class ScriptAnswerFile {
    private static final long LONGEST = 256 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The outcomes after which a step may be there, so that it is worth a look. */
    private static final Set<String> MAYBE_THERE = Set.of("done", "skipped", "accepted", "interrupted");

    private static final Set<String> NOT_THERE = Set.of("failed", "not-done");

    private ScriptAnswerFile() {}

    static ManualStepsClaim read(Path file) {
        var answer = json(file);
        var steps = new LinkedHashMap<Integer, StepName>();
        for (JsonNode step : answer.path("steps")) {
            var outcome = step.path("outcome").asString("");
            if (!MAYBE_THERE.contains(outcome) && !NOT_THERE.contains(outcome)) {
                throw foreign(file);
            }
            if (MAYBE_THERE.contains(outcome)) {
                steps.put(
                        step.path("number").asInt(0),
                        name(step.path("step").asString("")).orElseThrow(() -> foreign(file)));
            }
        }
        return new ManualStepsClaim(
                RequestId.parse(answer.path("request").asString("")).orElseThrow(() -> foreign(file)),
                answer.path("fingerprint").asString(""),
                steps);
    }

    private static JsonNode json(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw foreign(file);
            }
            var text = Files.readString(file);
            return ShellJson.MAPPER.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (JacksonException _) {
            throw foreign(file);
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    private static Optional<StepName> name(String text) {
        return Arrays.stream(StepName.values())
                .filter(name -> name.name().equals(text))
                .findFirst();
    }

    private static BadInput foreign(Path file) {
        return new BadInput("%s is not an answer file of an exported script".formatted(file));
    }
}

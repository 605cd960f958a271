package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.service.requests.EveryState;
import dev.linekeeper.service.requests.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an older Linekeeper has stored can still be read. */
class StoreJsonTest {
    private final StoreJson json = new StoreJson();

    @Test
    void a_request_in_every_state_is_read_as_version_0_1_0_stored_it() throws IOException {
        for (var state : EveryState.all().entrySet()) {
            assertThat(json.read(stored(state.getKey()), Request.class))
                    .as(state.getKey())
                    .isEqualTo(state.getValue());
        }
    }

    @Test
    void a_request_is_stored_as_it_was_but_for_whose_behalf_it_was_on() throws IOException {
        for (var state : EveryState.all().entrySet()) {
            assertThat(onNobodysBehalf(json.write(state.getValue())))
                    .as(state.getKey())
                    .isEqualTo(onNobodysBehalf(stored(state.getKey())));
        }
    }

    @Test
    void a_plan_from_before_plans_had_an_outlook_has_none() {
        var plan = Sample.plan(new UserId("adele"));
        var stored = (ObjectNode) JsonMapper.shared().readTree(json.write(plan));
        stored.remove("outlook");

        var read = json.read(stored.toString(), Plan.class);

        assertThat(read.outlook()).isEmpty();
        assertThat(read.steps()).isEqualTo(plan.steps());
    }

    @Test
    void a_number_keeps_its_place_and_has_none_where_none_was_stored() {
        var number = PhoneNumber.of("+14255550101");
        for (Optional<LocationId> place : List.of(LocationId.of("fe771441"), LocationId.of(null))) {
            Change release = new Change.ReleaseNumber(new UserId("adele"), number, NumberType.CALLING_PLAN, place);

            var stored = json.write(new Step(StepName.RELEASE_NUMBER, Optional.of(release), "", "", ""));

            assertThat(json.read(stored, Step.class).change()).contains(release);
            assertThat(stored.contains("location")).isEqualTo(place.isPresent());
        }
    }

    @Test
    void a_number_is_given_back_as_the_line_it_was_and_as_the_main_one_where_none_was_stored() {
        var number = PhoneNumber.of("+14255550101");
        for (var line : Line.Category.values()) {
            Change give = new Change.AssignNumber(
                    new UserId("adele"), number, NumberType.CALLING_PLAN, Optional.empty(), line);

            var stored = json.write(new Step(StepName.ASSIGN_NUMBER, Optional.of(give), "", "", ""));

            assertThat(json.read(stored, Step.class).change()).contains(give);
            assertThat(stored.contains("category")).isEqualTo(line != Line.Category.PRIMARY);
        }
    }

    @Test
    void where_a_batch_stood_is_read_as_it_was_stored_before_some_were_first() {
        var since = Sample.MONDAY;
        assertThat(json.read("{\"stage\":\"awaiting\"}", BatchStage.class))
                .isEqualTo(new BatchStage.BatchAwaiting(List.of()));
        assertThat(json.read("{\"stage\":\"under-way\",\"since\":\"2026-11-23T09:00:00Z\"}", BatchStage.class))
                .isEqualTo(BatchStage.BatchUnderWay.from(since, List.of(), 0, 0));
        assertThat(json.read(
                        "{\"stage\":\"ended\",\"since\":\"2026-11-23T09:00:00Z\",\"at\":\"2026-11-23T09:00:00Z\"}",
                        BatchStage.class))
                .isEqualTo(new BatchStage.BatchEnded(since, since, Optional.empty()));
    }

    @Test
    void on_whose_behalf_a_request_was_made_is_read_over() throws IOException {
        var stored = (ObjectNode) JsonMapper.shared().readTree(stored("pending"));
        stored.withObjectProperty("terms").put("onBehalfOf", "somebody");

        assertThat(json.read(stored.toString(), Request.class).terms().approvers())
                .isEqualTo(EveryState.pending().terms().approvers());
    }

    private static JsonNode onNobodysBehalf(String request) {
        var node = JsonMapper.shared().readTree(request);
        ((ObjectNode) node.path("terms")).remove(List.of("onBehalfOf", "approvers")); // approvers are a set
        return node;
    }

    private static String stored(String state) throws IOException {
        try (var file = StoreJsonTest.class.getResourceAsStream("/store/0.1.0-json/%s.json".formatted(state))) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.Sample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an older Linekeeper has stored can still be read. */
class StoreJsonTest {
    private final StoreJson json = new StoreJson();

    @Test
    void a_plan_from_before_plans_had_an_outlook_has_none() {
        var plan = Sample.plan(new UserId("adele"));
        var stored = (ObjectNode) JsonMapper.shared().readTree(json.write(plan));
        stored.remove("outlook");

        var read = json.read(stored.toString(), Plan.class);

        assertThat(read.outlook()).isEmpty();
        assertThat(read.steps()).isEqualTo(plan.steps());
    }
}

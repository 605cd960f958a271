package dev.linekeeper.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.Sample;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is first, and how many that end badly are too many. */
class CautionTest {
    private static final Caution THREE = new Caution(3, false, 5);

    @Test
    void the_first_are_one_of_each_kind_the_most_frequent_first_and_then_others() {
        var plans = plans(12);
        Plan odd = plans.get(id(4));
        plans.put(id(4), withOneStepLess(odd));
        plans.put(id(9), withOneStepLess(odd));

        assertThat(THREE.first(plans)).containsExactly(id(1), id(4), id(2));
        assertThat(new Caution(5, false, 5).first(plans)).containsExactly(id(1), id(4), id(2), id(9), id(3));
        assertThat(new Caution(1, false, 5).first(plans)).containsExactly(id(1));
    }

    @Test
    void where_the_first_would_be_half_of_all_there_are_none() {
        assertThat(THREE.first(plans(6))).isEmpty();
        assertThat(THREE.first(plans(7))).hasSize(3);
        assertThat(new Caution(0, false, 5).first(plans(50))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2,2,false", "3,3,true", "3,60,true", "3,61,false", "4,80,true", "4,81,false", "500,10000,true"})
    void from_three_on_the_share_counts(int badly, int ended, boolean stops) {
        assertThat(THREE.isTooMany(badly, ended)).isEqualTo(stops);
    }

    private static Plan withOneStepLess(Plan plan) {
        return new Plan(
                plan.person(),
                plan.purpose(),
                plan.policy(),
                plan.steps().subList(1, plan.steps().size()),
                plan.before(),
                plan.risk(),
                plan.outlook(),
                plan.fingerprint());
    }

    private static Map<RequestId, Plan> plans(int people) {
        var plans = new LinkedHashMap<RequestId, Plan>();
        IntStream.rangeClosed(1, people).forEach(at -> plans.put(id(at), Sample.plan(new UserId("m" + at))));
        return plans;
    }

    private static RequestId id(int number) {
        return new RequestId(number);
    }
}

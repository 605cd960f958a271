package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.graph.models.teamsadministration.AccountType;
import com.microsoft.graph.models.teamsadministration.ActivationState;
import com.microsoft.graph.models.teamsadministration.AssignmentCategory;
import com.microsoft.graph.models.teamsadministration.AssignmentStatus;
import com.microsoft.graph.models.teamsadministration.NumberCapability;
import com.microsoft.graph.models.teamsadministration.NumberSource;
import com.microsoft.graph.models.teamsadministration.NumberType;
import dev.linekeeper.core.tenant.MicrosoftSpelling;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.person.Line;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A new version of the SDK that knows a word more is noticed here, as no switch over its words does. */
class SdkWordsTest {
    static Stream<Arguments> words() {
        return Stream.of(
                arguments(AccountType.values(), dev.linekeeper.core.tenant.person.AccountType.class),
                arguments(ActivationState.values(), TelephoneNumber.Activation.class),
                arguments(AssignmentCategory.values(), Line.Category.class),
                arguments(AssignmentStatus.values(), TelephoneNumber.NumberStatus.class),
                arguments(NumberCapability.values(), TelephoneNumber.Capability.class),
                arguments(NumberSource.values(), TelephoneNumber.NumberSource.class),
                arguments(NumberType.values(), dev.linekeeper.core.tenant.NumberType.class));
    }

    @ParameterizedTest
    @MethodSource("words")
    <E extends Enum<E>> void every_word_of_the_sdk_is_a_constant_of_ours(Enum<?>[] theirs, Class<E> ours) {
        assertThat(Arrays.stream(theirs)
                        .map(Enum::name)
                        .filter(word -> !word.equals("UnknownFutureValue") && !word.equals("InternalError")))
                .allSatisfy(word ->
                        assertThat(MicrosoftSpelling.constant(ours, word)).isPresent());
    }
}

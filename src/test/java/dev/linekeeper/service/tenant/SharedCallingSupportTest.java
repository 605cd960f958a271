package dev.linekeeper.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Microsoft's answer comes from another backend than the numbers, and may not come at all. */
class SharedCallingSupportTest {
    private static final PhoneNumber YES = Fabrikam.BACKDROP.freeNumber();
    private static final PhoneNumber NO = Fabrikam.BACKDROP.heldNumber();
    private static final List<TelephoneNumber> INVENTORY =
            Fabrikam.model().ports().numbers().all().numbers();
    private static final PhoneNumber UNTOLD = Fabrikam.BACKDROP.serviceNumber();

    @Test
    void each_number_has_the_answer_it_was_given_and_no_other() {
        var numbers = numbers(() -> Map.of(YES, true, NO, false));
        assertThat(of(YES, numbers).sharedCallingSupported().known()).contains(true);
        assertThat(of(NO, numbers).sharedCallingSupported().known()).contains(false);
        assertThat(why(UNTOLD, numbers)).isEqualTo("PowerShell gives no answer for the number");
        assertThat(of(YES, numbers).status()).isEqualTo(of(YES, INVENTORY).status());
    }

    @Test
    void without_the_other_backend_the_numbers_are_there_and_the_reason_too() {
        var numbers = numbers(() -> {
            throw new BackendFailure(BackendFailure.FailureKind.TRANSIENT, "away");
        });
        assertThat(numbers).hasSameSizeAs(INVENTORY);
        assertThat(why(YES, numbers)).isEqualTo("PowerShell: away");
    }

    private static String why(PhoneNumber number, List<TelephoneNumber> numbers) {
        return of(number, numbers).sharedCallingSupported().fold(_ -> "known", why -> why);
    }

    private static TelephoneNumber of(PhoneNumber wanted, List<TelephoneNumber> numbers) {
        return numbers.stream()
                .filter(number -> number.number().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static List<TelephoneNumber> numbers(Supplier<Map<PhoneNumber, Boolean>> answers) {
        var support = new SharedCallingSupport() {
            @Override
            public String source() {
                return "PowerShell";
            }

            @Override
            public Map<PhoneNumber, Boolean> answers() {
                return answers.get();
            }
        };
        return support.completed(INVENTORY, Clock.fixed(Fabrikam.NOON, ZoneOffset.UTC));
    }
}

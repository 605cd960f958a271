package dev.linekeeper.core.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The simulations E1 to E6 of src/docs/shared-calling.md, and what they leave open. */
class CallbackPoolTest {
    private static final PhoneNumber A = PhoneNumber.of("+14255550171");
    private static final PhoneNumber B = PhoneNumber.of("+14255550172");
    private static final PhoneNumber ACCOUNT = PhoneNumber.of("+14255550100");
    private static final UserId ADELE = new UserId("adele");
    private static final UserId DIEGO = new UserId("diego");
    private static final UserId LEE = new UserId("lee");

    private final CallbackPool pool = new CallbackPool(List.of(A, B), ACCOUNT);

    @Test
    void e1_threeCallersTakeBothNumbersAndThenTheFirstAgain() {
        assertThat(pool.dial(ADELE, minute(0)))
                .isEqualTo(new CallbackPool.PresentedNumber.FreeNumber(A, minute(60), false));
        assertThat(pool.dial(DIEGO, minute(10)))
                .isEqualTo(new CallbackPool.PresentedNumber.FreeNumber(B, minute(70), false));
        assertThat(pool.dial(LEE, minute(20))).isEqualTo(new CallbackPool.PresentedNumber.ReusedNumber(A));
    }

    @Test
    void e2_afterAnHourANumberIsFreeAgain() {
        pool.dial(ADELE, minute(0));

        assertThat(pool.dial(DIEGO, minute(61)))
                .isEqualTo(new CallbackPool.PresentedNumber.FreeNumber(A, minute(121), false));
    }

    @Test
    void e3_withinTheHourACallbackRingsThePersonWhoDialled() {
        pool.dial(ADELE, minute(0));
        pool.dial(DIEGO, minute(1));

        assertThat(pool.call(A, minute(30))).isEqualTo(new CallbackPool.CallbackDestination.CallerRings(ADELE));
        assertThat(pool.call(B, minute(30))).isEqualTo(new CallbackPool.CallbackDestination.CallerRings(DIEGO));
    }

    @Test
    void e4_withoutCallbackNumbersTheAccountIsShownAndAnswers() {
        var empty = new CallbackPool(List.of(), ACCOUNT);

        assertThat(empty.dial(ADELE, minute(0))).isEqualTo(new CallbackPool.PresentedNumber.AccountNumber(ACCOUNT));
        assertThat(empty.call(ACCOUNT, minute(1))).isEqualTo(new CallbackPool.CallbackDestination.AttendantRings());
    }

    @Test
    void e6_atTheVeryHourANumberIsFreeWhichIsOurReading() {
        pool.dial(ADELE, minute(0));

        assertThat(pool.dial(DIEGO, minute(60)))
                .isEqualTo(new CallbackPool.PresentedNumber.FreeNumber(A, minute(120), true));
        assertThat(pool.dial(LEE, minute(60)))
                .isEqualTo(new CallbackPool.PresentedNumber.FreeNumber(B, minute(120), false));
    }

    @Test
    void aSecondCallOfTheSamePersonIsNotDocumented() {
        pool.dial(ADELE, minute(0));

        assertThat(pool.dial(ADELE, minute(5)))
                .isEqualTo(new CallbackPool.PresentedNumber.FreeNumber(B, minute(65), true));
        assertThat(pool.dial(ADELE, minute(66)))
                .isEqualTo(new CallbackPool.PresentedNumber.FreeNumber(A, minute(126), false));
    }

    @Test
    void whoGetsTheCallbackToAReusedNumberIsNotDocumented() {
        pool.dial(ADELE, minute(0));
        pool.dial(DIEGO, minute(10));
        pool.dial(LEE, minute(20));

        assertThat(pool.call(A, minute(30))).isEqualTo(new CallbackPool.CallbackDestination.NotDocumented());
        assertThat(pool.dial(LEE, minute(75)))
                .isEqualTo(new CallbackPool.PresentedNumber.FreeNumber(B, minute(135), false));
    }

    @Test
    void whatHappensAfterTheHourIsNotDocumented() {
        pool.dial(ADELE, minute(0));

        assertThat(pool.call(A, minute(60))).isEqualTo(new CallbackPool.CallbackDestination.NotDocumented());
        assertThat(pool.call(B, minute(1))).isEqualTo(new CallbackPool.CallbackDestination.NotDocumented());
    }

    private static Instant minute(int minute) {
        return Instant.EPOCH.plusSeconds(minute * 60L);
    }
}

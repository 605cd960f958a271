package dev.linekeeper.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What contract suites say about calls that are refused. */
public final class Failures {
    public static final ChangeKey KEY = new ChangeKey("SC-1042", 1);

    private Failures() {}

    public static void refused(BackendFailure.FailureKind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        failure -> assertThat(failure.kind())
                                .as(failure.getMessage())
                                .isEqualTo(kind));
    }
}

package dev.linekeeper.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What contract suites say about calls that are refused. */
final class Failures {
    static final ChangeKey KEY = new ChangeKey("SC-1042", 1);

    private Failures() {}

    static void refused(BackendFailure.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        failure -> assertThat(failure.kind())
                                .as(failure.getMessage())
                                .isEqualTo(kind));
    }
}

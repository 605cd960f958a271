package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.service.tenant.AppInstallations.AppInstallation;
import org.junit.jupiter.api.Test;

/** What every {@link AppInstallations} promises. */
public abstract class AppInstallationsContract {
    protected abstract AppInstallations appInstallations();

    protected abstract Backdrop backdrop();

    @Test
    void an_app_is_installed_once_and_there_already_afterwards() {
        assertThat(appInstallations().ensure(backdrop().licensed())).isEqualTo(AppInstallation.NOW);
        assertThat(appInstallations().ensure(backdrop().licensed())).isEqualTo(AppInstallation.ALREADY);
        assertThat(appInstallations().ensure(backdrop().unlicensed())).isEqualTo(AppInstallation.NOW);
    }

    @Test
    void nothing_is_installed_for_nobody() {
        refused(
                BackendFailure.FailureKind.NOT_FOUND,
                () -> appInstallations().ensure(backdrop().nobody()));
    }
}

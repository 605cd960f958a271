package dev.linekeeper.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.DecisionResult;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole application, stopped in the middle of an apply and started again. */
class RestartTest {
    private static final UserId ANA_ADMIN = new UserId("5e43303f-8f5c-57de-abb6-c2c813ee3de4");
    private static final UserId LEE_APPROVER = new UserId("2bcadb2f-2b54-5310-adc4-3a91a5ed46f6");
    private static final UserId ADELE = new UserId("439c272f-f89f-5cd1-b4af-06251327c7f3");
    private static final List<String> GRANTED = new CopyOnWriteArrayList<>();
    private static volatile CountDownLatch stuck = new CountDownLatch(1);
    private static volatile boolean power;

    @TempDir
    Path folder;

    /** The application; grants one policy and then hangs, until power is back. */
    @TestConfiguration(proxyBeanMethods = false)
    @Import(LinekeeperApplication.class)
    static class UnsteadyTenant {
        @Bean
        @Primary
        TenantPorts unsteadyTenant(@Qualifier("tenantPorts") TenantPorts real) {
            return new TenantPorts(
                    real.directory(),
                    real.voiceUsers(),
                    real.voiceSwitch(),
                    real.numbers(),
                    unsteady(real.policyGrants()),
                    real.policyCatalogue(),
                    real.emergencyLocations(),
                    real.voiceApplications(),
                    real.organisation(),
                    real.sharedCallingPolicies(),
                    real.groupGrants());
        }

        private static PolicyGrants unsteady(PolicyGrants real) {
            return new PolicyGrants() {
                @Override
                public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
                    if (!power && !GRANTED.isEmpty()) {
                        stuck.countDown();
                        hang();
                    }
                    WriteReceipt receipt = real.grant(person, kind, policy, key);
                    GRANTED.add(key.toString());
                    return receipt;
                }

                @Override
                public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
                    return real.revoke(person, kind, key);
                }

                @Override
                public String source() {
                    return real.source();
                }
            };
        }

        private static void hang() {
            try {
                Thread.sleep(Duration.ofMinutes(5));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The power is gone", stopped);
            }
        }
    }

    @Test
    @Requirement("T18")
    void an_apply_that_was_cut_off_is_finished_after_the_restart_without_repeating_a_step() throws Exception {
        RequestId id;
        try (var first = start()) {
            var change = new ChangeRequest(
                    ANA_ADMIN, new Intent.EnrolPerson(ADELE, new PolicyName("Seattle"), false), "joins sales");
            id = ((SubmissionResult.Sent) first.getBean(RequestSubmission.class).submit(change))
                    .request()
                    .id();
            assertThat(first.getBean(RequestDecision.class).approve(LEE_APPROVER, id, new DecisionInput.Typed()))
                    .isInstanceOf(DecisionResult.FullyApproved.class);
            assertThat(stuck.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(now(first, id)).isInstanceOf(Request.Applying.class);
        }
        leaveTheJobAsAKilledProcessWould();
        power = true;
        try (var second = start()) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(now(second, id)).isInstanceOf(Request.Completed.class));
            assertThat(GRANTED).doesNotHaveDuplicates();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(second.getBean(JdbcClient.class)
                                    .sql("select count(*) from applying_tasks where task_name = 'apply-request'")
                                    .query(Long.class)
                                    .single())
                            .isZero());
        }
    }

    private void leaveTheJobAsAKilledProcessWould() throws IOException {
        String password = Files.readString(folder.resolve("store.password"));
        var database = new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("store"), "", password);
        assertThat(JdbcClient.create(database)
                        .sql("update applying_tasks set picked = true, picked_by = 'killed',"
                                + " last_heartbeat = current_timestamp where task_name = 'apply-request'")
                        .update())
                .isOne();
    }

    private static Request now(ConfigurableApplicationContext application, RequestId id) {
        return application.getBean(RequestStore.class).find(id).orElseThrow().request();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(UnsteadyTenant.class)
                .run(
                        "--server.port=0",
                        "--spring.main.keep-alive=false",
                        "--linekeeper.data-folder=" + folder,
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("store"));
    }
}

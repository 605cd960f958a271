package dev.linekeeper.service.schedule;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static dev.linekeeper.service.requests.House.SEATTLE;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Requests for Adele, Alex and Megan together with days, asked for and approved on Monday, 23 November 2026. */
abstract class TogetherWithDays {
    static final UserId ALEX = new UserId("2976ad72-40b1-5682-81cd-1ecfb1909578");
    static final UserId MEGAN = new UserId("4dd5b2ab-584d-59fb-9d1e-5ccd509c971e");
    private static final DecisionInput TYPED = new DecisionInput.Typed();

    @TempDir
    Path folder;

    House house;

    @BeforeEach
    void open() {
        house = new House(folder, Sample.POLICY);
    }

    @AfterEach
    void close() {
        house.close();
    }

    Batch approved(Requests requests, Schedule days) {
        return approved(requests, days, person -> new Intent.EnrolPerson(person, SEATTLE, false));
    }

    Batch approved(Requests requests, Schedule days, Function<UserId, Intent> intent) {
        List<ChangeRequest> changes = Stream.of(ADELE, ALEX, MEGAN)
                .map(person -> new ChangeRequest(ANA_ADMIN, intent.apply(person), "project", Optional.of(days)))
                .toList();
        Batch batch = requests.askingForMany()
                .submit(changes, Optional.empty(), Plan::leavesNoPolicy)
                .batch()
                .orElseThrow();
        for (UserId approver : List.of(LEE_APPROVER, PRIYA_APPROVER)) {
            requests.decidingMany().decide(approver, batch.id(), RequestAction.APPROVE, TYPED, "");
            requests.decidingMany().decide(approver, batch.id(), RequestAction.CONFIRM, TYPED, "");
        }
        return now(batch.id());
    }

    Batch now(RequestId id) {
        return house.kept.batches().find(id).orElseThrow().batch();
    }

    List<RequestId> members(RequestId batch) {
        return house.kept.batches().members(batch, RequestId.FIRST, 9).stream()
                .map(member -> member.id())
                .toList();
    }

    void passUntil(Instant moment) {
        house.clock.pass(Duration.between(house.clock.instant(), moment));
    }
}

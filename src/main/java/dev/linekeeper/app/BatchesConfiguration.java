package dev.linekeeper.app;

import dev.linekeeper.service.bulk.BatchControl;
import dev.linekeeper.service.bulk.BatchCourse;
import dev.linekeeper.service.bulk.BatchStages;
import dev.linekeeper.service.bulk.BatchStarts;
import dev.linekeeper.service.bulk.DecisionTogether;
import dev.linekeeper.service.bulk.MemberMoves;
import dev.linekeeper.service.bulk.SecondTry;
import dev.linekeeper.service.execution.MemberStart;
import dev.linekeeper.service.requests.BatchDecision;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.BatchTransitions;
import dev.linekeeper.service.schedule.BatchEndings;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Requests for many people: asked for, decided, applied and ended as one. */
@Configuration(proxyBeanMethods = false)
@Import({
    BatchControl.class,
    BatchCourse.class,
    BatchDecision.class,
    BatchEndings.class,
    BatchStages.class,
    BatchStarts.class,
    BatchSubmission.class,
    BatchTransitions.class,
    DecisionTogether.class,
    MemberMoves.class,
    MemberStart.class,
    SecondTry.class
})
class BatchesConfiguration {}

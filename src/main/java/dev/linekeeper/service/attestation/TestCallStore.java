package dev.linekeeper.service.attestation;

import dev.linekeeper.core.attestation.TestCallTask;
import dev.linekeeper.core.attestation.TestCallTask.TestCallReport;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;

/** Test calls as they are kept. */
public interface TestCallStore {
    /** The newest, newest first. */
    List<TestCallTask> latest(int limit);

    /** Those of a policy, newest first. */
    List<TestCallTask> of(PolicyName policy);

    Optional<TestCallTask> find(RequestId id);

    void add(TestCallTask call);

    /** Keeps what somebody says came of it; false when somebody said something before. */
    boolean report(RequestId id, TestCallReport said);
}

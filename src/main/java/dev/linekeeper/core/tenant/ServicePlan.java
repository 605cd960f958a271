package dev.linekeeper.core.tenant;

import java.util.List;

/**
 * A service plan somebody holds. We test plan ids, never product names, because bundles contain the plans
 * (<a href="https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference">service plan reference</a>).
 */
public record ServicePlan(String id, ServicePlanStatus status) {
    public enum ServicePlanStatus {
        ENABLED,
        WARNING,
        SUSPENDED,
        PENDING,
        DELETED,
        LOCKED_OUT,
        UNKNOWN
    }

    private static final String NAMELESS = "?";

    public ServicePlan {
        id = AnyCase.folded(id);
    }

    /** A plan whose id could not be read, so that it may be any. */
    public static ServicePlan unreadable(ServicePlanStatus status) {
        return new ServicePlan(NAMELESS, status);
    }

    /**
     * Whether it may be one of the plans, held, without saying so: its id or its state could not be read.
     *
     * @param ids in lower case
     */
    public boolean mayBe(List<String> ids) {
        return id.equals(NAMELESS)
                ? status != ServicePlanStatus.DELETED && status != ServicePlanStatus.LOCKED_OUT
                : status == ServicePlanStatus.UNKNOWN && ids.contains(id);
    }
}

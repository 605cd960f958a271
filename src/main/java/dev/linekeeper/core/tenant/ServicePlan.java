package dev.linekeeper.core.tenant;

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

    public ServicePlan {
        id = AnyCase.folded(id);
    }
}

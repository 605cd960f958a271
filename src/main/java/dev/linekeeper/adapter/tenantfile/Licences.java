package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.List;
import java.util.Set;

/**
 * What the service asks for before it gives somebody voice or a number. Service plan ids from Microsoft's
 * <a href="https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference">reference</a>.
 */
final class Licences {
    private static final Set<String> PHONE_SYSTEM = Set.of(
            "4828c8ec-dc2e-4779-b502-87ac9ce28ab7", // MCOEV
            "ed777b71-af04-42ca-9798-84344c66f7c6", // MCOEVSMB
            "db23fce2-a974-42ef-9002-d78dd42a0f22"); // MCOEV_GOV
    private static final Set<String> RESOURCE_ACCOUNT = Set.of(
            "f47330e9-c134-43b3-9993-e7f004506889", // MCOEV_VIRTUALUSER
            "0628a73f-3b4a-4989-bd7b-0f8823144313"); // MCOEV_VIRTUALUSER_GOV
    private static final Set<String> CALLING_PLAN = Set.of(
            "4ed3ff63-69d7-4fb7-b984-5aec7f605ca8", // MCOPSTN1
            "5a10155d-f5c1-411a-a8ec-e99aae125390", // MCOPSTN2
            "54a152dc-90de-4996-93d2-bc47e670fc06", // MCOPSTN5
            "1346d5e6-15a6-4b88-9693-806ff7296a7a", // PSTN5_US
            "346d83bf-6fe6-42ca-b424-b9300d2e21bf", // MCOPSTN6
            "156a1efe-17cd-4b03-9f17-2eb512298fb3"); // MCOPSTN_PAYG_1

    private Licences() {}

    /** Refuses a person without Teams Phone; a plan that could not be read does not count as held. */
    static void mayHaveVoice(Fact<List<ServicePlan>> plans, String who) {
        require(plans, PHONE_SYSTEM, "%s lacks a Teams Phone licence".formatted(who));
    }

    /** The plans after Teams Phone ran out. */
    static List<ServicePlan> withoutPhoneSystem(List<ServicePlan> plans) {
        return plans.stream()
                .map(plan -> PHONE_SYSTEM.contains(plan.id())
                        ? new ServicePlan(plan.id(), ServicePlan.Status.DELETED)
                        : plan)
                .toList();
    }

    static void personMayHold(NumberType type, Fact<List<ServicePlan>> plans, String who) {
        mayHaveVoice(plans, who);
        if (type == NumberType.CALLING_PLAN) {
            require(
                    plans,
                    CALLING_PLAN,
                    "%s lacks appropriate licences to assign a Calling Plan number".formatted(who));
        }
    }

    static void accountMayHold(Fact<List<ServicePlan>> plans, String who) {
        require(plans, RESOURCE_ACCOUNT, "%s lacks a Teams Phone Resource Account licence".formatted(who));
    }

    private static void require(Fact<List<ServicePlan>> plans, Set<String> ids, String complaint) {
        var held = TenantModel.needed(plans).stream()
                .anyMatch(plan -> ids.contains(plan.id())
                        && (plan.status() == ServicePlan.Status.ENABLED
                                || plan.status() == ServicePlan.Status.WARNING));
        if (!held) {
            throw new BackendFailure(BackendFailure.Kind.CONFLICT, complaint);
        }
    }
}

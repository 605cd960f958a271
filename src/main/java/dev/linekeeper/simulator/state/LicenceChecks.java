package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import java.util.stream.Stream;

/** The licences that the service requires for voice and numbers. */
final class LicenceChecks {
    private LicenceChecks() {}

    /** Fails for a person without Teams Phone; plans that could not be read do not count. */
    static void mayHaveVoice(Fact<List<ServicePlan>> plans, String who) {
        require(plans, PublishedData.PHONE_SYSTEM, "%s lacks a Teams Phone licence".formatted(who));
    }

    static void personMayHold(NumberType type, Fact<List<ServicePlan>> plans, String who) {
        mayHaveVoice(plans, who);
        if (type == NumberType.CALLING_PLAN) {
            require(
                    plans,
                    Stream.of(PublishedData.CALLING_PLANS, PublishedData.PAY_AS_YOU_GO)
                            .flatMap(List::stream)
                            .toList(),
                    "%s lacks appropriate licences to assign a Calling Plan number".formatted(who));
        }
    }

    static void accountMayHold(Fact<List<ServicePlan>> plans, String who) {
        require(
                plans,
                PublishedData.RESOURCE_ACCOUNT,
                "%s lacks a Teams Phone Resource Account licence".formatted(who));
    }

    private static void require(Fact<List<ServicePlan>> plans, List<String> ids, String complaint) {
        var held = FileTenant.needed(plans);
        if (!PublishedData.holds(held, ids, ServicePlan.ServicePlanStatus.ENABLED)
                && !PublishedData.holds(held, ids, ServicePlan.ServicePlanStatus.WARNING)) {
            throw new BackendFailure(FailureKind.CONFLICT, complaint);
        }
    }
}

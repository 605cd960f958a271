package dev.linekeeper.core.request;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plans of many people as one.
 *
 * @param purpose of most of them
 * @param policy the Shared Calling policy all end up with or leave; empty when they differ
 * @param fingerprint SHA-256 in hex over those of all plans, or of all members, in whatever order they come
 * @param risk the highest among them
 * @param risks every reason, the gravest first
 * @param steps what is changed, in the order of the longest of them
 * @param emergency what is said of emergency calls afterwards, the worst first
 */
public record BatchPlan(
        Purpose purpose,
        Optional<PolicyName> policy,
        int people,
        String fingerprint,
        RiskLevel risk,
        List<CountedLine> risks,
        List<CountedLine> steps,
        List<CountedLine> emergency) {
    public BatchPlan {
        risks = List.copyOf(risks);
        steps = List.copyOf(steps);
        emergency = List.copyOf(emergency);
    }

    /** The plans as one; at least one. */
    public static BatchPlan of(List<Plan> plans) {
        List<Plan> gravest = plans.stream()
                .sorted(Comparator.comparing((Plan plan) -> plan.risk().level()).reversed())
                .toList();
        return new BatchPlan(
                most(plans),
                plans.stream().map(Plan::policy).distinct().count() == 1
                        ? plans.getFirst().policy()
                        : Optional.empty(),
                plans.size(),
                fingerprint(plans.stream().map(Plan::fingerprint)),
                gravest.getFirst().risk().level(),
                CountedLine.of(gravest.stream().flatMap(plan -> plan.risk().why().stream()), Explanation::key),
                CountedLine.of(
                        plans.stream()
                                .sorted(Comparator.comparingInt(
                                                (Plan plan) -> plan.steps().size())
                                        .reversed())
                                .flatMap(plan -> plan.steps().stream())
                                .filter(step -> step.change().isPresent())
                                .map(Step::title),
                        Function.identity()),
                CountedLine.of(
                        plans.stream()
                                .flatMap(plan -> plan.emergencyAfterwards().stream())
                                .sorted(Comparator.comparing(BatchPlan::level).reversed()),
                        Function.identity()));
    }

    /** The same for members with these fingerprints, which say more than their plans where they name days. */
    public BatchPlan of(Stream<String> fingerprints) {
        return new BatchPlan(purpose, policy, people, fingerprint(fingerprints), risk, risks, steps, emergency);
    }

    /** Whether it is the members with exactly these fingerprints, in whatever order. */
    public boolean isOf(List<String> fingerprints) {
        return fingerprints.size() == people
                && fingerprint(fingerprints.stream()).equals(fingerprint);
    }

    private static String fingerprint(Stream<String> plans) {
        return Sha256.hex(plans.sorted().collect(Collectors.joining("\n", "batch/1\n", "")));
    }

    private static Purpose most(List<Plan> plans) {
        return Arrays.stream(Purpose.values())
                .max(Comparator.comparingLong(purpose ->
                        plans.stream().filter(plan -> plan.purpose() == purpose).count()))
                .orElseThrow();
    }

    private static EmergencyLevel level(Explanation sentence) {
        return Arrays.stream(EmergencyLevel.values())
                .filter(level -> EmergencyVerdict.says(level, sentence))
                .findFirst()
                .orElse(EmergencyLevel.NOT_READ);
    }
}

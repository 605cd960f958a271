package dev.linekeeper.core.request;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.policies.BatchTurn;
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
 * The plans of many people as one, with those for policies that are made before or removed after them.
 *
 * @param purpose of most of them
 * @param policy the Shared Calling policy all people end up with or leave; empty when they differ
 * @param people how many of its members are people
 * @param fingerprint SHA-256 in hex over those of all plans, or of all members, in whatever order they come
 * @param risk the highest among them
 * @param risks every reason, the gravest first
 * @param steps what is changed, each in its turn, in the order of the longest of them
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
        List<Plan> people = plans.stream()
                .filter(plan -> BatchTurn.of(plan) == BatchTurn.PEOPLE)
                .toList();
        return new BatchPlan(
                most(plans),
                people.stream().map(Plan::policy).distinct().count() == 1
                        ? people.getFirst().policy()
                        : Optional.empty(),
                people.size(),
                fingerprint(plans.stream().map(Plan::fingerprint)),
                gravest.getFirst().risk().level(),
                CountedLine.of(gravest.stream().flatMap(plan -> plan.risk().why().stream()), Explanation::key),
                CountedLine.of(
                        plans.stream()
                                .sorted(Comparator.comparing(BatchTurn::of)
                                        .thenComparing(plan -> plan.steps().size(), Comparator.reverseOrder()))
                                .flatMap(plan -> plan.steps().stream())
                                .filter(Step::changesSomething)
                                .map(Step::title),
                        Function.identity()),
                CountedLine.of(
                        people.stream()
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
        return fingerprints.size() == members()
                && fingerprint(fingerprints.stream()).equals(fingerprint);
    }

    /** How many requests it is: those for people and those for policies. */
    public int members() {
        return people
                + steps.stream()
                        .filter(line -> isOfPolicy(line.text()))
                        .mapToInt(CountedLine::people)
                        .sum();
    }

    /** The name of the policy that is made or removed by such a step. */
    public Optional<String> policy(StepName step) {
        return steps.stream()
                .map(CountedLine::text)
                .filter(text -> text.key().equals("plan.step." + step))
                .map(text -> String.valueOf(text.arguments().getFirst()))
                .findFirst();
    }

    /** Whether a reason or a step is about a policy, not about one or more of the people. */
    public static boolean isOfPolicy(Explanation line) {
        return line.key().startsWith("plan.risk.policy.")
                || Stream.of(StepName.CREATE_POLICY, StepName.CHANGE_POLICY, StepName.REMOVE_POLICY)
                        .anyMatch(step -> line.key().equals("plan.step." + step));
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

package dev.linekeeper.adapter.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.linekeeper.adapter.store.drift.DriftJson;
import dev.linekeeper.adapter.store.drift.DriftNames;
import dev.linekeeper.adapter.store.requests.RequestsOfBefore;
import dev.linekeeper.adapter.store.requests.TextTypes;
import dev.linekeeper.core.bulk.ImportState;
import dev.linekeeper.core.drift.DriftState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.groundwork.AttendantOfAccount;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.core.tenant.groundwork.RoutingOfAccount;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount;
import dev.linekeeper.core.tenant.groundwork.UsageLocationOfAccount;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * Core records as JSON. The stored names of states and changes are listed here, so that a class can be renamed; unknown
 * fields, which a newer version wrote, are skipped. Thread-safe.
 */
final class StoreJson implements DriftJson {
    private final JsonMapper mapper;

    StoreJson() {
        var module = new SimpleModule("linekeeper-store");
        TextTypes.addTo(module);
        module.addSerializer(new ExplanationJson.ExplanationWriter());
        module.addDeserializer(Explanation.class, new ExplanationJson.ExplanationReader());
        this.mapper = JsonMapper.builder()
                .addModule(module)
                .addMixIn(Request.class, StateNamed.class)
                .addMixIn(Change.class, ChangeNamed.class)
                .addMixIn(Fix.class, ChangeNamed.class)
                .addMixIn(Plan.class, RequestsOfBefore.PlanOfBefore.class)
                .addMixIn(LeftOut.class, RequestsOfBefore.LeftOutOfBefore.class)
                .addMixIn(Change.NumberChange.class, RequestsOfBefore.NumberChangeOfBefore.class)
                .addMixIn(Line.Category.class, RequestsOfBefore.CategoryOfBefore.class)
                .addMixIn(Step.class, RequestsOfBefore.StepOfBefore.class)
                .addMixIn(RequestDetails.class, RequestsOfBefore.DetailsOfBefore.class)
                .addMixIn(Request.Approved.class, RequestsOfBefore.ApprovedOfBefore.class)
                .addMixIn(Request.Applying.class, RequestsOfBefore.ApplyingOfBefore.class)
                .addMixIn(BatchStage.class, StageNamed.class)
                .addMixIn(ImportState.class, StateOfImport.class)
                .addMixIn(DriftState.class, DriftNames.StateOfDrift.class)
                .addMixIn(BatchStage.BatchAwaiting.class, AwaitingOfBefore.class)
                .addMixIn(BatchStage.BatchUnderWay.class, UnderWayOfBefore.class)
                .registerSubtypes(named(STATES))
                .registerSubtypes(named(STAGES))
                .registerSubtypes(named(IMPORTS))
                .registerSubtypes(named(DriftNames.STATES))
                .registerSubtypes(named(CHANGES))
                .registerSubtypes(named(FIXES))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static final Map<Class<? extends Request>, String> STATES = Map.ofEntries(
            Map.entry(Request.Pending.class, "pending"),
            Map.entry(Request.NeedsFreshLook.class, "needs-fresh-look"),
            Map.entry(Request.Approved.class, "approved"),
            Map.entry(Request.Applying.class, "applying"),
            Map.entry(Request.PartlyApplied.class, "partly-applied"),
            Map.entry(Request.Completed.class, "completed"),
            Map.entry(Request.Rejected.class, "rejected"),
            Map.entry(Request.Expired.class, "expired"),
            Map.entry(Request.Cancelled.class, "cancelled"),
            Map.entry(Request.Undone.class, "undone"),
            Map.entry(Request.Overtaken.class, "overtaken"));

    private static final Map<Class<? extends Change>, String> CHANGES = Map.of(
            Change.ReleaseNumber.class, "release-number",
            Change.AssignNumber.class, "assign-number",
            Change.SwitchVoice.class, "switch-voice",
            Change.GrantPolicy.class, "grant-policy",
            Change.RevokePolicy.class, "revoke-policy");

    private static final Map<Class<? extends Fix<?>>, String> FIXES = Map.ofEntries(
            Map.entry(PlaceOfNumber.class, "place-of-number"),
            Map.entry(RoutingOfAccount.class, "routing-of-account"),
            Map.entry(AttendantOfAccount.class, "attendant-of-account"),
            Map.entry(NewAccount.class, "new-account"),
            Map.entry(NumberOfAccount.class, "number-of-account"),
            Map.entry(EmergencyRoutingPolicy.class, "emergency-routing-policy"),
            Map.entry(EmptyRoutingPolicy.class, "empty-routing-policy"),
            Map.entry(UsageLocationOfAccount.class, "usage-location-of-account"),
            Map.entry(SignInOfAccount.class, "sign-in-of-account"),
            Map.entry(PolicyOfNumber.class, "policy-of-number"),
            Map.entry(CallerIdPolicy.class, "caller-id-policy"),
            Map.entry(CallingPolicy.class, "calling-policy"));

    private static final Map<Class<? extends BatchStage>, String> STAGES = Map.of(
            BatchStage.BatchAwaiting.class, "awaiting",
            BatchStage.BatchUnderWay.class, "under-way",
            BatchStage.BatchDenied.class, "denied",
            BatchStage.BatchCancelled.class, "cancelled",
            BatchStage.BatchExpired.class, "expired",
            BatchStage.BatchEnded.class, "ended");

    private static final Map<Class<? extends ImportState>, String> IMPORTS = Map.of(
            ImportState.PolicyMissing.class, "policy-missing",
            ImportState.JudgingRows.class, "judging",
            ImportState.PreviewReady.class, "preview-ready",
            ImportState.AskingForRows.class, "asking",
            ImportState.RowsAsked.class, "asked",
            ImportState.ImportCancelled.class, "cancelled",
            ImportState.ImportFailed.class, "failed");

    /** The stored name of the stage of a batch. */
    static String stage(Batch batch) {
        return Objects.requireNonNull(STAGES.get(batch.stage().getClass()));
    }

    /**
     * The stored name of a request's state.
     *
     * @throws IllegalArgumentException for a state without one
     */
    static String state(Request request) {
        String name = STATES.get(request.getClass());
        if (name == null) {
            throw new IllegalArgumentException("%s has no stored name".formatted(request.getClass()));
        }
        return name;
    }

    private static NamedType[] named(Map<? extends Class<?>, String> types) {
        return types.entrySet().stream()
                .map(type -> new NamedType(type.getKey(), type.getValue()))
                .toArray(NamedType[]::new);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    interface StateNamed {
        @JsonIgnore
        boolean isOpen();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
    interface StageNamed {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    interface StateOfImport {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    interface ChangeNamed {}

    /** Batches were stored without those who are applied first. */
    interface AwaitingOfBefore {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<RequestId> canary();
    }

    /** Batches under way were stored without all but since when. */
    interface UnderWayOfBefore extends AwaitingOfBefore {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        int ended();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        int badly();
    }

    /** Written as the declared type, so that the state's name is included. */
    String write(Request request) {
        return mapper.writerFor(Request.class).writeValueAsString(request);
    }

    String write(BatchStage stage) {
        return mapper.writerFor(BatchStage.class).writeValueAsString(stage);
    }

    @Override
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T read(String text, Class<T> type) {
        return mapper.readValue(text, type);
    }
}

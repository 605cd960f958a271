package dev.linekeeper.adapter.store.requests;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** How requests are stored so that those of earlier versions are read as they were, and read there as far as they were known. */
public interface RequestsOfBefore {
    /** Plans about persons are stored as they were before there were others, and those without an outlook as with an empty one. */
    public interface PlanOfBefore {
        @JsonProperty("person")
        @JsonSerialize(typing = JsonSerialize.Typing.STATIC)
        Subject subject();

        @JsonProperty("before")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<PersonState> settings();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Explanation> outlook();
    }

    /** Changes of main numbers are stored as they were before there were other lines among them: without the line. */
    public interface NumberChangeOfBefore {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = MainLine.class)
        Line.Category category();
    }

    /** The line a change of a number is about where it does not say so. */
    public enum CategoryOfBefore {
        @JsonEnumDefaultValue
        PRIMARY
    }

    /** Equal to what is not written, as Jackson asks for it. */
    public static final class MainLine {
        @Override
        public boolean equals(@Nullable Object value) {
            return value == Line.Category.PRIMARY;
        }

        @Override
        public int hashCode() {
            return Line.Category.PRIMARY.hashCode();
        }
    }

    /** Steps of plans for people are stored as they were before what stands behind people was changed. */
    public interface StepOfBefore {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<SharedCallingChange> policyChange();

        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Fix<?>> fix();

        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<GroupGrantChange> groupGrant();
    }

    /** Requests by themselves, and those without days, are stored as they were before there were others. */
    public interface DetailsOfBefore {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<RequestId> batch();

        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Schedule> schedule();

        @JsonIgnore
        boolean isTemporary();
    }

    /** Who was left out of a batch is stored as it was before there were policies among them. */
    public interface LeftOutOfBefore {
        @JsonProperty("person")
        @JsonSerialize(typing = JsonSerialize.Typing.STATIC)
        Subject subject();
    }

    /** Approved requests of which nothing is done are stored as they were before they could go on after a stop. */
    public interface ApprovedOfBefore {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<StepDone> done();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        int tries();

        @JsonIgnore
        boolean isUntouched();
    }

    /** Requests that never stopped are stored as they were before stops were counted. */
    public interface ApplyingOfBefore {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        int earlier();
    }
}

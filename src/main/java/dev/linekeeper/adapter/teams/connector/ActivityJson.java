package dev.linekeeper.adapter.teams.connector;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Activities as JSON, with the Jackson 2 mapper that the SDK's annotations need; everything else uses Jackson 3. Only
 * annotated fields are written, not the SDK's convenience getters ({@code teamsActivity}, {@code group}). Thread-safe.
 */
public final class ActivityJson {
    /** SDK 4.14.3 cannot read timestamps of whole seconds; the other two dates are not used. */
    @SuppressWarnings("unused") // Jackson reads the annotations
    private abstract static class ActivityMixin {
        @JsonProperty("timestamp")
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "")
        @JsonDeserialize(using = EditTime.class)
        @Nullable
        OffsetDateTime timestamp;

        @JsonIgnore
        @Nullable
        OffsetDateTime localTimestamp;

        @JsonIgnore
        @Nullable
        LocalDateTime expiration;
    }

    /** Nobody asks for the time of an activity that is known to be no edit, and reading it takes as long as all the rest. */
    private static final class EditTime extends StdDeserializer<@Nullable OffsetDateTime> {
        private static final long serialVersionUID = 1L;

        EditTime() {
            super(OffsetDateTime.class);
        }

        @Override
        public @Nullable OffsetDateTime deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            boolean isNeeded = !(json.currentValue() instanceof Activity activity)
                    || activity.getType() == null
                    || activity.isType(ActivityTypes.MESSAGE_UPDATE);
            return isNeeded ? InstantDeserializer.OFFSET_DATE_TIME.deserialize(json, context) : null;
        }
    }

    /** Turns run on a thread each, which would each need buffers of their own. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addMixIn(Activity.class, ActivityMixin.class)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addHandler(new OddMembers())
            .build();

    /** A member of another shape than expected, such as an object in place of a list or a date nobody can read, is left out. */
    private static final class OddMembers extends DeserializationProblemHandler {
        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context,
                JavaType wanted,
                JsonToken found,
                JsonParser json,
                @Nullable String problem)
                throws IOException {
            json.skipChildren();
            return null;
        }

        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> wanted,
                ValueInstantiator instantiator,
                JsonParser json,
                @Nullable String problem)
                throws IOException {
            json.skipChildren();
            return null;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> wanted, String text, @Nullable String problem) {
            return null;
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> wanted, Number number, @Nullable String problem) {
            return null;
        }
    }

    private ActivityJson() {}

    /**
     * Reads an activity. Members that are not of the documented shape are left out.
     *
     * @throws ResponseStatusException 400, with what is wrong but nothing of the body
     */
    public static Activity read(byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("no object");
            }
            Activity activity = JSON.readValue(json, Activity.class);
            activity.setValue(treeOrNull(activity.getValue()));
            activity.setChannelData(treeOrNull(activity.getChannelData()));
            return activity;
        } catch (JsonProcessingException e) {
            throw malformed(e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseStatusException malformed(String reason) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
    }

    /** Any value as a tree. */
    public static JsonNode tree(@Nullable Object value) {
        return value instanceof JsonNode node ? node : JSON.valueToTree(value);
    }

    /** Of what the SDK reads as maps, once instead of by everybody who looks at it. */
    private static @Nullable JsonNode treeOrNull(@Nullable Object read) {
        return read == null ? null : tree(read);
    }

    /** Any value as a tree; JSON in a text, as some clients send the data of buttons, counts as what it says. */
    public static JsonNode object(@Nullable Object value) {
        JsonNode node = tree(value);
        try {
            JsonNode said = node.isTextual() ? JSON.readTree(node.asText()) : node;
            return said.isObject() ? said : node;
        } catch (JsonProcessingException noJson) {
            return node;
        }
    }

    public static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The field of an answer; empty when absent or unreadable. */
    static String field(byte[] body, String name) {
        try {
            return body.length == 0 ? "" : JSON.readTree(body).path(name).asText("");
        } catch (IOException _) {
            return "";
        }
    }
}

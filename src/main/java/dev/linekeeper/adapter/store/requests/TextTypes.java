package dev.linekeeper.adapter.store.requests;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Types that are stored as one string. */
public final class TextTypes {
    private TextTypes() {}

    public static void addTo(SimpleModule module) {
        add(module, UserId.class, UserId::toString, UserId::new);
        add(module, Subject.class, SubjectText::of, SubjectText::read);
        add(module, GroupId.class, GroupId::toString, GroupId::new);
        add(module, PolicyName.class, PolicyName::toString, PolicyName::new);
        add(module, PhoneNumber.class, PhoneNumber::toString, PhoneNumber::of);
        add(
                module,
                RequestId.class,
                RequestId::toString,
                text -> RequestId.parse(text).orElseThrow());
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> writing, Function<String, T> reading) {
        module.addSerializer(new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(writing.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return reading.apply(json.getString());
            }
        });
    }
}

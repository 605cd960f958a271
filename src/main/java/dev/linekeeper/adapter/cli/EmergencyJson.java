package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.emergency.Dialling;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.Notice;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.emergency.PolicyEmergencyView.CallbackNumber;
import dev.linekeeper.core.emergency.SharedNumber;
import dev.linekeeper.core.emergency.SiteOverride;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Emergency settings as JSON. What could not be read is an object whose {@code unread} says why; what is not there is null. */
record EmergencyJson(Function<Explanation, String> wording) {
    ObjectNode person(Person person, EmergencyView view, Optional<String> dialled) {
        var json = new Json(wording);
        var answer = Json.MAPPER
                .createObjectNode()
                .put("user", person.entry().userPrincipalName())
                .put("because", wording.apply(view.callerId().because()));
        answer.set("emergencyCallerId", json.emergency(view.callerId()));
        answer.set("caveats", said(view.callerId().caveats()));
        answer.set("sharedNumber", fact(view.sharedNumber(), EmergencyJson::shared));
        answer.set("routing", fact(view.routing(), EmergencyJson::routing));
        answer.set("notice", fact(view.notice(), EmergencyJson::notice));
        answer.set("sites", list(view.sites(), EmergencyJson::site));
        answer.set(
                "locationOrder",
                said(view.locationOrder().stream().map(it -> it.text()).toList()));
        dialled.ifPresent(digits -> answer.set("ifDialled", said(view.ifDialled(digits))));
        answer.set("limits", said(view.limits()));
        answer.put("asOf", view.asOf().map(Object::toString).orElse(null));
        return answer.set("findings", json.findings(view.checks()));
    }

    ObjectNode policy(PolicyEmergencyView view) {
        var answer = Json.MAPPER.createObjectNode().put("policy", view.policy().value());
        answer.set("sharedNumber", fact(view.sharedNumber(), EmergencyJson::shared));
        answer.set("callbacks", list(view.callbacks(), EmergencyJson::callback));
        answer.put("routing", view.routing().map(PolicyName::value).orElse(null));
        answer.set("numbers", list(view.dialling(), EmergencyJson::entry));
        answer.set("sites", list(view.sites(), EmergencyJson::site));
        return answer.set("findings", new Json(wording).findings(view.checks()));
    }

    private static ObjectNode shared(SharedNumber shared) {
        return Json.MAPPER
                .createObjectNode()
                .put("number", shared.number().toString())
                .put("type", shared.type().graphName())
                .put("account", shared.accountName())
                .set(
                        "country",
                        fact(
                                shared.country(),
                                country -> Json.MAPPER.getNodeFactory().stringNode(country.iso())))
                .set("address", fact(shared.address(), EmergencyJson::address));
    }

    private static JsonNode address(EmergencyLocation place) {
        return Json.MAPPER.createObjectNode().put("place", place.description()).put("address", place.address());
    }

    private static ObjectNode routing(Dialling routing) {
        var answer = Json.MAPPER
                .createObjectNode()
                .put("policy", routing.policy().value())
                .put(
                        "from",
                        switch (routing.from()) {
                            case Assignment.Direct _ -> "direct";
                            case Assignment.ByGroup _ -> "group";
                            case Assignment.Inherited() -> "global";
                        })
                .put("enhanced", routing.enhanced());
        return answer.set("numbers", array(routing.entries(), EmergencyJson::entry));
    }

    private static ObjectNode entry(Dialling.Entry entry) {
        return Json.MAPPER
                .createObjectNode()
                .put("dialString", entry.dialString())
                .put("usage", entry.usage().orElse(null))
                .set("masks", Json.texts(entry.masks()));
    }

    private static ObjectNode notice(Notice notice) {
        var answer = Json.MAPPER
                .createObjectNode()
                .put("policy", notice.policy().value())
                .put("mode", notice.mode())
                .put("dialOut", notice.dialOut().map(Object::toString).orElse(null))
                .put("addressEntry", notice.addressEntry())
                .put("disclaimer", notice.disclaimer().orElse(null));
        answer.set("notified", Json.texts(notice.notified()));
        return answer.set(
                "perNumber",
                array(
                        notice.perNumber(),
                        number -> Json.MAPPER
                                .createObjectNode()
                                .put("dialString", number.dialString())
                                .set("notified", Json.texts(number.notified()))));
    }

    private static ObjectNode site(SiteOverride site) {
        return Json.MAPPER
                .createObjectNode()
                .put("site", site.site())
                .put(
                        "emergencyCallRouting",
                        site.emergencyCallRouting().map(PolicyName::value).orElse(null))
                .put(
                        "emergencyCalling",
                        site.emergencyCalling().map(PolicyName::value).orElse(null));
    }

    private static ObjectNode callback(CallbackNumber callback) {
        return Json.MAPPER
                .createObjectNode()
                .put("number", callback.number().toString())
                .set(
                        "status",
                        fact(
                                callback.entry(),
                                number -> Json.MAPPER
                                        .getNodeFactory()
                                        .stringNode(number.status().name())))
                .set(
                        "alsoIn",
                        Json.texts(callback.alsoIn().stream()
                                .map(PolicyName::value)
                                .toList()));
    }

    private ArrayNode said(List<Explanation> sentences) {
        return Json.texts(sentences.stream().map(wording).toList());
    }

    private static <T> JsonNode fact(Fact<Optional<T>> fact, Function<T, JsonNode> shape) {
        return fact.fold(
                found -> found.map(shape)
                        .orElseGet(() -> Json.MAPPER.getNodeFactory().nullNode()),
                EmergencyJson::unread);
    }

    private static <T> JsonNode list(Fact<List<T>> fact, Function<T, JsonNode> shape) {
        return fact.fold(all -> array(all, shape), EmergencyJson::unread);
    }

    private static <T> ArrayNode array(List<T> all, Function<T, JsonNode> shape) {
        var array = Json.MAPPER.createArrayNode();
        all.forEach(one -> array.add(shape.apply(one)));
        return array;
    }

    private static JsonNode unread(String why) {
        return Json.MAPPER.createObjectNode().put("unread", why);
    }
}

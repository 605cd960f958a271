package dev.linekeeper.chat.cards;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.core.emergency.EmergencyNotification;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is told about an emergency call, how, and what the caller may say about where they are. */
final class EmergencyNotificationDetails {
    private EmergencyNotificationDetails() {}

    static List<Detail> of(Fact<Optional<EmergencyNotification>> notice) {
        return switch (notice) {
            case Fact.Missing(var why) -> List.of(EmergencyDetails.unread("chat.emergency.told", why));
            case Fact.Known(var found, _, _) ->
                found.map(EmergencyNotificationDetails::details)
                        .orElseGet(
                                () -> List.of(detail("chat.emergency.told", Explanation.of("chat.emergency.nobody"))));
        };
    }

    private static List<Detail> details(EmergencyNotification notice) {
        var details = new ArrayList<Detail>();
        details.add(
                detail("chat.emergency.told", Explanation.of("chat.emergency.told.by", told(notice), notice.policy())));
        notice.perNumber()
                .forEach(number -> details.add(new Detail(
                        Explanation.of("chat.emergency.told.for", number.dialString()), people(number.notified()))));
        notice.dialOut()
                .ifPresent(number ->
                        details.add(detail("chat.emergency.dial-out", Explanation.of("chat.list", List.of(number)))));
        details.add(detail(
                "chat.emergency.address-entry",
                Explanation.of("chat.emergency.address-entry."
                        + notice.addressEntry().fold(on -> on ? "on" : "off", _ -> "unread"))));
        notice.disclaimer()
                .ifPresent(text ->
                        details.add(detail("chat.emergency.own-disclaimer", Explanation.of("chat.name", text))));
        return details;
    }

    private static Explanation told(EmergencyNotification notice) {
        return notice.notified().isEmpty()
                ? people(List.of())
                : Explanation.of("chat.emergency.told.how", people(notice.notified()), how(notice.mode()));
    }

    private static Explanation people(List<String> notified) {
        return notified.isEmpty() ? Explanation.of("chat.emergency.nobody") : Explanation.of("chat.list", notified);
    }

    /** Microsoft's three modes; a fourth, should there be one, is shown by its own name. */
    private static Explanation how(String mode) {
        return switch (mode) {
            case "NotificationOnly" -> Explanation.of("chat.emergency.mode.notification");
            case "ConferenceMuted" -> Explanation.of("chat.emergency.mode.muted");
            case "ConferenceUnMuted" -> Explanation.of("chat.emergency.mode.unmuted");
            default -> Explanation.of("chat.name", mode);
        };
    }
}

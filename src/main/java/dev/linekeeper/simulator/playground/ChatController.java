package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.PageRefusal;
import dev.linekeeper.simulator.playground.chat.Room;
import dev.linekeeper.simulator.playground.chat.TeamsActivities;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** What the page asks for. Who one is, the page says: there is nothing to protect in a simulation on one's own machine. */
@RestController
@RequestMapping("/playground/api")
class ChatController {
    record SayRequest(
            String as,
            String locale,
            String room,
            @Nullable String thread,
            String text,
            @Nullable List<String> files) {}

    record PressRequest(
            String as, String locale, int card, @Nullable JsonNode action, boolean accept) {}

    record OpenRequest(String as, String room) {}

    private final Inboxes desks;
    private final PersonaMessages sending;
    private final ButtonPresses pressing;
    private final ChatFiles files;
    private final EventStreams live;

    ChatController(Inboxes desks, PersonaMessages sending, ButtonPresses pressing, ChatFiles files, EventStreams live) {
        this.desks = desks;
        this.sending = sending;
        this.pressing = pressing;
        this.files = files;
        this.live = live;
    }

    @GetMapping("/desk")
    Page.InboxView desk(
            @RequestParam(defaultValue = "") String as, @RequestParam(defaultValue = "en-US") String locale) {
        return desks.open(as, locale);
    }

    @GetMapping("/events")
    SseEmitter events(@RequestParam String as) {
        return live.open(desks.persona(as));
    }

    @GetMapping("/messages")
    List<Page.MessageView> messages(@RequestParam String as, @RequestParam String room) {
        return desks.messages(desks.persona(as), room);
    }

    @PostMapping("/messages")
    Page.MessageView say(@RequestBody SayRequest said) {
        var persona = desks.persona(said.as());
        var spot = new Room.RoomThread(desks.room(persona, said.room()), Optional.ofNullable(said.thread()));
        var attached = Optional.ofNullable(said.files()).orElse(List.of()).stream()
                .map(id -> files.find(id)
                        .map(ChatFiles.FileBytes::file)
                        .orElseThrow(() -> new PageRefusal(HttpStatus.GONE, "The file is gone.", "Attach it again.")))
                .toList();
        if (said.text().isBlank() && attached.isEmpty()) {
            throw new PageRefusal(HttpStatus.BAD_REQUEST, "There is nothing to send.", "Write something first.");
        }
        return desks.view(
                sending.say(new TeamsActivities.Actor(persona, spot, said.locale()), said.text(), attached), persona);
    }

    @PostMapping("/messages/{id}/again")
    Page.MessageView again(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = desks.message(id);
        return desks.view(sending.again(actor(pressed, message), message), desks.persona(pressed.as()));
    }

    @PostMapping("/messages/{id}/press")
    PressOutcome press(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = desks.message(id);
        var action = Optional.ofNullable(pressed.action())
                .orElseThrow(() -> new PageRefusal(HttpStatus.BAD_REQUEST, "No button was named.", "Reload the page."));
        return "Action.Execute".equals(action.path("type").asString(""))
                ? pressing.execute(actor(pressed, message), message, pressed.card(), action)
                : pressing.submit(actor(pressed, message), message, action.path("data"));
    }

    @PostMapping("/messages/{id}/refresh")
    void refresh(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = desks.message(id);
        pressing.refresh(actor(pressed, message), message, pressed.card());
    }

    @PostMapping("/messages/{id}/consent")
    PressOutcome consent(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = desks.message(id);
        var offers = message.content().attachments();
        if (pressed.card() < 0 || pressed.card() >= offers.size()) {
            throw new PageRefusal(HttpStatus.NOT_FOUND, "There is no such file.", "Reload the page.");
        }
        return pressing.consent(actor(pressed, message), message, offers.get(pressed.card()), pressed.accept());
    }

    @PostMapping("/read")
    void read(@RequestBody OpenRequest opened) {
        desks.read(desks.persona(opened.as()), opened.room());
    }

    @PostMapping("/start-over")
    Map<String, Boolean> startOver() {
        files.clear();
        desks.startOver();
        return Map.of("cleared", true);
    }

    private TeamsActivities.Actor actor(PressRequest pressed, Message message) {
        return new TeamsActivities.Actor(desks.persona(pressed.as()), message.spot(), pressed.locale());
    }
}

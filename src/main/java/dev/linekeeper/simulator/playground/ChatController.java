package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
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

/** The endpoints of the page. The page says which persona it is: a simulation on one machine has nothing to protect. */
@RestController
@RequestMapping("/playground/api")
record ChatController(
        Inboxes inboxes, PersonaMessages messages, ButtonPresses presses, ChatFiles files, EventStreams streams) {
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

    @GetMapping("/desk")
    Page.InboxView inbox(
            @RequestParam(defaultValue = "") String as, @RequestParam(defaultValue = "en-US") String locale) {
        return inboxes.open(as, locale);
    }

    @GetMapping("/events")
    SseEmitter events(@RequestParam String as) {
        return streams.open(inboxes.persona(as));
    }

    @GetMapping("/messages")
    List<Page.MessageView> messages(@RequestParam String as, @RequestParam String room) {
        return inboxes.messages(inboxes.persona(as), room);
    }

    @PostMapping("/messages")
    Page.MessageView say(@RequestBody SayRequest said) {
        var persona = inboxes.persona(said.as());
        var thread = new PlaygroundConversation.RoomThread(
                inboxes.room(persona, said.room()), Optional.ofNullable(said.thread()));
        var attached = Optional.ofNullable(said.files()).orElse(List.of()).stream()
                .map(id -> files.find(id)
                        .map(ChatFiles.FileBytes::file)
                        .orElseThrow(
                                () -> PlaygroundError.page(HttpStatus.GONE, "The file is gone.", "Attach it again.")))
                .toList();
        if (said.text().isBlank() && attached.isEmpty()) {
            throw PlaygroundError.page(HttpStatus.BAD_REQUEST, "There is nothing to send.", "Write something first.");
        }
        return inboxes.view(
                messages.say(new TeamsActivities.Actor(persona, thread, said.locale()), said.text(), attached),
                persona);
    }

    @PostMapping("/messages/{id}/again")
    Page.MessageView again(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = inboxes.message(id);
        return inboxes.view(messages.again(actor(pressed, message), message), inboxes.persona(pressed.as()));
    }

    @PostMapping("/messages/{id}/press")
    PressOutcome press(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = inboxes.message(id);
        var action = Optional.ofNullable(pressed.action())
                .orElseThrow(
                        () -> PlaygroundError.page(HttpStatus.BAD_REQUEST, "No button was named.", "Reload the page."));
        return "Action.Execute".equals(action.path("type").asString(""))
                ? presses.execute(actor(pressed, message), message, pressed.card(), action)
                : presses.submit(actor(pressed, message), message, action.path("data"));
    }

    @PostMapping("/messages/{id}/refresh")
    void refresh(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = inboxes.message(id);
        presses.refresh(actor(pressed, message), message, pressed.card());
    }

    @PostMapping("/messages/{id}/consent")
    PressOutcome consent(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = inboxes.message(id);
        var offers = message.content().attachments();
        if (pressed.card() < 0 || pressed.card() >= offers.size()) {
            throw PlaygroundError.page(HttpStatus.NOT_FOUND, "There is no such file.", "Reload the page.");
        }
        return presses.consent(actor(pressed, message), message, offers.get(pressed.card()), pressed.accept());
    }

    @PostMapping("/read")
    void read(@RequestBody OpenRequest opened) {
        inboxes.read(inboxes.persona(opened.as()), opened.room());
    }

    @PostMapping("/start-over")
    Map<String, Boolean> startOver() {
        files.clear();
        inboxes.startOver();
        return Map.of("cleared", true);
    }

    private TeamsActivities.Actor actor(PressRequest pressed, Message message) {
        return new TeamsActivities.Actor(inboxes.persona(pressed.as()), message.thread(), pressed.locale());
    }
}

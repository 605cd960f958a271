package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Mentions;
import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversations;
import dev.linekeeper.simulator.playground.chat.TeamsActivities;
import dev.linekeeper.simulator.playground.chat.Transcript;
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
        PlaygroundConversations rooms,
        Transcript transcript,
        PageViews views,
        PageNotices notices,
        BotInstallation installation,
        TeamsActivities activities,
        PersonaMessages messages,
        ButtonPresses presses,
        FilesController files) {
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
        return open(as, locale);
    }

    @GetMapping("/events")
    SseEmitter events(@RequestParam String as) {
        return notices.open(persona(as));
    }

    @GetMapping("/messages")
    List<Page.MessageView> messages(@RequestParam String as, @RequestParam String room) {
        var viewer = persona(as);
        return transcript.of(room(viewer, room)).stream()
                .map(message -> views.message(message, viewer))
                .toList();
    }

    @PostMapping("/messages")
    Page.MessageView say(@RequestBody SayRequest said) {
        var persona = persona(said.as());
        var thread =
                new PlaygroundConversation.RoomThread(room(persona, said.room()), Optional.ofNullable(said.thread()));
        var attached = Optional.ofNullable(said.files()).orElse(List.of()).stream()
                .map(id -> files.find(id)
                        .map(FilesController.FileBytes::file)
                        .orElseThrow(
                                () -> PlaygroundError.page(HttpStatus.GONE, "The file is gone.", "Attach it again.")))
                .toList();
        if (said.text().isBlank() && attached.isEmpty()) {
            throw PlaygroundError.page(HttpStatus.BAD_REQUEST, "There is nothing to send.", "Write something first.");
        }
        return views.message(
                messages.say(new TeamsActivities.Actor(persona, thread, said.locale()), said.text(), attached),
                persona);
    }

    @PostMapping("/messages/{id}/again")
    Page.MessageView again(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = message(id);
        return views.message(messages.again(actor(pressed, message), message), persona(pressed.as()));
    }

    @PostMapping("/messages/{id}/press")
    PressOutcome press(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = message(id);
        var action = Optional.ofNullable(pressed.action())
                .orElseThrow(
                        () -> PlaygroundError.page(HttpStatus.BAD_REQUEST, "No button was named.", "Reload the page."));
        return "Action.Execute".equals(action.path("type").asString(""))
                ? presses.execute(actor(pressed, message), message, pressed.card(), action)
                : presses.submit(actor(pressed, message), message, action.path("data"));
    }

    @PostMapping("/messages/{id}/refresh")
    void refresh(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = message(id);
        presses.refresh(actor(pressed, message), message, pressed.card());
    }

    @PostMapping("/messages/{id}/consent")
    PressOutcome consent(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = message(id);
        var offers = message.content().attachments();
        if (pressed.card() < 0 || pressed.card() >= offers.size()) {
            throw PlaygroundError.page(HttpStatus.NOT_FOUND, "There is no such file.", "Reload the page.");
        }
        return presses.consent(actor(pressed, message), message, offers.get(pressed.card()), pressed.accept());
    }

    @PostMapping("/read")
    void read(@RequestBody OpenRequest opened) {
        var reader = persona(opened.as());
        transcript.markRead(reader, room(reader, opened.room()));
        notices.lists();
    }

    @PostMapping("/start-over")
    Map<String, Boolean> startOver() {
        files.clear();
        transcript.clear();
        installation.forget();
        notices.startedOver();
        return Map.of("cleared", true);
    }

    private TeamsActivities.Actor actor(PressRequest pressed, Message message) {
        return new TeamsActivities.Actor(persona(pressed.as()), message.thread(), pressed.locale());
    }

    /** The inbox of a persona; the first persona's when {@code who} is unknown. */
    private Page.InboxView open(String who, String locale) {
        var personas = rooms.personas();
        var me = personas.find(who)
                .or(() -> personas.people().stream().findFirst())
                .orElseThrow(() -> PlaygroundError.page(
                        HttpStatus.NOT_FOUND, "The tenant has nobody one could be.", "Check the tenant file."));
        installation.visit(me, locale);
        return new Page.InboxView(
                personas.organisation(),
                views.persona(me),
                views.personas(),
                views.rooms(me),
                me.prompts(),
                activities.mentionable().stream()
                        .map(Mentions.MentionedAccount::name)
                        .toList());
    }

    private Persona persona(String who) {
        return rooms.personas()
                .find(who)
                .orElseThrow(() ->
                        PlaygroundError.page(HttpStatus.NOT_FOUND, "There is no such persona.", "Choose another one."));
    }

    private PlaygroundConversation room(Persona persona, String id) {
        return rooms.find(id)
                .map(PlaygroundConversation.RoomThread::room)
                .filter(room -> room.admits(persona))
                .orElseThrow(
                        () -> PlaygroundError.page(HttpStatus.NOT_FOUND, "There is no such chat.", "Reload the page."));
    }

    private Message message(String id) {
        return transcript
                .find(id)
                .orElseThrow(
                        () -> PlaygroundError.page(HttpStatus.NOT_FOUND, "The message is gone.", "Reload the page."));
    }
}

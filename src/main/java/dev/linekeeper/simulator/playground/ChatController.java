package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.PageNotices.MessageView;
import dev.linekeeper.simulator.playground.PageNotices.PersonaView;
import dev.linekeeper.simulator.playground.PersonaActions.PressOutcome;
import dev.linekeeper.simulator.playground.TeamsActivities.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
        ObjectProvider<Personas> personas,
        Transcript transcript,
        PageNotices notices,
        PersonaActions actions,
        FilesController files) {
    /** The data of a page when it opens. */
    record InboxView(String organisation, String team, String channel, String me, List<PersonaView> personas) {}

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

    /** The inbox of a persona; the first persona's when {@code as} is unknown. */
    @GetMapping("/desk")
    InboxView inbox(@RequestParam(defaultValue = "") String as, @RequestParam(defaultValue = "en-US") String locale) {
        var all = personas.getObject();
        var me = all.find(as)
                .or(() -> all.people().stream().findFirst())
                .orElseThrow(
                        () -> PlaygroundError.gone("The tenant has nobody one could be.", "Check the tenant file."));
        actions.visit(me, locale);
        return new InboxView(
                all.organisation(),
                PlaygroundConversation.TEAM,
                PlaygroundConversation.CHANNEL.id(),
                me.oid(),
                notices.people());
    }

    @GetMapping("/events")
    SseEmitter events(@RequestParam String as) {
        return notices.open(persona(as));
    }

    @GetMapping("/messages")
    List<MessageView> messages(@RequestParam String as, @RequestParam String room) {
        var viewer = persona(as);
        return transcript.of(room(viewer, room)).stream()
                .map(message -> notices.view(message, viewer))
                .toList();
    }

    @PostMapping("/messages")
    MessageView say(@RequestBody SayRequest said) {
        var persona = persona(said.as());
        var room = room(persona, said.room());
        var attached = Optional.ofNullable(said.files()).orElse(List.of()).stream()
                .map(files::found)
                .toList();
        if (said.text().isBlank() && attached.isEmpty()) {
            throw PlaygroundError.page(HttpStatus.BAD_REQUEST, "There is nothing to send.", "Write something first.");
        }
        var where = Optional.ofNullable(said.thread()).map(room::inThread).orElse(room);
        return notices.view(actions.say(new Actor(persona, where, said.locale()), said.text(), attached), persona);
    }

    @PostMapping("/messages/{id}/again")
    MessageView again(@PathVariable String id, @RequestBody PressRequest pressed) {
        var actor = actor(id, pressed);
        return notices.view(actions.again(actor, message(id)), actor.persona());
    }

    @PostMapping("/messages/{id}/press")
    PressOutcome press(@PathVariable String id, @RequestBody PressRequest pressed) {
        var actor = actor(id, pressed);
        var action = pressed.action();
        if (action == null) {
            throw PlaygroundError.page(HttpStatus.BAD_REQUEST, "No button was named.", "Reload the page.");
        }
        return "Action.Execute".equals(action.path("type").asString(""))
                ? actions.execute(actor, message(id), pressed.card(), action)
                : actions.submit(actor, message(id), action.path("data"));
    }

    @PostMapping("/messages/{id}/refresh")
    void refresh(@PathVariable String id, @RequestBody PressRequest pressed) {
        actions.refresh(actor(id, pressed), message(id), pressed.card());
    }

    @PostMapping("/messages/{id}/consent")
    PressOutcome consent(@PathVariable String id, @RequestBody PressRequest pressed) {
        var message = message(id);
        var offer = message.attachment(pressed.card());
        if (offer.isMissingNode()) {
            throw PlaygroundError.gone("There is no such file.", "Reload the page.");
        }
        return actions.consent(actor(id, pressed), message, offer, pressed.accept());
    }

    @PostMapping("/read")
    void read(@RequestBody OpenRequest opened) {
        var reader = persona(opened.as());
        transcript.markRead(reader, room(reader, opened.room()));
        notices.counts();
    }

    @PostMapping("/start-over")
    void startOver() {
        files.clear();
        transcript.clear();
        notices.startedOver();
    }

    private Actor actor(String message, PressRequest pressed) {
        return new Actor(persona(pressed.as()), message(message).where(), pressed.locale());
    }

    private Persona persona(String who) {
        return personas.getObject()
                .find(who)
                .orElseThrow(() -> PlaygroundError.gone("There is no such persona.", "Choose another one."));
    }

    private PlaygroundConversation room(Persona persona, String id) {
        return personas.getObject()
                .conversation(id)
                .filter(room -> room.admits(persona))
                .orElseThrow(() -> PlaygroundError.gone("There is no such chat.", "Reload the page."));
    }

    private Message message(String id) {
        return transcript.find(id).orElseThrow(() -> PlaygroundError.gone("The message is gone.", "Reload the page."));
    }
}

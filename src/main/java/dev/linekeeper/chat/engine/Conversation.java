package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.Outbox.Delivery;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.CommandBook.CommandMatch;
import dev.linekeeper.chat.engine.FollowUps.Reply;
import dev.linekeeper.chat.engine.Understanding.Meaning;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.turns.TurnNotes;
import dev.linekeeper.chat.turns.TurnOutcome;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.people.RolesNotRead;
import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what people type and press: finds the command, refuses those without a role for it, has it run, and filters the
 * buttons of the answer. A failure becomes an answer with a reference, which is also in the log. Thread-safe.
 */
public final class Conversation implements Chat {
    private static final Logger log = LoggerFactory.getLogger(Conversation.class);

    private final CommandBook book;
    private final CommandRunner runner;
    private final Roles roles;
    private final Outbox outbox;
    private final CommandHelp help;
    private final ButtonFilter filter;
    private final Supplier<String> references;
    private final LastCards cards;
    private final Understanding understanding;
    private final FollowUps followUps;

    /**
     * Puts the conversation together.
     *
     * @param references names for failures, short and new each time, by which they are found in the log
     * @param clock by which what people were shown last is remembered
     */
    public Conversation(
            CommandBook book,
            CommandRunner runner,
            Roles roles,
            CommandHelp help,
            ButtonFilter filter,
            Outbox outbox,
            Supplier<String> references,
            Clock clock) {
        this.book = book;
        this.runner = runner;
        this.roles = roles;
        this.help = help;
        this.outbox = ButtonFilter.filteredOutbox(outbox, () -> filter);
        this.filter = filter;
        this.references = references;
        this.cards = new LastCards(clock);
        this.understanding = new Understanding(book);
        this.followUps = new FollowUps(cards, book);
    }

    @Override
    public Answer answer(Caller caller, ChatInput input) {
        roles.readAhead();
        return guarded(
                caller,
                pressed(input),
                "answer",
                () -> placed(caller, remembered(caller, filter.apply(caller, answered(caller, input)))));
    }

    private Answer answered(Caller caller, ChatInput input) {
        return switch (input) {
            case ChatInput.TypedText(var text, var files) ->
                files.isEmpty() ? said(caller, text, false) : sent(caller, text, files);
            case ButtonPress(var verb, var inputs) -> pressed(caller, verb, SlotValues.ofInputs(inputs));
        };
    }

    private Answer remembered(Caller caller, Answer answer) {
        cards.shown(caller, answer);
        return answer;
    }

    /** Teams takes files in people's own chats alone. */
    private Answer placed(Caller caller, Answer answer) {
        return answer instanceof Answer.OfferedFile && caller.othersReadAlong()
                ? inOwnChat(caller, _ -> answer)
                : answer;
    }

    @Override
    public Answer welcome(Caller caller) {
        return guarded(caller, Optional.empty(), "welcome", () -> help.hello(caller));
    }

    private Answer said(Caller caller, String text, boolean pressed) {
        Optional<CommandMatch> rows = pressed ? Optional.empty() : PastedRows.in(text, book);
        if (rows.isPresent()) {
            return run(caller, rows.get().command(), rows.get().slots());
        }
        if (text.length() > Utterance.LONGEST) {
            return NoteCards.tooLong(Utterance.LONGEST);
        }
        Utterance utterance = book.heard(text);
        if (utterance.isEmpty()) {
            return help.help(caller);
        }
        return switch (understanding.of(utterance.text(), () -> roles.maybe(caller.id()))) {
            case Meaning.Said(var meant) when FollowUps.isOne(meant) -> replied(caller, followUps.to(caller, meant));
            case Meaning.Said(var meant) ->
                followUps
                        .aboutTheSame(caller, meant)
                        .map(reply -> replied(caller, reply))
                        .orElseGet(() -> run(
                                caller, meant.command(), pressed ? meant.slots().asPressed() : meant.slots()));
            case Meaning.Mistyped(var meant, var sentence)
            when meant.command().isReading() ->
                EntitledAnswer.of(
                        run(caller, meant.command(), meant.slots()),
                        title -> Explanation.of("chat.mended", title, sentence));
            case Meaning.Mistyped(_, var sentence) -> new Answer.DidYouMean(text, sentence);
            case Meaning.Withheld() -> NoteCards.of(Tone.INFO, "chat.withheld");
            case Meaning.Unclear() -> help.nearest(caller, book.nearest(utterance.text()));
        };
    }

    private Answer replied(Caller caller, Reply reply) {
        return switch (reply) {
            case Reply.Pressed(var press) -> pressed(caller, press.verb(), SlotValues.ofInputs(press.inputs()));
            case Reply.Shown(var answer) -> answer;
        };
    }

    /** A file goes to a command that takes one, or nothing is done: what was said without it may mean something else. */
    private Answer sent(Caller caller, String text, List<AttachedFile> files) {
        if (text.length() > Utterance.LONGEST) {
            return NoteCards.tooLong(Utterance.LONGEST);
        }
        Utterance utterance = book.heard(text);
        if (FileNotes.areBeside(files, utterance)) {
            return EntitledAnswer.of(
                    said(caller, text, false), title -> Explanation.of("chat.file.picture-unread", title));
        }
        return FileNotes.unreadable(files).<Answer>map(note -> note).orElseGet(() -> {
            AttachedFile file = files.getFirst();
            return meant(utterance)
                    .filter(meant -> meant.command().takesFile())
                    .map(meant -> run(caller, meant.command(), meant.slots().with(file)))
                    .orElseGet(() -> FileNotes.unused(file, book.fileExample()));
        });
    }

    /** Words that mean nothing are as good as none. */
    private Optional<CommandMatch> meant(Utterance withFile) {
        return Optional.of(withFile)
                .filter(said -> !said.isEmpty())
                .flatMap(said -> book.understand(said.text()))
                .or(book::ofFileAlone);
    }

    /** {@link Slot#SENTENCE} comes from buttons that say something for the caller. */
    private Answer pressed(Caller caller, String verb, SlotValues slots) {
        Optional<String> sentence = slots.text(Slot.SENTENCE).filter(_ -> verb.equals(NoteCards.SAY));
        return sentence.isPresent()
                ? said(caller, sentence.get(), true)
                : book.find(verb).map(command -> run(caller, command, slots)).orElseGet(NoteCards::unknownButton);
    }

    /** What only reads begins while the roles are still read; whoever is refused learns of nothing else, not of a failure either. */
    private Answer run(Caller caller, Command command, SlotValues slots) {
        var permission = new Permission(roles, command, caller);
        cards.asked(caller, new CommandMatch(command, slots));
        boolean isForOwnChat = command.isPersonal() && caller.othersReadAlong();
        try {
            if (isForOwnChat || !command.isReading()) {
                permission.require();
            }
            try {
                return isForOwnChat
                        ? inOwnChat(
                                caller,
                                reader -> runner.run(command, reader.answering(caller), slots, permission::require))
                        : runner.run(command, caller, slots, permission::require);
            } finally {
                permission.require();
            }
        } catch (Permission.Refused refused) {
            runner.reads().refused(caller, command);
            return new Answer.NotAllowed(
                    command.verb(),
                    Explanation.of(
                            "chat.list", command.roles().stream().sorted().toList()));
        }
    }

    private Answer inOwnChat(Caller caller, Function<Caller, Answer> answer) {
        return switch (outbox.show(caller.id(), answer)) {
            case Delivery.Delivered() -> NoteCards.inOwnChat();
            case Delivery.Undeliverable(var why) -> NoteCards.noOwnChat(why);
        };
    }

    private static Optional<ButtonPress> pressed(ChatInput input) {
        return input instanceof ButtonPress press ? Optional.of(press) : Optional.empty();
    }

    /** The answer to a press takes the place of the card with the button, so one that failed offers the press again. */
    private Answer guarded(Caller caller, Optional<ButtonPress> press, String action, Supplier<Answer> answer) {
        try {
            return answer.get();
        } catch (BackendFailure failure) {
            String reference = references.get();
            TurnNotes.outcome(TurnOutcome.TENANT_FAILED);
            log.warn("action={} caller={} outcome=tenant-failed reference={}", action, caller.id(), reference);
            return NoteCards.again(
                    failure instanceof RolesNotRead
                            ? NoteCards.rolesNotRead(failure, reference)
                            : NoteCards.tenantFailed(failure, reference),
                    press);
        } catch (RuntimeException unforeseen) {
            String reference = references.get();
            TurnNotes.outcome(TurnOutcome.FAILED);
            log.error(
                    "action={} caller={} outcome=sorry reference={}\n{}",
                    action,
                    caller.id(),
                    reference,
                    SafeStackTrace.of(unforeseen));
            return new Answer.Sorry(reference);
        }
    }
}

package dev.linekeeper.chat;

/** The bot as a port: everything people type and press comes through here. */
public interface Chat {
    /** Answers; never throws: an unforeseen failure becomes {@link Answer.Sorry} with a reference. */
    Answer answer(Caller caller, ChatInput input);

    /** The greeting of a person who has just met the bot: the commands their roles allow that concern most people. */
    Answer welcome(Caller caller);
}

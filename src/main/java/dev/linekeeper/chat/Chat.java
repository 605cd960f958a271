package dev.linekeeper.chat;

/** The front door of the chat: everything said and pressed comes through here. */
public interface Chat {
    /** Answers; never throws: what nobody foresaw becomes {@link Answer.Sorry} with a reference. */
    Answer answer(Caller caller, Ask ask);

    /** What somebody sees who has just met the bot, by what they may do. */
    Answer welcome(Caller caller);
}

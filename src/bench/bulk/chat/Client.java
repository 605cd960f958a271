import java.io.IOException;
import java.util.List;

/** What people do in the chat, and what they see there: over the wire, or in the page. */
interface Client {
    void says(String who, String text) throws Exception;

    void sends(String who, String name, byte[] content, String text) throws Exception;

    /** How many cards somebody sees. */
    int cards(String who) throws Exception;

    /** What cards of that title show now, the newest first; empty while there is none. */
    String card(String who, String title) throws Exception;

    /** Presses a button of that card, or says the sentence that means the same. */
    void presses(String who, String title, String button, String sentence) throws Exception;

    /** Says the sentence, allows the file it offers, and returns what is in it. */
    String takes(String who, String sentence, int seconds) throws Exception;

    /** What the bot wrote, in order: a message, a card or a change of one, in milliseconds since 1970, and to which chat. */
    List<Operation> operations() throws IOException;

    record Operation(long moment, String chat) {}

    /** A picture, where there is something to see. */
    default void picture(String name) {}

    /** What went wrong in the client itself. */
    default List<String> complaints() {
        return List.of();
    }

    default void close() {}
}

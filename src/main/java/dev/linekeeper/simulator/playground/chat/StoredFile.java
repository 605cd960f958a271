package dev.linekeeper.simulator.playground.chat;

/** A file somebody attached or the bot uploaded; its bytes are in {@link dev.linekeeper.simulator.playground.ChatFiles}. */
public record StoredFile(String id, String name, String type, long size) {
    /** Where it can be fetched, below the server's own address. */
    public String path() {
        return "/connector/files/" + id;
    }
}

package dev.linekeeper.simulator.playground.chat;

/** A file that a persona attached or the bot uploaded; {@link dev.linekeeper.simulator.playground.FilesController} has its bytes. */
public record StoredFile(String id, String name, String type, long size) {
    /** The path of its download. */
    public String path() {
        return "/connector/files/" + id;
    }
}

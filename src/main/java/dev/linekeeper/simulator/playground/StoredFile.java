package dev.linekeeper.simulator.playground;

/** A file somebody attached or the bot uploaded; its bytes are in {@link Files}. */
record StoredFile(String id, String name, String type, long size) {
    /** Where it can be fetched, below the server's own address. */
    String path() {
        return "/connector/files/" + id;
    }
}

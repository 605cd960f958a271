package dev.linekeeper.simulator.playground;

import org.springframework.core.io.ByteArrayResource;

/** A file that a persona attached or the bot uploaded. */
record StoredFile(String id, String name, ByteArrayResource content) {
    long size() {
        return content.contentLength();
    }

    /** The path of its download. */
    String path() {
        return path(id);
    }

    static String path(String id) {
        return "/connector/files/" + id;
    }
}

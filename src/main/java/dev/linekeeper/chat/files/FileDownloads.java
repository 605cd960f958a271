package dev.linekeeper.chat.files;

import dev.linekeeper.core.tenant.Explanation;

/** Fetches what people attached to their messages. */
@FunctionalInterface
public interface FileDownloads {
    /** The content of the file, or why it cannot be had; blocks for half a minute at most. */
    FileDownload fetch(AttachedFile file);

    /** What became of it. */
    sealed interface FileDownload {
        /** The whole file, at most 5 MB; not to be changed. */
        @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
        record Fetched(byte[] content) implements FileDownload {}

        /** Nothing of it; {@code why} is a sentence for whoever sent it. */
        record NotFetched(Explanation why) implements FileDownload {}
    }
}

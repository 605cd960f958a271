package dev.linekeeper.chat.files;

import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/** Makes the content of files of one kind, when somebody takes one away. Each is a bean; thread-safe. */
public interface FileSource {
    /** What {@link FileOffer#source} calls it; it stands in cards that people keep, so it stays the same. */
    String kind();

    /**
     * The content of the file; empty when it is not there any more or not this person's to have. The id comes back from a client: it
     * proves nothing. Whoever's data it is about, the source notes in the audit trail that they were taken away.
     */
    Optional<byte[]> content(String id, UserId person);
}

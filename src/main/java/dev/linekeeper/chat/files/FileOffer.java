package dev.linekeeper.chat.files;

import dev.linekeeper.core.tenant.Explanation;

/**
 * A file that a person may take away: they are asked whether it shall be put where they keep their files. The offer is good for
 * whoever the source says, however its data come back.
 *
 * @param name such as {@code SC-1042.csv}; OneDrive takes none of {@code "*:<>?/\|}
 * @param about what is in it, for the person to decide
 * @param bytes about how many
 * @param source the {@link FileSource#kind} that makes the content
 * @param id what the source knows it by
 */
public record FileOffer(String name, Explanation about, long bytes, String source, String id) {}

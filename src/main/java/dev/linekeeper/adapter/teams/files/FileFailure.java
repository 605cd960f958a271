package dev.linekeeper.adapter.teams.files;

/** A file could not be fetched or put down. Neither the message nor the host tells the address, which opens the file. */
final class FileFailure extends RuntimeException {
    /** Why; for each there is a sentence. */
    enum FileFailureKind {
        /** The host is not on the list, or stands in our own network. */
        NOT_ALLOWED("chat.file.not-allowed"),
        /** A page came instead, or the way leads to one, as to whoever is not signed in. */
        SIGN_IN("chat.file.sign-in"),
        /** The address does not hold any more. */
        GONE("chat.file.gone"),
        TOO_LARGE("chat.file.too-large"),
        TOO_SLOW("chat.file.too-slow"),
        FAILED("chat.file.failed");

        private final String key;

        FileFailureKind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private final FileFailureKind kind;
    private final String host;

    FileFailure(FileFailureKind kind, String host, String detail) {
        super(detail);
        this.kind = kind;
        this.host = host;
    }

    FileFailureKind kind() {
        return kind;
    }

    /** Where it was tried. */
    String host() {
        return host;
    }
}

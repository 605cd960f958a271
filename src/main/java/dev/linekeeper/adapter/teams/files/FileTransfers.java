package dev.linekeeper.adapter.teams.files;

import dev.linekeeper.adapter.teams.files.FileFailure.FileFailureKind;
import dev.linekeeper.chat.FailureReference;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.FileDownloads;
import dev.linekeeper.core.tenant.Explanation;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches files from where Teams says they are, and puts them where it says, within {@link FileAddresses}. Thread-safe. */
public final class FileTransfers implements FileDownloads {
    private static final Logger log = LoggerFactory.getLogger(FileTransfers.class);

    private final FileHttp http;

    FileTransfers(FileHttp http) {
        this.http = http;
    }

    @Override
    public FileDownload fetch(AttachedFile file) {
        try {
            byte[] content = http.get(file.address());
            log.info("action=fetch-file outcome=fetched bytes={}", content.length);
            return new FileDownload.Fetched(content);
        } catch (FileFailure failure) {
            String reference = logged("fetch-file", failure);
            return new FileDownload.NotFetched(
                    Explanation.of(failure.kind().key(), file.name(), reference, failure.host()));
        }
    }

    /** Puts a file to the address for it; why not, if it is not known to be there. */
    public Optional<Explanation> put(String name, String address, byte[] content) {
        try {
            http.put(address, content);
            log.info("action=put-file outcome=put bytes={}", content.length);
            return Optional.empty();
        } catch (FileFailure failure) {
            String key = failure.kind() == FileFailureKind.NOT_ALLOWED
                    ? "chat.file.put-not-allowed"
                    : "chat.file.put-failed";
            return Optional.of(Explanation.of(key, name, logged("put-file", failure), failure.host()));
        }
    }

    private static String logged(String action, FileFailure failure) {
        String reference = FailureReference.fresh();
        log.warn(
                "action={} outcome={} reference={} host={} detail=\"{}\"",
                action,
                failure.kind(),
                reference,
                failure.host(),
                failure.getMessage());
        return reference;
    }
}

package dev.linekeeper.adapter.teams.files;

import dev.linekeeper.chat.FailureReference;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.FileDownloads;
import dev.linekeeper.core.tenant.Explanation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches attached files from where Teams says they are, within {@link FileAddresses}. Thread-safe. */
public final class DownloadedFiles implements FileDownloads {
    private static final Logger log = LoggerFactory.getLogger(DownloadedFiles.class);

    private final FileHttp http;

    DownloadedFiles(FileHttp http) {
        this.http = http;
    }

    @Override
    public FileDownload fetch(AttachedFile file) {
        try {
            byte[] content = http.get(file.address());
            log.info("action=fetch-file outcome=fetched bytes={}", content.length);
            return new FileDownload.Fetched(content);
        } catch (FileFailure failure) {
            var reference = FailureReference.fresh();
            log.warn(
                    "action=fetch-file outcome={} reference={} host={} detail=\"{}\"",
                    failure.kind(),
                    reference,
                    failure.host(),
                    failure.getMessage());
            return new FileDownload.NotFetched(
                    Explanation.of(failure.kind().key(), file.name(), reference, failure.host()));
        }
    }
}

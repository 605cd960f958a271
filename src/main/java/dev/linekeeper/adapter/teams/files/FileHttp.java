package dev.linekeeper.adapter.teams.files;

import dev.linekeeper.adapter.teams.files.FileFailure.FileFailureKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Gets and puts files, without a token or cookies: the address is what entitles. Thread-safe; blocks for the limit at most,
 * redirects included.
 */
record FileHttp(OkHttpClient client, FileAddresses addresses, Duration limit) {
    /** In bytes, after it was unpacked. */
    static final int LARGEST = 5 * 1024 * 1024;

    private static final int MOST_REDIRECTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Set<Integer> NO_LONGER = Set.of(401, 403, 404, 409, 410, 416);
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    static FileHttp on(FileAddresses addresses, Duration limit) {
        return new FileHttp(
                new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .dns(addresses)
                        .connectTimeout(CONNECT)
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        .followRedirects(false)
                        .build(),
                addresses,
                limit);
    }

    /**
     * The content of a file; each redirect must lead where files may be.
     *
     * @throws FileFailure when it cannot be had whole
     */
    byte[] get(String address) {
        long end = System.nanoTime() + limit.toNanos();
        HttpUrl url = addresses.allowed(HttpUrl.parse(address));
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpUrl here = url;
            try (Response response = exchange(new Request.Builder().url(here), end)) {
                if (!response.isRedirect()) {
                    return content(response);
                }
                url = next(response);
            } catch (IOException failure) {
                throw failed(here, failure);
            }
        }
        throw new FileFailure(FileFailureKind.FAILED, url.host(), "redirected too often");
    }

    /**
     * Puts a whole file where a person allowed it.
     *
     * @see <a href="https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession">Upload bytes to
     *     the upload session</a>
     * @throws FileFailure when it was not taken whole, as far as is known
     */
    void put(String address, byte[] content) {
        HttpUrl url = addresses.allowed(HttpUrl.parse(address));
        Request.Builder upload = new Request.Builder()
                .url(url)
                .header("Content-Range", "bytes 0-%d/%d".formatted(content.length - 1, content.length))
                .put(RequestBody.create(content, BYTES));
        try (Response response = exchange(upload, System.nanoTime() + limit.toNanos())) {
            if (response.code() != 200 && response.code() != 201) {
                throw refused(response);
            }
        } catch (IOException failure) {
            throw failed(url, failure);
        }
    }

    private Response exchange(Request.Builder request, long end) throws IOException {
        Duration left = Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
        return client.newBuilder()
                .callTimeout(left)
                .build()
                .newCall(request.build())
                .execute();
    }

    private HttpUrl next(Response response) {
        HttpUrl here = response.request().url();
        String location = response.header("Location");
        try {
            return addresses.allowed(location == null ? null : here.resolve(location));
        } catch (FileFailure elsewhere) {
            throw new FileFailure(FileFailureKind.SIGN_IN, elsewhere.host(), "redirected from " + here.host());
        }
    }

    private static byte[] content(Response response) throws IOException {
        String host = response.request().url().host();
        if (response.code() != 200) {
            throw refused(response);
        }
        MediaType type = response.body().contentType();
        if (type != null && type.subtype().contains("html")) {
            throw new FileFailure(FileFailureKind.SIGN_IN, host, "a page instead of a file");
        }
        if (response.header("Content-Encoding") != null) {
            throw new FileFailure(FileFailureKind.FAILED, host, "packed in a way that was not asked for");
        }
        if (response.body().contentLength() > LARGEST) {
            throw tooLarge(host);
        }
        byte[] content = response.body().byteStream().readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw tooLarge(host);
        }
        return content;
    }

    private static FileFailure tooLarge(String host) {
        return new FileFailure(FileFailureKind.TOO_LARGE, host, "more than " + LARGEST);
    }

    private static FileFailure refused(Response response) {
        return new FileFailure(
                NO_LONGER.contains(response.code()) ? FileFailureKind.GONE : FileFailureKind.FAILED,
                response.request().url().host(),
                "status " + response.code());
    }

    private static FileFailure failed(HttpUrl url, IOException failure) {
        FileFailureKind kind = switch (failure) {
            case FileAddresses.PrivateAddress _ -> FileFailureKind.NOT_ALLOWED;
            case InterruptedIOException _ -> FileFailureKind.TOO_SLOW;
            default -> FileFailureKind.FAILED;
        };
        return new FileFailure(kind, url.host(), failure.getClass().getSimpleName());
    }
}

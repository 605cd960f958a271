package dev.linekeeper.adapter.graph;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Rewrites answers that the SDK cannot read: it loses the status of an error that is not JSON (a proxy's HTML page),
 * ignores JSON without a content type, and refuses a page for one value in it ({@link GraphAnswerShape}). It must see
 * answers that are unpacked already.
 */
final class GraphResponseFix implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        MediaType type = answer.body().contentType();
        boolean json = type != null && type.subtype().contains("json");
        if (answer.code() >= 400 && !json) {
            String error =
                    "{\"error\":{\"code\":\"notJson\",\"message\":\"The service answered %d with a page instead of data\"}}"
                            .formatted(answer.code());
            answer.close();
            return answer.newBuilder().body(ResponseBody.create(error, JSON)).build();
        }
        if (answer.code() >= 300
                || (!json && type != null)
                || answer.peekBody(1).contentLength() == 0) {
            return answer;
        }
        return answer.newBuilder()
                .header("Content-Type", JSON.toString())
                .body(ResponseBody.create(GraphAnswerShape.of(answer.body().bytes()), JSON))
                .build();
    }
}

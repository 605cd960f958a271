package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.linekeeper.core.request.RequestId;

/** The kinds of jobs. Their names are stored: do not rename. A job's data is the number of its request. */
final class Jobs {
    static final TaskDescriptor<String> APPLY = TaskDescriptor.of("apply-request", String.class);
    static final TaskDescriptor<String> ANNOUNCE = TaskDescriptor.of("announce-request", String.class);
    static final TaskDescriptor<String> EXPIRE = TaskDescriptor.of("expire-request", String.class);
    static final TaskDescriptor<String> REMIND = TaskDescriptor.of("remind-approvers", String.class);
    static final TaskDescriptor<String> END = TaskDescriptor.of("end-request", String.class);
    static final TaskDescriptor<String> REMIND_OF_END = TaskDescriptor.of("remind-of-end", String.class);
    static final TaskDescriptor<String> IMPORT = TaskDescriptor.of("run-import", String.class);
    static final TaskDescriptor<String> PUT_BACK = TaskDescriptor.of("put-back-drift", String.class);
    static final TaskDescriptor<Void> LOOK_AT_DRIFT = TaskDescriptor.of("look-at-drift");
    static final TaskDescriptor<Void> TIDY = TaskDescriptor.of("tidy");
    static final TaskDescriptor<Void> WATCH = TaskDescriptor.of("watch-directory");
    static final TaskDescriptor<Void> WATCH_GROUPS = TaskDescriptor.of("watch-groups");
    static final TaskDescriptor<Void> LOOK_AT_OVERRIDES = TaskDescriptor.of("look-at-overrides");
    static final TaskDescriptor<Void> SWEEP = TaskDescriptor.of("sweep-settings");
    static final TaskDescriptor<Void> ATTESTATIONS = TaskDescriptor.of("remind-of-attestations");
    static final TaskDescriptor<Void> RESERVATIONS = TaskDescriptor.of("end-reservations");
    static final TaskDescriptor<Void> DIGEST = TaskDescriptor.of("weekly-digest");
    static final TaskDescriptor<String> SEND = TaskDescriptor.of("send-lane", String.class);
    static final TaskDescriptor<Void> FIND_DUE = TaskDescriptor.of("find-due-lanes");

    private Jobs() {}

    /** A version of a request as a job's data: {@code 1042:3}. */
    record Version(RequestId request, long version) {
        static Version of(String data) {
            int colon = data.indexOf(':');
            return new Version(Jobs.request(data.substring(0, colon)), Long.parseLong(data.substring(colon + 1)));
        }

        @Override
        public String toString() {
            return "%d:%d".formatted(request.number(), version);
        }
    }

    static String data(RequestId request) {
        return Long.toString(request.number());
    }

    static RequestId request(String data) {
        return new RequestId(Long.parseLong(data));
    }
}

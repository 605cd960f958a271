package dev.linekeeper.service.tenant;

/** Which step of which request a write belongs to, so that a repeated write can be recognised in logs and backends. */
public record ChangeKey(String request, int step) {
    @Override
    public String toString() {
        return "%s/%d".formatted(request, step);
    }
}

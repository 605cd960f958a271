package dev.linekeeper.service.drift;

import dev.linekeeper.core.request.RequestId;

/** The first and the last of the drifts that a card is about; others of the numbers between are none. */
public record ToldDrifts(RequestId first, RequestId last) {
    public static ToldDrifts of(String subject) {
        String[] numbers = subject.split("-", 2);
        return new ToldDrifts(new RequestId(Long.parseLong(numbers[0])), new RequestId(Long.parseLong(numbers[1])));
    }

    String subject() {
        return "%d-%d".formatted(first.number(), last.number());
    }
}

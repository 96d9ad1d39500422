package io.outlay.ingest.push;

import io.outlay.contracts.Json;
import java.util.List;
import java.util.Map;

/** What a sender is told: a status, and JSON that says more. */
record Answer(int status, Map<String, Object> body) {
    static Answer accepted(List<String> ids) {
        return new Answer(202, Map.of("accepted", ids));
    }

    static Answer error(int status, String message) {
        return new Answer(status, Map.of("error", message));
    }

    /** Each refusal as a line for people, and taken apart for machines. */
    static Answer refused(List<Refusal> refusals) {
        return new Answer(
                400,
                Map.of(
                        "error",
                        "nothing was taken",
                        "refused",
                        refusals.stream().map(Refusal::toString).toList(),
                        "refusals",
                        refusals));
    }

    byte[] bytes() {
        return Json.bytes(body);
    }
}

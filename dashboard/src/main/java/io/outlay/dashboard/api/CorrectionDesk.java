package io.outlay.dashboard.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outlay.contracts.BadJsonException;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Json;
import io.outlay.service.DidYouMean;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes what an analyst says, checks it against what stands, and hands it on to the topic of corrections. */
public final class CorrectionDesk {
    /** Writes a correction; completes when Kafka has it. */
    @FunctionalInterface
    public interface Sink {
        CompletionStage<?> write(Correction correction);
    }

    /** A body is no larger than this many bytes. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final int MAX_TEXT = 1_000;

    /** What a SET may set. */
    private static final List<String> FIELDS = List.of(
            "amount",
            "currency",
            "measure",
            "period",
            "destination",
            "site",
            "counterparty",
            "status",
            "change",
            "day",
            "payer");

    private static final List<String> PARTS =
            List.of("id", "action", "payer", "target", "field", "value", "to", "author", "reason");

    private final Sources sources;
    private final Sink sink;

    public CorrectionDesk(Sources sources, Sink sink) {
        this.sources = sources;
        this.sink = sink;
    }

    /** What a correction that was taken is answered with. */
    record Accepted(Correction accepted) {}

    /**
     * Takes a correction: 202 when Kafka has it, 400 with the field that is wrong, 503 when Kafka does not take it.
     *
     * @param json a {@link Correction} without {@code at}; {@code id} and {@code payer} may be left out
     */
    public CompletionStage<Answer> take(byte[] json) {
        Correction correction;
        try {
            correction = read(json);
        } catch (BadParameterException e) {
            return CompletableFuture.completedFuture(
                    Answer.error(400, String.valueOf(e.getMessage()), e.parameter(), null));
        }
        byte[] body = Json.bytes(new Accepted(correction));
        return sink.write(correction)
                .handle((done, failure) -> failure == null
                        ? new Answer(202, Answer.JSON, body)
                        : Answer.error(503, "Kafka does not take it now; send it again"));
    }

    private Correction read(byte[] json) {
        ObjectNode given = parsed(json);
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            if (field.getValue().isTextual() && field.getValue().textValue().length() > MAX_TEXT) {
                throw new BadParameterException(field.getKey(), "is longer than " + MAX_TEXT + " characters");
            }
        }
        if (!given.hasNonNull("id")) {
            given.put("id", "c-" + UUID.randomUUID());
        }
        given.put("at", sources.clock().instant().toString());
        fillPayer(given);
        try {
            Correction correction = Json.read(Json.bytes(given), Correction.class);
            check(correction);
            return correction;
        } catch (BadJsonException e) {
            throw new BadParameterException(fieldIn(String.valueOf(e.getMessage())), String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode parsed(byte[] json) {
        try {
            JsonNode node = Json.mapper().readTree(json);
            if (node instanceof ObjectNode object) {
                for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
                    String name = names.next();
                    if (!PARTS.contains(name)) {
                        throw new BadParameterException(name, "there is no such field" + DidYouMean.hint(name, PARTS));
                    }
                }
                return object;
            }
            throw new BadParameterException("body", "must be a JSON object");
        } catch (JsonProcessingException e) {
            throw new BadParameterException("body", "is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadParameterException("body", "is no JSON");
        }
    }

    /** The payer of the commitment that is aimed at, unless it is given. */
    private void fillPayer(ObjectNode given) {
        JsonNode target = given.path("target");
        String aim = target.path("commitment").asText(target.path("figure").asText(""));
        if (!given.hasNonNull("payer") && !aim.isEmpty()) {
            given.put("payer", commitment("target", aim).payer().id());
        }
    }

    private Commitment commitment(String field, String id) {
        Optional<Commitment> found = sources.view().commitment(id);
        return found.orElseThrow(() -> new BadParameterException(
                field, "there is no commitment and no figure '" + id + "'; it may have become another one meanwhile"));
    }

    private void check(Correction correction) {
        Correction.Target target = correction.target();
        if (target != null) {
            if (target.commitment() != null) {
                commitment("target", target.commitment());
            } else if (target.figure() != null) {
                commitment("target", target.figure());
            }
        }
        switch (correction.action()) {
            case SET -> checkSet(String.valueOf(correction.field()), String.valueOf(correction.value()));
            case MERGE -> commitment("to", String.valueOf(correction.to()));
            case REVOKE -> {
                if (sources.view().allCorrections().stream()
                        .noneMatch(known -> known.id().equals(correction.to()))) {
                    throw new BadParameterException("to", "there is no correction '" + correction.to() + "'");
                }
            }
            case REJECT, SPLIT, MOVE -> {}
        }
    }

    private static void checkSet(String field, String value) {
        if (!FIELDS.contains(field)) {
            throw new BadParameterException(
                    "field", "must be one of " + String.join(", ", FIELDS) + DidYouMean.hint(field, FIELDS));
        }
        boolean wellFormed =
                switch (field) {
                    case "amount" -> isAmount(value);
                    case "currency" -> value.matches("[A-Z]{3}");
                    case "destination" -> value.matches("(\\*|[A-Z]{2}(;[A-Z]{2})*)?");
                    case "day" -> value.matches("\\d{4}-\\d{2}-\\d{2}");
                    default -> true;
                };
        if (!wellFormed) {
            throw new BadParameterException(
                    "value",
                    switch (field) {
                        case "amount" -> "must be whole units as one number, or as low/headline/high in that order";
                        case "currency" -> "must be an ISO 4217 code such as EUR";
                        case "destination" -> "must be ISO country codes joined by ';'";
                        default -> "must be a day as YYYY-MM-DD";
                    });
        }
    }

    private static boolean isAmount(String value) {
        if (!value.matches("\\d{1,16}(/\\d{1,16}/\\d{1,16})?")) {
            return false;
        }
        String[] parts = value.split("/");
        return parts.length == 1
                || Long.parseLong(parts[0]) <= Long.parseLong(parts[1])
                        && Long.parseLong(parts[1]) <= Long.parseLong(parts[2]);
    }

    /** The field that a message of ours names in quotes. */
    private static String fieldIn(String message) {
        for (String part : PARTS) {
            if (message.contains("'" + part + "'") || message.contains(" at " + part)) {
                return part;
            }
        }
        return "body";
    }
}

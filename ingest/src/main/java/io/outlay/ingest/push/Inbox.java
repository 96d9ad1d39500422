package io.outlay.ingest.push;

import io.outlay.contracts.Ids;
import io.outlay.contracts.RawArticle;
import io.outlay.ingest.file.CsvColumns;
import io.outlay.ingest.file.FileReader;
import io.outlay.ingest.source.Sighting;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides on what is sent: all of a request is taken, or nothing. Knows neither HTTP nor Kafka. */
final class Inbox {
    /** Writes records, and returns when all of them are safe. */
    @FunctionalInterface
    interface Sink {
        /** @throws UnavailableException if they are not, or nobody knows */
        void write(List<RawArticle> records) throws UnavailableException;
    }

    /** The records could not be written now; the sender should try again. */
    static final class UnavailableException extends Exception {
        UnavailableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private static final int MAX_REMEMBERED = 10_000;

    /** A request that was taken under a key of the sender's. */
    private record Taken(String contentHash, Answer answer) {}

    private final Sink sink;
    private final Clock clock;

    private final Map<String, Taken> taken = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Taken> eldest) {
            return size() > MAX_REMEMBERED;
        }
    });

    Inbox(Sink sink, Clock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /**
     * Takes articles: one, an array of them, or NDJSON.
     *
     * @param key the sender's name for this request; sent again, it is answered as before and writes nothing. Another request
     *     under the same key is refused: nothing may be lost by a mistake of the sender's
     */
    Answer articles(byte[] json, @Nullable String key) {
        String hash = key == null ? "" : Ids.sha256(new String(json, StandardCharsets.ISO_8859_1));
        Taken before = key == null ? null : taken.get(key);
        if (before != null) {
            return before.contentHash().equals(hash)
                    ? before.answer()
                    : Answer.error(
                            422, "the Idempotency-Key '" + key + "' came with other articles before; give it another");
        }
        if (!beginsLikeJson(json)) {
            return Answer.error(400, "the body must be an article as JSON, an array of them, or NDJSON");
        }
        Instant now = clock.instant();
        List<RawArticle> records = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        new FileReader(CsvColumns.byName(), new ByteArrayInputStream(json), "line").forEachRemaining(sighting -> {
            sighting.toRaw(now).ifPresent(records::add);
            if (sighting instanceof Sighting.Refused one) {
                refused.add(Refusal.of(one));
            }
        });
        if (!refused.isEmpty()) {
            return Answer.refused(refused);
        }
        Answer answer = write(records);
        if (key != null && answer.status() == 202) {
            taken.put(key, new Taken(hash, answer));
        }
        return answer;
    }

    Answer retraction(String id) {
        return Ids.isId(id)
                ? write(List.of(RawArticle.retraction(id, clock.instant())))
                : Answer.error(400, "the id '" + id + "' does not match [a-z0-9.-]+");
    }

    private Answer write(List<RawArticle> records) {
        try {
            sink.write(records);
            return Answer.accepted(records.stream().map(RawArticle::id).toList());
        } catch (UnavailableException e) {
            return Answer.error(503, String.valueOf(e.getMessage()));
        }
    }

    private static boolean beginsLikeJson(byte[] bytes) {
        for (byte b : bytes) {
            if (!Character.isWhitespace(b)) {
                return b == '{' || b == '[';
            }
        }
        return false;
    }
}

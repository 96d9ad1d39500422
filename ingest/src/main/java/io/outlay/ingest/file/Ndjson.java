package io.outlay.ingest.file;

import io.outlay.contracts.BadJsonException;
import io.outlay.contracts.Json;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.source.Pull;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object on each line: an article, or {@code {"id":"…","retracted":true}} for one that is gone. A bad line is refused with its number, and the next one is read.
 */
final class Ndjson implements Format {
    @Override
    public Iterator<Sighting> read(InputStream in, String name) {
        Lines lines = new Lines(in);
        return new Pull<>() {
            @Override
            protected boolean pass() {
                try {
                    Lines.Line line = lines.next();
                    while (line != null && line.bytes() != null && isBlank(line.bytes())) {
                        line = lines.next();
                    }
                    return line != null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            protected @Nullable Sighting pull() {
                try {
                    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                        if (line.bytes() == null) {
                            return new Sighting.Refused(
                                    name + ":" + line.number(),
                                    "the line is longer than " + Lines.MAX_BYTES + " bytes");
                        }
                        if (!isBlank(line.bytes())) {
                            return sighting(line.bytes(), name + ":" + line.number());
                        }
                    }
                    return null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    static Sighting sighting(byte[] json, String where) {
        try {
            ArticleDraft draft = Json.read(json, ArticleDraft.class);
            return Boolean.TRUE.equals(draft.retracted())
                    ? new Sighting.Gone(draft.retractedId(), draft.fetchedAt(), where)
                    : Sighting.Found.asGiven(draft.toArticle(), where);
        } catch (BadJsonException | RefusedException e) {
            return new Sighting.Refused(where, String.valueOf(e.getMessage()), json);
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }
}

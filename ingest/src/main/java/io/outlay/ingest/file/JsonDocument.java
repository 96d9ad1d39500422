package io.outlay.ingest.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.outlay.contracts.Json;
import io.outlay.ingest.source.Pull;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * JSON over as many lines as it likes: an array of articles, or articles one after another. An article that is none is refused
 * with its line; broken JSON ends the reading, for nobody knows where the next article begins.
 */
final class JsonDocument implements Format {
    private static final ObjectReader NODES =
            Json.mapper().readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Override
    public Iterator<Sighting> read(InputStream in, String name) throws IOException {
        JsonParser parser = Json.mapper().createParser(in);
        return new Pull<>() {
            private boolean broken;

            @Override
            protected @Nullable Sighting pull() {
                try {
                    return broken ? null : nextArticle();
                } catch (JsonProcessingException e) {
                    broken = true;
                    return new Sighting.Refused(
                            name + ":" + e.getLocation().getLineNr(),
                            "broken JSON, reading stops here: " + e.getOriginalMessage());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            private @Nullable Sighting nextArticle() throws IOException {
                JsonToken token = parser.nextToken();
                while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                    token = parser.nextToken();
                }
                if (token == null) {
                    return null;
                }
                String where = name + ":" + parser.currentTokenLocation().getLineNr();
                JsonNode node = NODES.readTree(parser);
                return node.isObject()
                        ? Ndjson.sighting(Json.bytes(node), where)
                        : new Sighting.Refused(where, "not a JSON object but " + token);
            }
        };
    }
}

package io.outlay.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.BadJsonException;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.enrich.text.Tagger;
import io.outlay.ingest.Readers;
import io.outlay.ingest.source.Sighting;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles with their claims, from lines of {@code outlay tag} or from articles as any source gives them: the first line tells which. */
final class EnrichedInput {
    /** More than any line that {@code outlay tag} writes for a body of the largest size. */
    private static final int FIRST_LINE_LIMIT = 16 * 1024 * 1024;

    private final SourceReading reading;
    private final CompaniesOption companies;

    /** @param companies whom the tagger knows, where the input is articles */
    EnrichedInput(SourceReading reading, CompaniesOption companies) {
        this.reading = reading;
        this.companies = companies;
    }

    /** Of each article the newest version. */
    List<EnrichedArticle> read(String source) {
        try {
            if (source.equals(Readers.STANDARD_INPUT)) {
                return read(new BufferedInputStream(System.in, 1 << 16), "standard input");
            }
            Path path = Path.of(source);
            if (Files.isRegularFile(path)) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
                    if (beginsEnriched(in)) {
                        return readEnriched(in, source);
                    }
                }
            }
            return tag(new Readers(System.in).read(source));
        } catch (IOException e) {
            throw SourceReading.unreadable(source, e);
        }
    }

    private List<EnrichedArticle> read(InputStream in, String name) throws IOException {
        return beginsEnriched(in) ? readEnriched(in, name) : tag(new Readers(in).read(Readers.STANDARD_INPUT));
    }

    private List<EnrichedArticle> tag(Stream<Sighting> sightings) {
        Tagger tagger = companies.tagger();
        try (sightings) {
            return Readers.newest(sightings.filter(this::isArticle)).stream()
                    .map(tagger::tag)
                    .toList();
        }
    }

    private boolean isArticle(Sighting sighting) {
        if (sighting instanceof Sighting.Refused) {
            reading.refuse(sighting.toString());
            return false;
        }
        return true;
    }

    /** The last line of an article holds, as {@code outlay tag} writes them. */
    private List<EnrichedArticle> readEnriched(InputStream in, String name) throws IOException {
        Map<String, EnrichedArticle> byId = new LinkedHashMap<>();
        int number = 0;
        for (byte[] line = line(in); line != null; line = line(in)) {
            number++;
            if (line.length > 0) {
                try {
                    EnrichedArticle article = Json.read(line, EnrichedArticle.class);
                    byId.put(article.articleId(), article);
                } catch (BadJsonException e) {
                    reading.refuse(name + ":" + number + ": " + e.getMessage());
                }
            }
        }
        return new ArrayList<>(byId.values());
    }

    /** Looks at the first line and puts it back. */
    private static boolean beginsEnriched(InputStream in) throws IOException {
        in.mark(FIRST_LINE_LIMIT);
        byte[] first = line(in);
        while (first != null && first.length == 0) {
            first = line(in);
        }
        in.reset();
        if (first == null || first[0] != '{') {
            return false;
        }
        try {
            JsonNode node = Json.mapper().readTree(first);
            return node.has("articleId") && node.has("claims");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** The next line without its end, stripped of carriage returns; null at the end of the input. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        int b = in.read();
        if (b < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        while (b >= 0 && b != '\n') {
            if (b != '\r') {
                line.write(b);
            }
            b = in.read();
        }
        return line.toByteArray();
    }
}

package io.outlay.ingest.file;

import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.source.Pull;
import io.outlay.ingest.source.Sighting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One article in each row of a table with a header. The header's names tell what a column is; a {@link CsvColumns} tells it for
 * tables that name theirs otherwise.
 */
final class Csv implements Format {
    private final CsvColumns columns;

    Csv(CsvColumns columns) {
        this.columns = columns;
    }

    @Override
    public Iterator<Sighting> read(InputStream in, String name) throws IOException {
        CsvRows rows = new CsvRows(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 64 * 1024));
        CsvRows.Row header = rows.next();
        if (header == null) {
            return List.<Sighting>of().iterator();
        }
        List<String> missing = columns.missing(header.cells());
        if (!missing.isEmpty()) {
            return List.<Sighting>of(
                            new Sighting.Refused(name + ":1", "no column " + missing + " in " + header.cells()))
                    .iterator();
        }
        Map<CsvColumns.Field, Integer> places = columns.places(header.cells());
        if (!places.containsKey(CsvColumns.Field.BODY)) {
            return List.<Sighting>of(new Sighting.Refused(
                            name + ":1", "no column for the body in " + header.cells() + "; name it, as in body=text"))
                    .iterator();
        }
        return new Pull<>() {
            @Override
            protected @Nullable Sighting pull() {
                try {
                    CsvRows.Row row = rows.next();
                    return row == null ? null : sighting(row, places, name + ":" + row.line());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static Sighting sighting(CsvRows.Row row, Map<CsvColumns.Field, Integer> places, String where) {
        if (row.tooLong()) {
            return new Sighting.Refused(where, "the row is longer than " + CsvRows.MAX_CHARS + " characters");
        }
        try {
            return Sighting.Found.asGiven(draft(row.cells(), places).toArticle(), where);
        } catch (RefusedException e) {
            byte[] raw = String.join("\t", row.cells()).getBytes(StandardCharsets.UTF_8);
            return new Sighting.Refused(where, String.valueOf(e.getMessage()), raw);
        }
    }

    private static ArticleDraft draft(List<String> cells, Map<CsvColumns.Field, Integer> places) {
        return new ArticleDraft(
                cell(cells, places.get(CsvColumns.Field.ID)),
                cell(cells, places.get(CsvColumns.Field.URL)),
                cell(cells, places.get(CsvColumns.Field.TITLE)),
                cell(cells, places.get(CsvColumns.Field.BODY)),
                cell(cells, places.get(CsvColumns.Field.PUBLISHED_AT)),
                instant(cell(cells, places.get(CsvColumns.Field.FETCHED_AT))),
                cell(cells, places.get(CsvColumns.Field.SOURCE)),
                cell(cells, places.get(CsvColumns.Field.LANGUAGE)),
                null);
    }

    private static @Nullable String cell(List<String> cells, @Nullable Integer place) {
        return place == null || place >= cells.size() || cells.get(place).isBlank() ? null : cells.get(place);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new RefusedException("fetchedAt is no instant such as 2025-02-25T09:00:00Z: '" + text + "'", e);
        }
    }
}

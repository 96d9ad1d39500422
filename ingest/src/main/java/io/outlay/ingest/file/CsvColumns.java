package io.outlay.ingest.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a table holds which field of an article. */
public final class CsvColumns {
    /** A field, and the names by which tables call it, small and with letters and digits only. */
    enum Field {
        ID("id", "articleid", "guid"),
        URL("url", "link", "href"),
        TITLE("title", "headline"),
        BODY("body", "text", "content", "articlebody", "fulltext"),
        PUBLISHED_AT("publishedat", "published", "publishdate", "publicationdate", "pubdate", "date"),
        FETCHED_AT("fetchedat", "fetched"),
        SOURCE("source", "publisher", "publication", "outlet"),
        LANGUAGE("language", "lang");

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, the checker cannot see it
        private final List<String> names;

        Field(String... names) {
            this.names = List.of(names);
        }
    }

    private static final CsvColumns BY_NAME = new CsvColumns(Map.of());

    private final Map<Field, String> named;

    private CsvColumns(Map<Field, String> named) {
        this.named = named;
    }

    /** As the header says. */
    public static CsvColumns byName() {
        return BY_NAME;
    }

    /**
     * Of {@code body=Full Story,title=Head}: those fields from those columns, and the others as the header says.
     *
     * @throws IllegalArgumentException if that is no list of FIELD=COLUMN
     */
    public static CsvColumns parse(String mapping) {
        Map<Field, String> named = new HashMap<>();
        for (String pair : mapping.split(",")) {
            String[] sides = pair.split("=", 2);
            Field field = fieldOf(sides[0]);
            if (sides.length < 2 || field == null) {
                throw new IllegalArgumentException(
                        "'" + pair + "' is not FIELD=COLUMN, with FIELD one of id, url, title,"
                                + " body, publishedAt, fetchedAt, source, language");
            }
            named.put(field, sides[1].strip());
        }
        return new CsvColumns(named);
    }

    /** Columns that the mapping names and the header does not have. */
    List<String> missing(List<String> header) {
        return named.values().stream()
                .filter(column -> !header.contains(column))
                .sorted()
                .toList();
    }

    /** Field → place in the row. */
    Map<Field, Integer> places(List<String> header) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (int i = 0; i < header.size(); i++) {
            Field field = fieldOf(header.get(i));
            if (field != null && !named.containsKey(field)) {
                places.putIfAbsent(field, i);
            }
        }
        named.forEach((field, column) -> {
            int place = header.indexOf(column);
            if (place >= 0) {
                places.put(field, place);
            }
        });
        return places;
    }

    private static @Nullable Field fieldOf(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Arrays.stream(Field.values())
                .filter(field -> field.names.contains(plain))
                .findFirst()
                .orElse(null);
    }
}

package io.outlay.ingest.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.nodes.Element;

/** The table {@code page-noise.csv}: what stands on a page beside its article. */
final class PageNoise {
    /** What a row of the table is looked for in. */
    private enum Kind {
        /** Class or id of an element: it goes with all that is in it. */
        ELEMENT,
        /** A block of text, from its beginning. */
        BLOCK
    }

    private static final String TABLE = "page-noise.csv";
    /** What is longer is text of an article, or of nobody. */
    private static final int MAX_BLOCK_CHARS = 300;

    private static final int MAX_NAMES_CHARS = 1_000;

    /** Sites name their elements alike on all of their pages. */
    private static final int MAX_KNOWN = 10_000;

    private static final PageNoise STANDARD = load();

    private final Map<Kind, Pattern> patterns;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    private PageNoise(Map<Kind, Pattern> patterns) {
        this.patterns = patterns;
    }

    static PageNoise standard() {
        return STANDARD;
    }

    /** An element's classes and id, by which it is known. */
    static String names(Element element) {
        return element.className() + " " + element.id();
    }

    boolean isNamedAsNoise(String names) {
        if (names.isBlank() || names.length() > MAX_NAMES_CHARS) {
            return false;
        }
        if (known.size() > MAX_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(names, name -> matcher(Kind.ELEMENT, name).find());
    }

    boolean isNoise(String block) {
        return block.length() <= MAX_BLOCK_CHARS && matcher(Kind.BLOCK, block).lookingAt();
    }

    private Matcher matcher(Kind kind, String text) {
        return Objects.requireNonNull(patterns.get(kind)).matcher(text);
    }

    private static PageNoise load() {
        Map<Kind, List<String>> rows = new EnumMap<>(Kind.class);
        try (InputStream in = Objects.requireNonNull(PageNoise.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(rows, line, TABLE + ":" + number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
        Map<Kind, Pattern> patterns = new EnumMap<>(Kind.class);
        rows.forEach((kind, alternatives) -> patterns.put(
                kind,
                Pattern.compile(String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
        return new PageNoise(patterns);
    }

    private static void add(Map<Kind, List<String>> rows, String line, String where) {
        int comma = line.indexOf(',');
        try {
            Kind kind = Kind.valueOf(line.substring(0, Math.max(0, comma)));
            String pattern = Pattern.compile(line.substring(comma + 1)).pattern();
            rows.computeIfAbsent(kind, k -> new ArrayList<>()).add(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalStateException(where + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + ": begins with none of ELEMENT, BLOCK", e);
        }
    }
}

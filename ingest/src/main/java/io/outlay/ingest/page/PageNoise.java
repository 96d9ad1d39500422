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
import java.util.stream.IntStream;
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
    private static final int ASCII = 128;
    /** What is longer is text of an article, or of nobody. */
    private static final int MAX_BLOCK_CHARS = 300;

    private static final int MAX_NAMES_CHARS = 1_000;

    /** Sites name their elements alike on all of their pages. */
    private static final int MAX_KNOWN = 10_000;

    private static final PageNoise STANDARD = load();

    private final Pattern elements;
    private final Pattern blocks;

    /** For each character of ASCII the rows that a block may match which begins with it: most blocks match none of most. */
    private final List<Pattern> blocksByFirst;

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    private PageNoise(Map<Kind, List<String>> rows) {
        List<String> ofBlocks = rows.getOrDefault(Kind.BLOCK, List.of());
        this.elements = anyOf(rows.getOrDefault(Kind.ELEMENT, List.of()));
        this.blocks = anyOf(ofBlocks);
        this.blocksByFirst = IntStream.range(0, ASCII)
                .mapToObj(first -> anyOf(ofBlocks.stream()
                        .filter(row -> mayBegin(anyOf(List.of(row)), Character.toString(first)))
                        .toList()))
                .toList();
    }

    /** A match, or one that only wants more of the text. */
    private static boolean mayBegin(Pattern row, String first) {
        Matcher matcher = row.matcher(first);
        return matcher.lookingAt() || matcher.hitEnd();
    }

    /** One that nothing matches when there are no rows. */
    private static Pattern anyOf(List<String> rows) {
        return Pattern.compile(
                rows.isEmpty() ? "(?!)" : String.join("|", rows), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
        Boolean before = known.get(names);
        if (before != null) {
            return before;
        }
        if (known.size() > MAX_KNOWN) {
            known.clear();
        }
        boolean isNoise = elements.matcher(names).find();
        known.put(names, isNoise);
        return isNoise;
    }

    boolean isNoise(String block) {
        if (block.isEmpty() || block.length() > MAX_BLOCK_CHARS) {
            return false;
        }
        char first = block.charAt(0);
        Pattern pattern = first < blocksByFirst.size() ? blocksByFirst.get(first) : blocks;
        return pattern.matcher(block).lookingAt();
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
        return new PageNoise(rows);
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

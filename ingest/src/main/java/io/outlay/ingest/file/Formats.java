package io.outlay.ingest.file;

import io.outlay.ingest.source.Sighting;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which format some bytes have: by what they begin with where that is plain, else by the name's ending, else by a guess. */
final class Formats {
    private static final int PEEK_BYTES = 64 * 1024;

    /** A ZIP of files that are gzipped is an honest archive; deeper ones are made to tire their reader. */
    private static final int MAX_WRAPPINGS = 2;

    private static final Pattern PAGE_BEGINNING = Pattern.compile("(?i)^<(?:!doctype\\s+html|html|head|body|meta|!--)");

    private static final Pattern FEED_BEGINNING =
            Pattern.compile("(?i)^(?:<\\?xml[^>]*>\\s*)?<(?:rss|feed|rdf:rdf|urlset|sitemapindex)\\b");

    /** JSON Feed, and the answers of GDELT and NewsAPI: objects around a list, where NDJSON has an article in each. */
    private static final Pattern JSON_LIST_BEGINNING =
            Pattern.compile("^\\{\\s*(?:\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/jsonfeed"
                    + "|(?:\"(?:status|totalResults)\"\\s*:\\s*[^,{\\[]+,\\s*)*\"articles\"\\s*:\\s*\\[)");

    private static final Set<String> WRAPPINGS = Set.of("gz", "zip");

    private final Map<String, Format> byEnding;

    /** @param columns how tables name their columns */
    Formats(CsvColumns columns) {
        // A new kind of file is one line here.
        byEnding = Map.ofEntries(
                Map.entry("ndjson", new Ndjson()),
                Map.entry("jsonl", new Ndjson()),
                Map.entry("csv", new Csv(columns)),
                Map.entry("tsv", new Csv(columns)),
                Map.entry("html", new Html()),
                Map.entry("htm", new Html()),
                Map.entry("xhtml", new Html()),
                Map.entry("xml", new FeedFile()),
                Map.entry("rss", new FeedFile()),
                Map.entry("atom", new FeedFile()),
                Map.entry("rdf", new FeedFile()),
                Map.entry("warc", new Warc()),
                Map.entry("md", new Markdown()),
                Map.entry("markdown", new Markdown()),
                Map.entry("txt", new PlainText()),
                Map.entry("text", new PlainText()));
    }

    /** Whether a file of this name is read, when nobody asked for it by name but for its folder or archive. */
    boolean isReadUnasked(String name) {
        String ending = ending(name);
        return byEnding.containsKey(ending) || ending.equals("json") || WRAPPINGS.contains(ending);
    }

    Iterator<Sighting> read(InputStream bytes, String name) throws IOException {
        return read(bytes, name, 0);
    }

    /** @param wrappings in how many archives the bytes stood */
    Iterator<Sighting> read(InputStream bytes, String name, int wrappings) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, PEEK_BYTES);
        byte[] beginning = peek(in);
        boolean gzip = startsWith(beginning, 0x1F, 0x8B);
        boolean zip = startsWith(beginning, 'P', 'K', 3, 4);
        if ((gzip || zip) && wrappings == MAX_WRAPPINGS) {
            throw new IOException("an archive in an archive in an archive");
        }
        if (gzip) {
            return read(Unpacking.gzip(in), name.replaceFirst("(?i)\\.gz$", ""), wrappings + 1);
        }
        if (zip) {
            return new Zip(this, wrappings + 1).read(in, name);
        }
        if (startsWith(beginning, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
        }
        Format format = byEnding.get(ending(name));
        return (format != null ? format : guess(new String(beginning, StandardCharsets.UTF_8))).read(in, name);
    }

    /** {@code {"id": …}} on the first line is NDJSON, any other bracket JSON; all else is text. */
    private static Format guess(String beginning) {
        String text = beginning.replaceFirst("^\\uFEFF", "").stripLeading();
        if (JSON_LIST_BEGINNING.matcher(text).find()) {
            return new FeedFile();
        }
        if (text.startsWith("{")) {
            int newline = text.indexOf('\n');
            String firstLine = newline < 0 ? text : text.substring(0, newline).stripTrailing();
            return newline < 0 || firstLine.endsWith("}") ? new Ndjson() : new JsonDocument();
        }
        if (text.isEmpty()) {
            return new Ndjson(); // no lines, no articles
        }
        if (text.startsWith("WARC/")) {
            return new Warc();
        }
        if (text.startsWith("[")) {
            return new JsonDocument();
        }
        if (FEED_BEGINNING.matcher(text).find()) {
            return new FeedFile();
        }
        return PAGE_BEGINNING.matcher(text).find() ? new Html() : new PlainText();
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(PEEK_BYTES);
        byte[] beginning = in.readNBytes(PEEK_BYTES);
        in.reset();
        return beginning;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

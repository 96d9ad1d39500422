package io.outlay.ingest.feed;

import io.outlay.ingest.page.TextCharset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed of any kind.
 *
 * <p>XML is read as people write it and not as it should be: no document type is honoured and no entity fetched, a missing end
 * tag or a wrong prefix costs at most the element it stands in.
 */
public final class FeedReader {
    /** Stands for the address of a feed that has none, so that links can be resolved. */
    static final String NOWHERE = "https://feed.invalid/";

    /** Of elements; marked-up texts within an entry are the deepest that feeds have. */
    private static final int MAX_DEPTH = 200;

    private FeedReader() {}

    /**
     * @param address where it was fetched, null when unknown
     * @param charset what the server said, null when it said nothing: then the feed itself says it, else it is UTF-8
     * @return empty when this is no feed at all
     */
    public static Optional<Feed> read(byte[] bytes, @Nullable String address, @Nullable String charset) {
        String base = address == null ? NOWHERE : address;
        int first = firstCharacter(bytes);
        if (first == '{') {
            return JsonFeed.read(bytes).or(() -> ArticleList.read(bytes)).or(() -> FilingSearch.read(bytes));
        }
        try {
            String known = TextCharset.of(bytes, charset);
            Parser parser = Parser.xmlParser().setMaxDepth(MAX_DEPTH);
            Document xml = Jsoup.parse(new ByteArrayInputStream(bytes), known, base, parser);
            return XmlFeed.read(xml);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private static int firstCharacter(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
        String text = beginning.replace("\uFEFF", "").strip();
        return text.isEmpty() ? -1 : text.charAt(0);
    }
}

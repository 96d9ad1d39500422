package io.outlay.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every file that looks like a feed is read as one, with an entry for each that its text shows. The files are those with which
 * other parsers are tested, valid and broken ones, and are not here: {@code -Doutlay.feeds=DIR} names their folder.
 */
class FeedBenchmarkTest {
    private static final Pattern FEED =
            Pattern.compile("<(?:\\w+:)?(?:rss|rdf|feed|channel|opml)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTRY =
            Pattern.compile("<(?:(?!media|itunes|geo)\\w+:)?(?:item|entry)[\\s>/]", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TEXT = Pattern.compile("<!--.*?-->|<!\\[CDATA\\[.*?]]>", Pattern.DOTALL);

    @Test
    void readsEveryFeedAndEveryEntry() throws IOException {
        String folder = System.getProperty("outlay.feeds");
        assumeTrue(folder != null, "the feed benchmark was not run: give its folder with -Doutlay.feeds=DIR");
        int feeds = 0;
        int entries = 0;
        List<String> missed = new ArrayList<>();
        try (var all = Files.walk(Path.of(folder))) {
            for (Path file : all.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Optional<Feed> feed = FeedReader.read(bytes, "https://example.com/feed", null);
                String text = NO_TEXT.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                        .replaceAll("");
                int shown = (int) ENTRY.matcher(text).results().count();
                int found = feed.map(read -> read.entries().size()).orElse(0);
                feeds += feed.isPresent() ? 1 : 0;
                entries += found;
                if ((feed.isEmpty() && FEED.matcher(text).find()) || found < shown) {
                    missed.add(file + ": " + found + " of " + shown + " entries");
                }
            }
        }
        System.out.println("feeds " + feeds + ", entries " + entries + ", missed " + missed.size());
        assertEquals(List.of(), missed);
    }
}

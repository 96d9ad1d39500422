package io.outlay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.service.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedListTest {
    @TempDir
    Path folder;

    @Test
    void theStarterListHasManyFeedsAndEachOnce() {
        List<URI> feeds = FeedList.read(FeedList.STARTER);
        assertTrue(feeds.size() >= 40, feeds.size() + " feeds");
        assertEquals(feeds.size(), new HashSet<>(feeds).size());
        for (URI feed : feeds) {
            assertTrue(feed.getScheme().equals("https") && feed.getHost().contains("."), feed.toString());
        }
    }

    @Test
    void theFeedsOfAListArePolledBesideThoseNamedAndNoneTwice() throws IOException {
        Path list = opml("https://a.example/feed", "https://b.example/feed");
        Settings settings = Settings.of(
                IngestMain.SERVICE.settings(),
                Map.of(
                        "bootstrap", "localhost:9092",
                        "feeds", "https://b.example/feed,https://c.example/feed",
                        "feeds.list", list.toString()));
        assertEquals(
                List.of("feed:https://b.example/feed", "feed:https://c.example/feed", "feed:https://a.example/feed"),
                Polling.named(settings).stream().map(PolledSource::name).toList());
    }

    @Test
    void aListThatCannotBeReadIsNamed() throws IOException {
        Path empty = opml();
        assertEquals(
                "the list of feeds '" + empty + "' cannot be read: it names no feeds; OPML is wanted",
                assertThrows(UncheckedIOException.class, () -> FeedList.read(empty.toString()))
                        .getMessage());
        assertThrows(UncheckedIOException.class, () -> FeedList.read("no-such-file"));
    }

    private Path opml(String... feeds) throws IOException {
        StringBuilder outlines = new StringBuilder();
        for (String feed : feeds) {
            outlines.append("<outline xmlUrl=\"").append(feed).append("\"/>");
        }
        return Files.writeString(folder.resolve("feeds.opml"), "<opml><body>" + outlines + "</body></opml>");
    }
}

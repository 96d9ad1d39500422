package io.outlay.ingest;

import io.outlay.ingest.feed.FeedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists of feeds in OPML, as feed readers export them. */
final class FeedList {
    /** The name of the list that comes with Outlay, {@code starter-feeds.opml}. */
    static final String STARTER = "starter";

    private FeedList() {}

    /**
     * The addresses of the feeds in a list, in its order.
     *
     * @param name a file, or {@link #STARTER}
     * @throws UncheckedIOException if there is no such file, or no feed in it
     */
    static List<URI> read(String name) {
        try {
            byte[] opml = name.equals(STARTER) ? starter() : Files.readAllBytes(Path.of(name));
            List<URI> feeds = FeedReader.read(opml, null, null).stream()
                    .flatMap(list -> list.feeds().stream())
                    .map(URI::create)
                    .toList();
            if (feeds.isEmpty()) {
                throw new IOException("it names no feeds; OPML is wanted");
            }
            return feeds;
        } catch (IOException | IllegalArgumentException e) {
            throw new UncheckedIOException(
                    "the list of feeds '" + name + "' cannot be read: " + e.getMessage(), new IOException(e));
        }
    }

    private static byte[] starter() throws IOException {
        try (InputStream opml = FeedList.class.getResourceAsStream("starter-feeds.opml")) {
            if (opml == null) {
                throw new FileNotFoundException("starter-feeds.opml is not among the resources");
            }
            return opml.readAllBytes();
        }
    }
}

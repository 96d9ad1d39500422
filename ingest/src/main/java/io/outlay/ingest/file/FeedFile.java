package io.outlay.ingest.file;

import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.feed.FeedReader;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A saved feed, sitemap or list of articles: each entry with the text that the feed has of it. */
final class FeedFile implements Format {
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    @Override
    public Iterator<Sighting> read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return refusal(name, "the feed is larger than " + MAX_BYTES + " bytes");
        }
        Optional<Feed> feed = FeedReader.read(bytes, null, null);
        if (feed.isEmpty()) {
            return refusal(name, "neither RSS, RDF, Atom, JSON Feed, OPML, a sitemap nor a list of articles");
        }
        List<Sighting> sightings = new ArrayList<>();
        for (Feed.Entry entry : feed.get().entries()) {
            String where = name + " entry " + (sightings.size() + 1);
            try {
                sightings.add(new Sighting.Found(entry.draft().toArticle(), where, entry.why()));
            } catch (RefusedException e) {
                sightings.add(new Sighting.Refused(where, String.valueOf(e.getMessage())));
            }
        }
        return sightings.iterator();
    }

    private static Iterator<Sighting> refusal(String name, String why) {
        return List.<Sighting>of(new Sighting.Refused(name, why)).iterator();
    }
}

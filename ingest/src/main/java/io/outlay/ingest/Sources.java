package io.outlay.ingest;

import io.outlay.ingest.file.CsvColumns;
import io.outlay.ingest.file.FileSource;
import io.outlay.ingest.source.Source;
import io.outlay.ingest.web.AddressGuard;
import io.outlay.ingest.web.AddressSource;
import io.outlay.ingest.web.Edgar;
import io.outlay.ingest.web.FeedSource;
import io.outlay.ingest.web.PageFetcher;
import io.outlay.ingest.web.Robots;
import io.outlay.ingest.web.WebClient;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources by the names that people give them. */
public final class Sources {
    /** Who we say that we are, unless the settings say otherwise. */
    public static final String USER_AGENT = "outlay/0.1 (news intake; obeys robots.txt)";

    static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** How long a host rests between two of its pages. */
    private static final Duration REST = Duration.ofMillis(500);

    private Sources() {}

    /**
     * The source of that name: the address of a page or a feed, filings ({@code edgar:8-k}), else a file or a folder.
     *
     * @param columns how tables name their columns
     * @param userAgent how we name ourselves to web servers
     * @param followRemovals whether a page that is gone retracts its article
     * @throws IOException if there is no such file or folder, or the address is none
     */
    public static Source open(String name, CsvColumns columns, String userAgent, boolean followRemovals, Clock clock)
            throws IOException {
        try {
            if (Edgar.is(name)) {
                var client = new WebClient(AddressGuard.publicOnly(), userAgent, TIMEOUT, clock);
                return new Once(new Edgar(client, clock)
                        .source(name, FeedSource.Manner.every(Duration.ofMinutes(10), null), () -> 0));
            }
            if (!name.matches("(?i)https?://.*")) {
                return new FileSource(Path.of(name), columns);
            }
            URI address = feedAddress(name);
            // Whoever types an inner address means it; what it leads to is another matter.
            var client = new WebClient(AddressGuard.publicAnd(List.of(address)), userAgent, TIMEOUT, clock);
            var pages = new PageFetcher(client, new Robots(client, clock), REST, clock);
            return new AddressSource(address, client, pages, followRemovals, clock);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * An address of the web that can be asked.
     *
     * @throws IllegalArgumentException if it is none, says what to do
     */
    public static URI feedAddress(String printed) {
        URI address;
        try {
            address = new URI(printed.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("this is no address: " + printed, e);
        }
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("(?i)https?")) {
            throw new IllegalArgumentException("this is no address: " + printed);
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an address must not hold a password, it would stand in lists and logs:"
                    + " name it in the file of web.credentials");
        }
        return address;
    }

    /** What a source has now, asked once. */
    private record Once(FeedSource source) implements Source {
        @Override
        public String name() {
            return "once:" + source.name();
        }

        @Override
        public Batch poll(@Nullable String position) throws IOException {
            Batch batch = source.poll(null);
            String error = FeedSource.stateAt(String.valueOf(batch.next())).error();
            if (error != null) {
                throw new IOException(error);
            }
            return Batch.last(batch.sightings());
        }
    }
}

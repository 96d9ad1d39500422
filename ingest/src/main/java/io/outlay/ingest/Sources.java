package io.outlay.ingest;

import io.outlay.ingest.file.CsvColumns;
import io.outlay.ingest.file.FileSource;
import io.outlay.ingest.source.Source;
import io.outlay.ingest.web.AddressGuard;
import io.outlay.ingest.web.AddressSource;
import io.outlay.ingest.web.WebClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Sources by the names that people give them. */
public final class Sources {
    /** Who we say that we are, unless the settings say otherwise. */
    static final String USER_AGENT = "outlay/0.1 (news intake; obeys robots.txt)";

    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Sources() {}

    /**
     * The source of that name: the address of a page or a feed, else a file or a folder.
     *
     * @param columns how tables name their columns
     * @throws IOException if there is no such file or folder, or the address is none
     */
    public static Source open(String name, CsvColumns columns, Clock clock) throws IOException {
        if (!name.matches("(?i)https?://.*")) {
            return new FileSource(Path.of(name), columns);
        }
        try {
            URI address = URI.create(name);
            // Whoever types an inner address means it; what it leads to is another matter.
            var client = new WebClient(AddressGuard.publicAnd(List.of(address)), USER_AGENT, TIMEOUT, clock);
            return new AddressSource(address, client, clock);
        } catch (IllegalArgumentException e) {
            throw new IOException("this is no address: " + name, e);
        }
    }
}

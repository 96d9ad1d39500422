package io.outlay.ingest;

import io.outlay.ingest.web.AddressGuard;
import io.outlay.ingest.web.Fetched;
import io.outlay.ingest.web.Validators;
import io.outlay.ingest.web.WebClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** What a person points at on the web and wants as it is: no article, but a file such as a table of rates. */
public final class Download {
    private Download() {}

    /** Whether this is the name of something on the web, and not of a file. */
    public static boolean isAddress(String name) {
        return name.matches("(?i)https?://.*");
    }

    /**
     * The bytes at an address.
     *
     * @throws IOException if it is none, or does not answer with 200
     */
    public static byte[] of(String address) throws IOException {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IOException("this is no address", e);
        }
        // Whoever types an inner address means it; what it leads to is another matter.
        WebClient client = new WebClient(
                AddressGuard.publicAnd(List.of(uri)), Sources.USER_AGENT, Sources.TIMEOUT, Clock.systemUTC());
        Fetched fetched = client.get(uri, Validators.NONE);
        if (fetched.status() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the server answers " + fetched.status());
        }
        return fetched.body();
    }
}

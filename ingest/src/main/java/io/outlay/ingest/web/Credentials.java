package io.outlay.ingest.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is shown to servers that want to know who asks: a file beside the service, so that no secret stands in a topic, an address
 * or a list of settings.
 *
 * <pre>{@code
 * # ADDRESS  basic USER:PASSWORD | bearer TOKEN | header NAME: VALUE
 * https://example.com/feeds/   bearer 0123456789
 * }</pre>
 *
 * <p>A line holds for the addresses that begin with its own, and for no other: a redirect to another server shows it nothing.
 */
public final class Credentials {
    public static final Credentials NONE = new Credentials(List.of());

    private record Line(URI address, String header, String value) {
        boolean holdsFor(URI asked) {
            String path = address.getRawPath() == null ? "" : address.getRawPath();
            String askedPath = asked.getRawPath() == null ? "" : asked.getRawPath();
            boolean within = askedPath.startsWith(path)
                    && (path.isEmpty()
                            || path.endsWith("/")
                            || askedPath.length() == path.length()
                            || askedPath.charAt(path.length()) == '/');
            return within
                    && address.getScheme().equalsIgnoreCase(asked.getScheme())
                    && address.getAuthority().equalsIgnoreCase(String.valueOf(asked.getAuthority()));
        }
    }

    private final List<Line> lines;

    private Credentials(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Reads such a file.
     *
     * @throws IOException if it cannot be read, or a line is none; names the line and never what stands in it
     */
    public static Credentials read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (!text.isBlank() && !text.strip().startsWith("#")) {
                lines.add(line(text.strip(), file + ":" + number));
            }
        }
        return new Credentials(lines);
    }

    private static Line line(String text, String where) throws IOException {
        String[] parts = text.split("\\s+", 3);
        try {
            URI address = parts[0].matches("(?i)https?://[^/]+.*") ? new URI(parts[0]) : null;
            if (address != null && address.getAuthority() != null && parts.length == 3) {
                switch (parts[1]) {
                    case "basic" -> {
                        String encoded = Base64.getEncoder().encodeToString(parts[2].getBytes(StandardCharsets.UTF_8));
                        return new Line(address, "Authorization", "Basic " + encoded);
                    }
                    case "bearer" -> {
                        return new Line(address, "Authorization", "Bearer " + parts[2]);
                    }
                    case "header" -> {
                        String[] header = parts[2].split(":\\s*", 2);
                        if (header.length == 2) {
                            return new Line(address, header[0], header[1]);
                        }
                    }
                    default -> {
                        // said below
                    }
                }
            }
        } catch (java.net.URISyntaxException e) {
            throw new IOException(where + ": the address is none", e);
        }
        throw new IOException(
                where + ": wanted are ADDRESS and one of 'basic USER:PASSWORD', 'bearer TOKEN', 'header NAME: VALUE'");
    }

    /** Header → value. */
    Map<String, String> headersFor(URI asked) {
        Map<String, String> headers = new TreeMap<>();
        lines.stream().filter(line -> line.holdsFor(asked)).forEach(line -> headers.put(line.header(), line.value()));
        return headers;
    }
}

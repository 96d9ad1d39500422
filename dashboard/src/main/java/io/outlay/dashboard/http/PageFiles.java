package io.outlay.dashboard.http;

import io.outlay.dashboard.api.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files that the page is made of: those in the folder {@code page} beside our classes, and no others. */
final class PageFiles {
    private static final String FOLDER = "/io/outlay/dashboard/page/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.(html|js|css|svg|json|txt|woff2)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "js", "text/javascript",
            "css", "text/css",
            "svg", "image/svg+xml",
            "json", "application/json",
            "woff2", "font/woff2",
            "txt", "text/plain");

    private final Map<String, Answer> found = new ConcurrentHashMap<>();

    Optional<Answer> find(String path) {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Answer known = found.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Answer> read = read(name);
        read.ifPresent(file -> found.put(name, file));
        return read;
    }

    private static Optional<Answer> read(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            return file == null ? Optional.empty() : Optional.of(new Answer(200, type, file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the page's file " + name + " cannot be read", e);
        }
    }
}

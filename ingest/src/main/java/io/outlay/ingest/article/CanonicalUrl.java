package io.outlay.ingest.article;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one address of a page, out of the many under which it is linked.
 *
 * <p>{@link #url} is an address that still works: without tracking parameters, fragment, default port and AMP detours, its host
 * in small letters, its escapes in one shape. {@link #identity} folds further, to where only the page counts: {@code http} and
 * {@code https}, {@code www.} and none, a slash at the end and none are the same page. Ids are made from it, so none of this
 * ever changes: the tests hold pairs of address and id.
 *
 * @param url absolute, {@code http} or {@code https}
 * @param identity {@code host/path?query}, parameters sorted
 * @param host as in {@code identity}: without {@code www.}
 */
public record CanonicalUrl(String url, String identity, String host) {
    /** RFC 3986, appendix B: any text falls into these parts. */
    private static final Pattern PARTS =
            Pattern.compile("^([^:/?#]+)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?$", Pattern.DOTALL);

    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

    /** A page in a cache of AMP pages: {@code www.google.com/amp/s/HOST/PATH}, {@code X.cdn.ampproject.org/c/s/HOST/PATH}. */
    private static final Pattern AMP_CACHE = Pattern.compile(
            "^https?://(?:(?:www\\.)?google\\.[a-z.]+/amp/|[a-z0-9-]+\\.cdn\\.ampproject\\.org/(?:[cvi]|wp)/)(s/)?(.+)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AMP_PATH = Pattern.compile("^/amp(?=/.)|/amp/?$|\\.amp(?=\\.html?$|$)");

    /** {@code /news/amp/world-1}: most likely a detour, but an address without it may lead nowhere. */
    private static final Pattern AMP_WITHIN_PATH = Pattern.compile("/amp(?=/)");

    /** An address that was escaped as HTML on its way, once or more. */
    private static final Pattern ESCAPED_AMPERSAND = Pattern.compile("(^|&)(?:amp;)+");

    /** Browsers drop them wherever they stand; longer addresses than this no browser has. */
    private static final Pattern LINE_ENDS = Pattern.compile("[\\t\\r\\n]");

    private static final Pattern BEFORE_HOST = Pattern.compile("^(www\\d?|amp)\\.(?=.+\\.)");
    private static final Pattern PORT = Pattern.compile("\\d{0,5}");

    private static final int MAX_CHARS = 8_192;

    private static final Pattern SESSION = Pattern.compile(";jsessionid=[^/]*", Pattern.CASE_INSENSITIVE);

    /** @return empty when the text is no address of a page on the web */
    public static Optional<CanonicalUrl> of(@Nullable String text) {
        if (text == null || text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        String printed = LINE_ENDS.matcher(text.strip()).replaceAll("");
        String absolute = printed.startsWith("//") ? "https:" + printed : printed;
        Matcher cached = AMP_CACHE.matcher(absolute);
        String direct =
                cached.matches() ? (cached.group(1) == null ? "http://" : "https://") + cached.group(2) : absolute;
        Matcher parts = PARTS.matcher(direct);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String authority = authority(scheme, parts.group(2));
        if (authority == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        String path = path(parts.group(3));
        String query = query(parts.group(4));
        String host = BEFORE_HOST.matcher(authority).replaceFirst("");
        String page = AMP_WITHIN_PATH.matcher(path).replaceAll("");
        return Optional.of(new CanonicalUrl(
                scheme + "://" + authority + path + query, host + withoutEndSlashes(page) + sorted(query), host));
    }

    private static String withoutEndSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** Host in small letters and punycode, with a port that is not the scheme's own; null when there is none. */
    private static @Nullable String authority(String scheme, String printed) {
        String hostAndPort = printed.substring(printed.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        int colon = hostAndPort.lastIndexOf(':');
        boolean hasPort = colon > hostAndPort.lastIndexOf(']');
        String printedHost = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
        String host = printedHost.endsWith(".") ? printedHost.substring(0, printedHost.length() - 1) : printedHost;
        String port = hasPort ? hostAndPort.substring(colon + 1) : "";
        try {
            host = host.startsWith("[")
                    ? host
                    : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noHost) {
            return null;
        }
        if (!HOST.matcher(host).matches() || !PORT.matcher(port).matches()) {
            return null;
        }
        boolean defaultPort = port.isEmpty() || port.equals(scheme.equals("https") ? "443" : "80");
        return defaultPort ? host : host + ":" + port;
    }

    private static String path(String printed) {
        String path = SESSION.matcher(Escapes.normalise(printed)).replaceAll("");
        path = withoutDots(path);
        path = AMP_PATH.matcher(path).replaceFirst("");
        return path.isEmpty() ? "/" : path;
    }

    /** RFC 3986, 5.2.4: {@code /a/./b/../c} is {@code /a/c}. */
    private static String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean isDots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..")) {
                kept.pollLast();
            }
            if (!isDots) {
                kept.addLast(segments[i]);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    /** With its question mark, or empty. */
    private static String query(@Nullable String printed) {
        if (printed == null) {
            return "";
        }
        String unescaped = ESCAPED_AMPERSAND.matcher(printed).replaceAll("$1");
        String kept = Arrays.stream(unescaped.split("&"))
                .map(Escapes::normalise)
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !TrackingParameters.standard().contains(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String sorted(String query) {
        return query.isEmpty()
                ? ""
                : "?" + Arrays.stream(query.substring(1).split("&")).sorted().collect(Collectors.joining("&"));
    }
}

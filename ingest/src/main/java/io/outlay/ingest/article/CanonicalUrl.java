package io.outlay.ingest.article;

import java.net.IDN;
import java.util.Arrays;
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

    private static final Pattern SESSION = Pattern.compile(";jsessionid=[^/]*", Pattern.CASE_INSENSITIVE);

    /** @return empty when the text is no address of a page on the web */
    public static Optional<CanonicalUrl> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher cached = AMP_CACHE.matcher(text.strip());
        String direct =
                cached.matches() ? (cached.group(1) == null ? "http://" : "https://") + cached.group(2) : text.strip();
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
        String host = authority.replaceFirst("^(www\\d?|amp)\\.(?=.+\\.)", "");
        return Optional.of(new CanonicalUrl(
                scheme + "://" + authority + path + query, host + path.replaceFirst("/+$", "") + sorted(query), host));
    }

    /** Host in small letters and punycode, with a port that is not the scheme's own; null when there is none. */
    private static @Nullable String authority(String scheme, String printed) {
        String hostAndPort = printed.substring(printed.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        int colon = hostAndPort.lastIndexOf(':');
        boolean hasPort = colon > hostAndPort.lastIndexOf(']');
        String host = (hasPort ? hostAndPort.substring(0, colon) : hostAndPort).replaceFirst("\\.$", "");
        String port = hasPort ? hostAndPort.substring(colon + 1) : "";
        try {
            host = host.startsWith("[")
                    ? host
                    : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noHost) {
            return null;
        }
        if (!HOST.matcher(host).matches() || !port.matches("\\d{0,5}")) {
            return null;
        }
        boolean defaultPort = port.isEmpty() || port.equals(scheme.equals("https") ? "443" : "80");
        return defaultPort ? host : host + ":" + port;
    }

    private static String path(String printed) {
        String path = SESSION.matcher(Escapes.normalise(printed)).replaceAll("");
        path = AMP_PATH.matcher(path).replaceFirst("");
        return path.isEmpty() ? "/" : path;
    }

    /** With its question mark, or empty. */
    private static String query(@Nullable String printed) {
        if (printed == null) {
            return "";
        }
        String kept = Arrays.stream(printed.split("&"))
                .map(Escapes::normalise)
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter ->
                        !TrackingParameters.standard().contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String sorted(String query) {
        return query.isEmpty()
                ? ""
                : "?" + Arrays.stream(query.substring(1).split("&")).sorted().collect(Collectors.joining("&"));
    }
}

package io.outlay.ingest.file;

import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.page.Page;
import io.outlay.ingest.page.PageReader;
import io.outlay.ingest.source.Pull;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a web archive (ISO 28500), as the news crawl of Common Crawl has them: each answer 200 that holds a page is an
 * article, seen at the record's date. All else that crawlers keep (requests, redirects, pictures) is passed over.
 *
 * <p>One page is in memory at a time; what is passed over never is.
 */
final class Warc implements Format {
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

    /** Those that can be unpacked without further libraries. */
    private static final Set<String> ENCODINGS = Set.of("", "identity", "gzip", "x-gzip", "deflate");

    @Override
    public Iterator<Sighting> read(InputStream in, String name) throws IOException {
        WarcReader records = new WarcReader(in);
        records.setLenient(true);
        return new Pull<>() {
            @Override
            protected @Nullable Sighting pull() {
                try {
                    Candidate page = nextPage(records);
                    return page == null ? null : sighting(page, name);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            protected boolean pass() {
                try {
                    return nextPage(records) != null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Crawlers keep answers of other protocols too, such as that of the DNS. */
    private static boolean isHttp(WarcResponse response) {
        return mediaType(response.contentType()).equals("application/http");
    }

    /** An answer 200 with a page, or one whose beginning is broken, which counts and is refused when it is read. */
    private record Candidate(WarcResponse response, @Nullable IOException broken) {}

    /** @return null at the end */
    private static @Nullable Candidate nextPage(WarcReader records) throws IOException {
        for (Optional<WarcRecord> record = records.next(); record.isPresent(); record = records.next()) {
            if (record.get() instanceof WarcResponse response && isHttp(response)) {
                try {
                    HttpResponse answer = response.http();
                    if (answer.status() == 200 && PAGES.contains(mediaType(answer.contentType()))) {
                        return new Candidate(response, null);
                    }
                } catch (IOException broken) {
                    return new Candidate(response, broken);
                }
            }
        }
        return null;
    }

    private static Sighting sighting(Candidate candidate, String name) {
        WarcResponse response = candidate.response();
        String where = name + " " + response.target();
        try {
            if (candidate.broken() != null) {
                throw candidate.broken();
            }
            HttpResponse answer = response.http();
            Page page = PageReader.read(html(answer), response.target(), charset(answer.contentType()));
            return new Sighting.Found(page.draft().seenAt(response.date()).toArticle(), where, page.why());
        } catch (IOException | RefusedException e) {
            return new Sighting.Refused(where, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] html(HttpResponse answer) throws IOException {
        String encoding = answer.headers().first("Content-Encoding").orElse("").strip();
        if (!ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw new RefusedException("the page is packed as '" + encoding + "'");
        }
        byte[] html = answer.bodyDecoded().stream().readNBytes(Html.MAX_BYTES + 1);
        if (html.length > Html.MAX_BYTES) {
            throw new RefusedException("the page is larger than " + Html.MAX_BYTES + " bytes");
        }
        return html;
    }

    private static String mediaType(MediaType type) {
        return (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String charset(MediaType type) {
        String named = type.parameters().get("charset");
        try {
            return named != null && Charset.isSupported(named) ? named : null;
        } catch (IllegalArgumentException noCharset) {
            return null;
        }
    }
}

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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
 * <p>A few pages are in memory at a time; what is passed over never is.
 */
final class Warc implements Format {
    private static final int PAGES_AHEAD = 64;

    /** A page takes ten times its size while it is taken apart, so large ones are taken one by one. */
    private static final int BYTES_AHEAD = 2 * 1024 * 1024;

    /** To take a page apart is most of the work: all processors do it. They leave when there is nothing to do. */
    private static final ExecutorService READERS = readers();

    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

    /** Those that can be unpacked without further libraries. */
    private static final Set<String> ENCODINGS = Set.of("", "identity", "gzip", "x-gzip", "deflate");

    @Override
    public Iterator<Sighting> read(InputStream in, String name) throws IOException {
        WarcReader records = new WarcReader(in);
        records.setLenient(true);
        return new Pages(records, name);
    }

    /** Reads pages ahead, a few, and has them taken apart side by side; they come in the order of the archive. */
    private static final class Pages extends Pull<Sighting> {
        private final WarcReader records;
        private final String name;
        private final Deque<Ahead> ahead = new ArrayDeque<>();
        private int bytesAhead;
        private boolean ended;
        private @Nullable IOException broken;

        Pages(WarcReader records, String name) {
            this.records = records;
            this.name = name;
        }

        @Override
        protected @Nullable Sighting pull() {
            while (!ended && ahead.size() < PAGES_AHEAD && bytesAhead < BYTES_AHEAD) {
                Candidate page = nextCandidate();
                if (page != null) {
                    Ahead next = ahead(page, name);
                    ahead.add(next);
                    bytesAhead += next.bytes();
                }
            }
            if (ahead.isEmpty()) {
                atEnd();
                return null;
            }
            Ahead next = ahead.remove();
            bytesAhead -= next.bytes();
            return next.sighting().join();
        }

        @Override
        protected boolean pass() {
            if (!ahead.isEmpty()) {
                bytesAhead -= ahead.remove().bytes();
                return true;
            }
            boolean any = nextCandidate() != null;
            if (!any) {
                atEnd();
            }
            return any;
        }

        /** @return null at the end, and where the archive is broken */
        private @Nullable Candidate nextCandidate() {
            Candidate page = null;
            try {
                page = nextPage(records);
            } catch (IOException e) {
                broken = e;
            }
            ended = page == null;
            return page;
        }

        private void atEnd() {
            if (broken != null) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** @param bytes that it holds in memory */
    private record Ahead(CompletableFuture<Sighting> sighting, int bytes) {}

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

    private static Ahead ahead(Candidate candidate, String name) {
        WarcResponse response = candidate.response();
        String where = name + " " + response.target();
        try {
            if (candidate.broken() != null) {
                throw candidate.broken();
            }
            HttpResponse answer = response.http();
            byte[] html = html(answer);
            String charset = charset(answer.contentType());
            Instant seen = response.date();
            String target = response.target();
            return new Ahead(
                    CompletableFuture.supplyAsync(() -> sighting(html, target, charset, seen, where), READERS),
                    html.length);
        } catch (IOException | RefusedException e) {
            Sighting refused = new Sighting.Refused(where, String.valueOf(e.getMessage()));
            return new Ahead(CompletableFuture.completedFuture(refused), 0);
        }
    }

    private static Sighting sighting(byte[] html, String target, @Nullable String charset, Instant seen, String where) {
        try {
            Page page = PageReader.read(html, target, charset);
            return new Sighting.Found(page.draft().seenAt(seen).toArticle(), where, page.why());
        } catch (RefusedException e) {
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

    private static ExecutorService readers() {
        int processors = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor readers = new ThreadPoolExecutor(
                processors, processors, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "page-reader");
                    thread.setDaemon(true);
                    return thread;
                });
        readers.allowCoreThreadTimeOut(true);
        return readers;
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

package io.outlay.dashboard.http;

import io.outlay.dashboard.api.Answer;
import io.outlay.dashboard.api.Api;
import io.outlay.dashboard.api.CorrectionDesk;
import io.outlay.dashboard.api.Export;
import io.outlay.dashboard.api.Sources;
import io.outlay.dashboard.live.Position;
import io.outlay.service.DidYouMean;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which address is whose. */
final class PageHandler extends Handler.Abstract.NonBlocking {
    private static final Logger log = LoggerFactory.getLogger(PageHandler.class);

    private static final String EVENTS = "/api/events";
    private static final String CORRECTIONS = "/api/corrections";
    private static final String EXPORT = "/export/";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int EXPORTS_AT_ONCE = 8;

    private final PageFiles files = new PageFiles();
    private final Semaphore exports = new Semaphore(EXPORTS_AT_ONCE);
    private final Sources sources;
    private final Api api;
    private final CorrectionDesk desk;
    private final Gate gate;
    private final EventStreams streams;

    PageHandler(Sources sources, CorrectionDesk desk, Gate gate, EventStreams streams) {
        this.sources = sources;
        this.api = new Api(sources, gate.inAWord());
        this.desk = desk;
        this.gate = gate;
        this.streams = streams;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Reply.harden(response);
        String path = request.getHttpURI().getDecodedPath();
        try {
            if (!READING.contains(request.getMethod())) {
                write(path, request, response, callback);
            } else if (path.equals(EVENTS) && request.getMethod().equals("GET")) {
                events(request, response, callback);
            } else if (path.startsWith(EXPORT)) {
                export(path.substring(EXPORT.length()), request, response, callback);
            } else {
                Answer answer = files.find(path)
                        .orElseGet(() -> api.answer(path, request.getHttpURI().getQuery()));
                Reply.whole(request, response, callback, answer);
            }
        } catch (RuntimeException e) {
            log.error("{} {} failed", request.getMethod(), path, e);
            Reply.whole(request, response, callback, Answer.error(500, "this should not have happened; it is logged"));
        }
        return true;
    }

    private void write(String path, Request request, Response response, Callback callback) {
        var unused = Body.read(request, CorrectionDesk.MAX_BYTES).whenComplete((body, gone) -> {
            if (gone != null) { // there is nobody to answer
                callback.failed(gone);
                return;
            }
            CompletableFuture.completedStage(body)
                    .thenCompose(whole ->
                            path.equals(CORRECTIONS) && request.getMethod().equals("POST")
                                    ? correct(request, whole)
                                    : CompletableFuture.completedStage(onlyReading(path, response)))
                    .exceptionally(PageHandler::failed)
                    .thenAccept(answer -> Reply.whole(request, response, callback, answer));
        });
    }

    private static Answer onlyReading(String path, Response response) {
        response.getHeaders().put(HttpHeader.ALLOW, path.equals(CORRECTIONS) ? "GET, HEAD, POST" : "GET, HEAD");
        return Answer.error(405, "this address is only for reading");
    }

    private CompletionStage<Answer> correct(Request request, Optional<byte[]> body) {
        Optional<Answer> refusal = gate.refusal(request);
        if (refusal.isPresent()) {
            return CompletableFuture.completedStage(refusal.get());
        }
        return body.map(desk::take).orElseGet(() -> CompletableFuture.completedStage(tooLarge()));
    }

    private static Answer failed(Throwable failure) {
        log.error("a correction failed", failure);
        return Answer.error(500, "this should not have happened; it is logged");
    }

    private static Answer tooLarge() {
        return Answer.error(413, "a correction has " + CorrectionDesk.MAX_BYTES + " bytes at most");
    }

    private void events(Request request, Response response, Callback callback) {
        if (!streams.hasRoom()) {
            busy(request, response, callback, "there are " + EventStreams.MAX_READERS + " readers already");
            return;
        }
        Fields query = Request.extractQueryParameters(request);
        String asked = request.getHeaders().get("Last-Event-ID");
        if (asked == null) {
            asked = query.getValue("after");
        }
        Position position = null;
        if (asked != null && !asked.isBlank()) {
            try {
                position = Position.of(asked, sources.journal().partitions());
            } catch (IllegalArgumentException e) {
                Reply.whole(
                        request, response, callback, Answer.error(400, String.valueOf(e.getMessage()), "after", null));
                return;
            }
        }
        boolean whole = !"notice".equals(query.getValue("snapshot"));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        streams.add(response, callback, position, whole);
    }

    private void export(String file, Request request, Response response, Callback callback) {
        if (!exports.tryAcquire()) {
            busy(request, response, callback, EXPORTS_AT_ONCE + " exports are under way");
            return;
        }
        Optional<Export> export = Export.of(file, sources.view());
        if (export.isEmpty() || request.getMethod().equals("HEAD")) {
            exports.release();
            Answer answer = export.isPresent()
                    ? new Answer(200, export.get().type(), new byte[0])
                    : Answer.error(
                            404,
                            "there is no such file",
                            null,
                            EXPORT + DidYouMean.nearest(file, Export.FILES).orElse("commitments.ndjson"));
            Reply.whole(request, response, callback, answer);
            return;
        }
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, export.get().type());
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(
                "Content-Disposition",
                "attachment; filename=\"outlay-" + export.get().name() + "\"");
        headers.put("Outlay-Position", sources.journal().end().toString());
        new FileWriter(export.get().lines(), response, callback, exports::release).iterate();
    }

    private static void busy(Request request, Response response, Callback callback, String why) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
        Reply.whole(request, response, callback, Answer.error(503, why + "; try again later"));
    }
}

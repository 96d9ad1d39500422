package io.outlay.dashboard.http;

import io.outlay.dashboard.api.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Puts answers onto the wire: strict headers, tags by which a reader asks whether anything has changed, gzip for who takes it. */
final class Reply {
    /** Nothing but our own files and addresses; no script or style within the page; images also as data that the page itself makes. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static final int WORTH_ZIPPING = 1_400;

    private Reply() {}

    /** The headers that every answer has. */
    static void harden(Response response) {
        var headers = response.getHeaders();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    /** Writes a whole answer; 304 when the reader has the same already. */
    static void whole(Request request, Response response, Callback callback, Answer answer) {
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, withCharset(answer.type()));
        headers.put(HttpHeader.CACHE_CONTROL, answer.status() == 200 ? "no-cache" : "no-store");
        headers.add(HttpHeader.VARY, "Accept-Encoding");
        if (answer.status() == 200) {
            String tag = tag(answer.body());
            headers.put(HttpHeader.ETAG, tag);
            if (isAmong(tag, request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
                response.setStatus(304);
                response.write(true, ByteBuffer.allocate(0), callback);
                return;
            }
        }
        response.setStatus(answer.status());
        byte[] body = answer.body();
        if (body.length >= WORTH_ZIPPING && takesGzip(request)) {
            body = zipped(body);
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean headOnly = request.getMethod().equals("HEAD");
        response.write(true, headOnly ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
    }

    private static String withCharset(String type) {
        return type.startsWith("text/") && !type.contains("charset") ? type + "; charset=utf-8" : type;
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\""
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .substring(0, 22) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean isAmong(String tag, @Nullable String wanted) {
        if (wanted == null) {
            return false;
        }
        for (String one : wanted.split(",")) {
            if (one.strip().equals(tag) || one.strip().equals("*")) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesGzip(Request request) {
        HttpField field = request.getHeaders().getField(HttpHeader.ACCEPT_ENCODING);
        return field != null && field.getValue() != null && field.getValue().contains("gzip");
    }

    private static byte[] zipped(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 4);
        try (var zip = new GZIPOutputStream(bytes, 16 * 1024)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package io.outlay.service;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The HTTP servers of our processes, all made alike: TLS when the settings name a key store, limits on what a stranger may send, and
 * headers that forbid a browser everything that the answer does not need. No answer allows another site to read it (no CORS).
 */
public final class HttpServers {
    static {
        // Read once, when the JDK's server is first used. Without the times a few half-sent requests hold all threads
        // for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("sun.net.httpserver.maxReqHeaders", "64");
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", Integer.toString(32 * 1024));
        System.setProperty("jdk.httpserver.maxConnections", "2000");
    }

    public static final Setting<Optional<Path>> KEY_STORE = Setting.path(
                    "http.tls.keystore",
                    null,
                    "a PKCS12 file with key and certificate: all HTTP servers then speak TLS")
            .optional();
    public static final Setting<Optional<String>> KEY_STORE_PASSWORD = Setting.text(
                    "http.tls.password", null, "password of that file")
            .masked()
            .optional();

    private static final String FORBID_ALL = "default-src 'none'; frame-ancestors 'none'";

    private HttpServers() {}

    /**
     * A server that is not started yet.
     *
     * @param settings with {@link #KEY_STORE} and {@link #KEY_STORE_PASSWORD}
     * @throws IOException if the address cannot be had, or the key store cannot be read
     */
    public static HttpServer create(InetSocketAddress address, Settings settings) throws IOException {
        Optional<Path> keyStore = settings.get(KEY_STORE);
        if (keyStore.isEmpty()) {
            return create(address);
        }
        HttpsServer server = HttpsServer.create(address, 0);
        String password = settings.get(KEY_STORE_PASSWORD).orElse("");
        server.setHttpsConfigurator(new HttpsConfigurator(context(keyStore.get(), password.toCharArray())));
        return server;
    }

    /** The same without TLS. */
    public static HttpServer create(InetSocketAddress address) throws IOException {
        return HttpServer.create(address, 0);
    }

    /** Offers something whose answers no browser has to render; a handler may set a policy of its own instead. */
    public static HttpContext offer(HttpServer server, String path, HttpHandler handler) {
        HttpContext context = server.createContext(path, handler);
        boolean tls = server instanceof HttpsServer;
        context.getFilters().add(Filter.beforeHandler("tight headers", exchange -> {
            Headers headers = exchange.getResponseHeaders();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Content-Security-Policy", FORBID_ALL);
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Cache-Control", "no-store");
            if (tls) {
                headers.set("Strict-Transport-Security", "max-age=31536000");
            }
        }));
        return context;
    }

    /** Compares a token in a time that does not depend on how much of it is right. */
    public static boolean sameToken(String shown, String expected) {
        return MessageDigest.isEqual(hash(shown), hash(expected));
    }

    /** Of one length whatever the token's, which would otherwise show in the time. */
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static SSLContext context(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "the key store " + file + " of '" + KEY_STORE.name() + "' cannot be used: " + e.getMessage(), e);
        }
    }
}

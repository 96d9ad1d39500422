package io.outlay.ingest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    Path folder;

    @Test
    void areShownToTheAddressesThatBeginLikeTheirLine() throws IOException {
        Credentials credentials = read(
                """
                # whose they are
                https://example.com/feeds/ bearer abc
                https://user.example/a basic me:my word
                http://127.0.0.1:8080 header X-Key: 17
                """);
        assertEquals(Map.of("Authorization", "Bearer abc"), credentials.headersFor(uri("https://example.com/feeds/a")));
        assertEquals(
                Map.of("Authorization", "Basic bWU6bXkgd29yZA=="),
                credentials.headersFor(uri("https://user.example/a")));
        assertEquals(Map.of("X-Key", "17"), credentials.headersFor(uri("http://127.0.0.1:8080/any")));
    }

    @Test
    void areShownToNoOther() throws IOException {
        Credentials credentials = read("https://example.com/feeds bearer abc");
        for (String other : new String[] {
            "http://example.com/feeds",
            "https://example.com/feedsome",
            "https://example.com:8443/feeds",
            "https://example.com.evil.example/feeds",
            "https://example.com@evil.example/feeds",
            "https://example.com/"
        }) {
            assertEquals(Map.of(), credentials.headersFor(uri(other)), other);
        }
    }

    @Test
    void aBadLineIsNamedAndNotShown() {
        for (String bad :
                new String[] {"https://example.com bearer", "example.com bearer secret", "https://a.example none secret"
                }) {
            String said =
                    assertThrows(IOException.class, () -> read("\n" + bad)).getMessage();
            assertTrue(said.contains(":2: "), said);
            assertFalse(said.contains("secret"), said);
        }
    }

    /** A server that we sent it to may lead us anywhere. */
    @Test
    void aRedirectToAnotherServerShowsItNothing() throws Exception {
        try (var here = new NewsServer();
                var there = new NewsServer()) {
            var shown = new java.util.concurrent.CopyOnWriteArrayList<String>();
            NewsServer.Page page = exchange -> {
                shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                NewsServer.text("Here.").answer(exchange);
            };
            here.serve("/a", page);
            here.serve("/b", NewsServer.status(302, "Location", there.at("/a").toString()));
            there.serve("/a", page);
            var client = new WebClient(
                    AddressGuard.anywhere(),
                    read(here.at("") + " bearer abc"),
                    "outlay-test/1",
                    java.time.Duration.ofSeconds(20),
                    java.time.Clock.systemUTC());
            client.get(here.at("/a"), Validators.NONE);
            client.get(here.at("/b"), Validators.NONE);
            assertEquals(java.util.List.of("Bearer abc", "null"), shown);
        }
    }

    private Credentials read(String text) throws IOException {
        return Credentials.read(Files.writeString(folder.resolve("credentials"), text));
    }

    private static URI uri(String text) {
        return URI.create(text);
    }
}

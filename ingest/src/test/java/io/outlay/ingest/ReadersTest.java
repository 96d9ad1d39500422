package io.outlay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.outlay.contracts.Article;
import io.outlay.ingest.source.Sighting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people find in files, as lines: {@code where | id | body}, {@code where | gone} or {@code where: why not}. */
class ReadersTest {
    @TempDir
    Path folder;

    @Test
    void readsOneArticleFromEachLine() {
        assertEquals(
                List.of("articles.ndjson:1 | a1 | One.", "articles.ndjson:3 | a2 | Two."),
                read(
                        "articles.ndjson",
                        "{\"id\":\"a1\",\"body\":\"One.\"}\n\n{\"id\":\"a2\",\"body\":\"Two.\",\"extra\":1}\r\n"));
    }

    @Test
    void aBadLineIsNamedAndTheNextOneIsRead() {
        assertEquals(
                List.of(
                        "bad.ndjson:1: not a valid ArticleDraft: Unexpected end-of-input within/between Object entries",
                        "bad.ndjson:2: the article has no 'body'",
                        "bad.ndjson:3: the id 'A|1' does not match [a-z0-9.-]+; leave it out to have one made",
                        "bad.ndjson:4 | a1 | One."),
                read(
                        "bad.ndjson",
                        """
                        {"id":"a1",
                        {"id":"a1","title":"No body"}
                        {"id":"A|1","body":"One."}
                        {"id":"a1","body":"One."}
                        """));
    }

    @Test
    void aLineMaySayThatAnArticleIsGone() {
        assertEquals(
                List.of(
                        "gone.ndjson:1 | a1 gone at 2025-02-25T10:00:00Z",
                        "gone.ndjson:2: 'retracted' stands without an 'id' or a 'url'"),
                read(
                        "gone.ndjson",
                        """
                        {"id":"a1","retracted":true,"fetchedAt":"2025-02-25T10:00:00Z"}
                        {"retracted":true}
                        """));
    }

    @Test
    void refusesABodyOverTheLimit() {
        assertEquals(
                List.of("long.ndjson:1: the body has 1048577 bytes of UTF-8, more than the 1048576 allowed"),
                read("long.ndjson", "{\"body\":\"" + "x".repeat(Article.MAX_BODY_BYTES + 1) + "\"}"));
    }

    @Test
    void passesOverALineThatIsTooLongForAnyArticle() {
        assertEquals(
                List.of("long.ndjson:1: the line is longer than 8388608 bytes", "long.ndjson:2 | a1 | One."),
                read("long.ndjson", "x".repeat(20_000_000) + "\n{\"id\":\"a1\",\"body\":\"One.\"}"));
    }

    @Test
    void readsAnArrayOverManyLines() {
        assertEquals(
                List.of(
                        "list.json:2 | a1 | One.",
                        "list.json:6: the article has no 'body'",
                        "list.json:7: not a JSON object but VALUE_NUMBER_INT",
                        "list.json:8 | a2 | Two."),
                read(
                        "list.json",
                        """
                        [
                          {
                            "id": "a1",
                            "body": "One."
                          },
                          {"id": "a3"},
                          7,
                          {"id": "a2", "body": "Two."}
                        ]
                        """));
    }

    @Test
    void saysWhereAnArrayBreaks() {
        List<String> lines = read("list.json", "[\n{\"id\":\"a1\",\"body\":\"One.\"},\n{\"id\" \"a2\"}\n]");
        assertEquals("list.json:2 | a1 | One.", lines.get(0));
        assertEquals(2, lines.size());
        assertEquals(
                "list.json:3: broken JSON, reading stops here", lines.get(1).replaceFirst("here: .*", "here"));
    }

    @Test
    void readsAPrettyPrintedObject() {
        assertEquals(
                List.of("one.json:1 | a1 | One."), read("one.json", "{\n  \"id\": \"a1\",\n  \"body\": \"One.\"\n}\n"));
    }

    @Test
    void aTextFileIsOneArticle() {
        assertEquals(
                List.of("note.txt | text-5da773e54cbcb307 | Meta will spend."), read("note.txt", "Meta will spend."));
    }

    @Test
    void unpacksGzip() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"id\":\"a1\",\"body\":\"One.\"}".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("articles.ndjson:1 | a1 | One."), read("articles.ndjson.gz", packed.toByteArray()));
    }

    @Test
    void stopsAtABombInGzip() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(nothing);
            }
        }
        assertEquals(
                List.of(
                        "bomb.ndjson.gz: cannot be read further: unpacks to more than 200 times its size, as a bomb does"),
                read("bomb.ndjson.gz", packed.toByteArray()));
    }

    @Test
    void tellsAGzipThatIsCutOff() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"id\":\"a1\",\"body\":\"One.\"}\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        List<String> lines = read("cut.ndjson.gz", java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 12));
        assertEquals(
                "cut.ndjson.gz: cannot be read further: Unexpected end of ZLIB input stream",
                lines.get(lines.size() - 1));
    }

    @Test
    void readsAFolderInTheOrderOfItsPaths() throws IOException {
        Files.createDirectories(folder.resolve("b/.hidden"));
        Files.writeString(folder.resolve("b/two.ndjson"), "{\"id\":\"a2\",\"body\":\"Two.\"}");
        Files.writeString(folder.resolve("a.ndjson"), "{\"id\":\"a1\",\"body\":\"One.\"}");
        Files.writeString(folder.resolve("b/.hidden/x.ndjson"), "{\"id\":\"a9\",\"body\":\"No.\"}");
        Files.writeString(folder.resolve("picture.png"), "no");
        assertEquals(
                List.of("a.ndjson:1 | a1 | One.", "b/two.ndjson:1 | a2 | Two."),
                lines(folder.toString(), InputStream.nullInputStream()));
    }

    @Test
    void readsStandardInputAndGuessesWhatItIs() {
        assertEquals(List.of("standard input:1 | a1 | One."), standardInput("{\"id\":\"a1\",\"body\":\"One.\"}"));
        assertEquals(List.of("standard input:1 | a1 | One."), standardInput("[{\"id\":\"a1\",\"body\":\"One.\"}]"));
        assertEquals(List.of(), standardInput(""));
    }

    @Test
    void tellsAMissingFile() {
        assertThrows(NoSuchFileException.class, () -> new Readers(InputStream.nullInputStream()).read("no-such-file"));
    }

    @Test
    void keepsTheNewestVersionOfEachArticle() throws IOException {
        Files.writeString(
                folder.resolve("versions.ndjson"),
                """
                {"id":"a1","body":"New.","fetchedAt":"2025-02-25T11:00:00Z"}
                {"id":"a1","body":"Old.","fetchedAt":"2025-02-25T09:00:00Z"}
                {"id":"a2","body":"Said.","fetchedAt":"2025-02-25T09:00:00Z"}
                {"id":"a2","retracted":true,"fetchedAt":"2025-02-25T10:00:00Z"}
                {"id":"a3","body":"Undated."}
                """);
        List<Article> newest = Readers.newest(new Readers(InputStream.nullInputStream()).read(folder.toString()));
        assertEquals(
                List.of("New.", "Undated."), newest.stream().map(Article::body).toList());
        assertEquals(Instant.parse("2025-02-25T09:00:00Z"), newest.get(0).fetchedAt());
        assertEquals(null, newest.get(1).fetchedAt());
    }

    private List<String> read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(String name, byte[] content) {
        try {
            Path file = Files.write(folder.resolve(name), content);
            return lines(file.toString(), InputStream.nullInputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> standardInput(String content) {
        return lines("-", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> lines(String source, InputStream standardInput) {
        try (var sightings = new Readers(standardInput).read(source)) {
            return sightings
                    .map(sighting -> line(sighting).replace(folder + "/", ""))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String line(Sighting sighting) {
        if (sighting instanceof Sighting.Found found) {
            return found.where() + " | " + found.article().id() + " | "
                    + found.article().body();
        }
        if (sighting instanceof Sighting.Gone gone) {
            return gone.where() + " | " + gone.articleId() + " gone at " + gone.fetchedAt();
        }
        return sighting.toString();
    }
}

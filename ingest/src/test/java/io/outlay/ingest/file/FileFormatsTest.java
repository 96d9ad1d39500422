package io.outlay.ingest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.outlay.contracts.Article;
import io.outlay.ingest.source.Sighting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileFormatsTest {
    private static final String ONE = "{\"id\":\"a1\",\"body\":\"One.\"}\n";

    @Test
    void readsATableByItsHeader() {
        assertEquals(
                List.of(
                        "t.csv:2 | a1 | Meta, again | It \"will\" spend.\nMore. | 2025-02-25",
                        "t.csv:4 | a2 | null | Short. | null"),
                read(
                        "t.csv",
                        """
                        ID,Headline,Full Text,pub_date
                        a1,"Meta, again","It ""will"" spend.
                        More.",2025-02-25
                        a2,,Short.,
                        """));
    }

    @Test
    void readsATableWithSemicolonsOrTabs() {
        assertEquals(List.of("t.csv:2 | a1 | null | One, two. | null"), read("t.csv", "id;body\na1;One, two."));
        assertEquals(List.of("t.tsv:2 | a1 | null | One, two. | null"), read("t.tsv", "id\tbody\na1\tOne, two.\n\n"));
    }

    @Test
    void aMappingNamesTheColumnsThatTheHeaderDoesNot() {
        var columns = CsvColumns.parse("body=Story,title=Kicker");
        assertEquals(
                List.of("t.csv:2 | a1 | Spending | One. | null"),
                read(columns, "t.csv", "id,Kicker,Story,title\na1,Spending,One.,No"));
    }

    @Test
    void aMappingOfAColumnThatIsNotThereIsRefused() {
        assertEquals(
                List.of("t.csv:1: no column [Story] in [id, text]"),
                read(CsvColumns.parse("body=Story"), "t.csv", "id,text\na1,One."));
    }

    @Test
    void refusesAMappingOfAFieldThatArticlesDoNotHave() {
        assertEquals(
                "'colour=Red' is not FIELD=COLUMN, with FIELD one of id, url, title, body, publishedAt, fetchedAt, source, language",
                assertThrows(IllegalArgumentException.class, () -> CsvColumns.parse("colour=Red"))
                        .getMessage());
    }

    @Test
    void saysWhichRowOfATableIsBad() {
        assertEquals(
                List.of(
                        "t.csv:2: the article has no 'body'",
                        "t.csv:3: fetchedAt is no instant such as 2025-02-25T09:00:00Z: 'then'",
                        "t.csv:4 | a3 | null | Three. | null"),
                read("t.csv", "id,body,fetchedAt\na1,,\na2,Two.,then\na3,Three.,2025-02-25T09:00:00Z\n"));
    }

    @Test
    void aTableWithoutABodyIsRefusedOnce() {
        assertEquals(
                List.of("t.csv:1: no column for the body in [a, b]; name it, as in body=text"),
                read("t.csv", "a,b\n1,2\n3,4\n"));
    }

    @Test
    void aListOfArticlesIsKnownByItsBeginning() {
        String gdelt =
                "{\"articles\": [\n{\"url\":\"https://paper.example/a\",\"title\":\"Firm builds\",\"seendate\":\"20250225T091500Z\"}]}";
        String newsApi =
                "{\"status\":\"ok\",\"totalResults\":1,\"articles\":[{\"title\":\"Firm\",\"description\":\"Builds.\"}]}";
        String jsonFeed =
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_text\":\"Builds.\"}]}";
        assertEquals("Firm builds", articles("g.json", gdelt).get(0).body());
        assertEquals("Builds.", articles("n.json", newsApi).get(0).body());
        assertEquals("Builds.", articles("standard input", jsonFeed).get(0).body());
        assertEquals(
                "One.",
                articles("standard input", "{\"status\":\"new\",\"body\":\"One.\"}")
                        .get(0)
                        .body());
    }

    @Test
    void readsMarkdownWithoutItsMarks() {
        assertEquals(
                List.of(
                        "n.md | n1 | Meta & money | Meta will spend $65 billion on *chips_and_land* this year.\n\nMore | 2025-02-25"),
                read(
                        "n.md",
                        """
                        ---
                        id: n1
                        title: "Meta & money"
                        date: 2025-02-25
                        ---
                        **Meta** will spend [$65 billion](https://example.com/a_b) on \\*chips_and_land\\* this _year_.

                        ![A hall](hall.png)

                        ## More
                        """));
    }

    @Test
    void theFirstHeadingOfMarkdownIsItsTitle() {
        var article = articles("n.md", "# Meta spends\n\n> It *will*.\n\n- 65\n- 72\n")
                .get(0);
        assertEquals("Meta spends", article.title());
        assertEquals("It will.\n\n65\n72", article.body());
    }

    @Test
    void readsTextInOldCharsets() {
        byte[] latin = "Le gouvernement investira 30 milliards d’euros à Fos"
                .getBytes(java.nio.charset.Charset.forName("windows-1252"));
        assertEquals(
                "Le gouvernement investira 30 milliards d’euros à Fos",
                article("n.txt", latin).body());
        byte[] wide = ("\uFEFF" + "Ausgaben für KI").getBytes(StandardCharsets.UTF_16LE);
        assertEquals("Ausgaben für KI", article("n.txt", wide).body());
    }

    @Test
    void readsTheFilesOfAnArchive() throws IOException {
        assertEquals(
                List.of("z.zip!a/one.ndjson:1 | a1 | null | One. | null", "z.zip!two.json:1 | a2 | null | Two. | null"),
                read(
                        "z.zip",
                        zip(
                                "a/one.ndjson",
                                ONE,
                                "picture.png",
                                "no",
                                "two.json",
                                "[{\"id\":\"a2\",\"body\":\"Two.\"}]")));
    }

    @Test
    void refusesNamesThatLeaveAnArchive() throws IOException {
        assertEquals(
                List.of(
                        "z.zip!../one.ndjson: the name leads out of the archive",
                        "z.zip!/etc/one.ndjson: the name leads out of the archive",
                        "z.zip!a\\..\\..\\one.ndjson: the name leads out of the archive",
                        "z.zip!C:\\one.ndjson: the name leads out of the archive",
                        "z.zip!one..two.ndjson:1 | a1 | null | One. | null"),
                read(
                        "z.zip",
                        zip(
                                "../one.ndjson",
                                ONE,
                                "/etc/one.ndjson",
                                ONE,
                                "a\\..\\..\\one.ndjson",
                                ONE,
                                "C:\\one.ndjson",
                                ONE,
                                "one..two.ndjson",
                                ONE)));
    }

    @Test
    void stopsAtABombInAnArchive() throws IOException {
        byte[] bomb = zip("bomb.ndjson", new String(new char[64 << 20]));
        assertEquals(
                List.of("z.zip: cannot be read further: unpacks to more than 200 times its size, as a bomb does"),
                read("z.zip", bomb));
    }

    @Test
    void doesNotFollowArchivesInArchivesForEver() throws IOException {
        byte[] inner = zip("one.ndjson", ONE);
        for (int depth = 0; depth < 3; depth++) {
            inner = zipOf("inner.zip", inner);
        }
        assertEquals(
                List.of("z.zip: cannot be read further: an archive in an archive in an archive"), read("z.zip", inner));
    }

    @Test
    void aBrokenArchiveIsSaidToBeBroken() throws IOException {
        byte[] archive = zip("one.ndjson", ONE.repeat(1000));
        List<String> lines = read("z.zip", Arrays.copyOf(archive, archive.length / 2));
        assertEquals("z.zip: cannot be read further: Unexpected end of ZLIB input stream", lines.get(lines.size() - 1));
    }

    @Test
    void passingLinesOverGoesAsFarAsReadingThem() {
        String lines =
                ONE + "\n  \n{broken\n" + "x".repeat(Lines.MAX_BYTES + 1) + "\n{\"id\":\"a2\",\"body\":\"Two.\"}";
        for (int passed = 0; passed <= 4; passed++) {
            var in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
            FileReader reader = new FileReader(CsvColumns.byName(), in, "a.ndjson");
            int count = 0;
            while (count < passed && reader.skip()) {
                count++;
            }
            int rest = 0;
            for (; reader.hasNext(); reader.next()) {
                rest++;
            }
            assertEquals(4, count + rest);
        }
    }

    /** Names in an old character set once ended the command with an exception. */
    @Test
    void aZipWhoseNamesAreNotUtf8IsRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, java.nio.charset.Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("Größe.ndjson"));
            zip.write(ONE.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("z.zip!Größe.ndjson:1 | a1 | null | One. | null"), read("z.zip", bytes.toByteArray()));
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zipOf(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<String> read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(String name, byte[] content) {
        return sightings(CsvColumns.byName(), name, content).stream()
                .map(FileFormatsTest::line)
                .toList();
    }

    private static List<String> read(CsvColumns columns, String name, String content) {
        return sightings(columns, name, content.getBytes(StandardCharsets.UTF_8)).stream()
                .map(FileFormatsTest::line)
                .toList();
    }

    private static List<Article> articles(String name, String content) {
        return sightings(CsvColumns.byName(), name, content.getBytes(StandardCharsets.UTF_8)).stream()
                .map(sighting -> ((Sighting.Found) sighting).article())
                .toList();
    }

    private static Article article(String name, byte[] content) {
        return ((Sighting.Found) sightings(CsvColumns.byName(), name, content).get(0)).article();
    }

    private static List<Sighting> sightings(CsvColumns columns, String name, byte[] content) {
        List<Sighting> sightings = new ArrayList<>();
        new FileReader(columns, new ByteArrayInputStream(content), name).forEachRemaining(sightings::add);
        return sightings;
    }

    /** {@code where | id | title | body | publishedAt}, or the refusal. */
    private static String line(Sighting sighting) {
        if (sighting instanceof Sighting.Found found) {
            Article article = found.article();
            return String.join(
                    " | ",
                    found.where(),
                    article.id(),
                    String.valueOf(article.title()),
                    article.body(),
                    String.valueOf(article.publishedAt()));
        }
        return sighting.toString();
    }
}

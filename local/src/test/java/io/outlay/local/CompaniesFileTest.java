package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompaniesFileTest {
    @TempDir
    Path folder;

    private Path article;

    @BeforeEach
    void writeAnArticle() throws IOException {
        article = Files.writeString(
                folder.resolve("article.ndjson"),
                "{\"id\":\"a\",\"body\":\"Quuxwerke will invest €5 billion in AI data centres.\","
                        + "\"publishedAt\":\"2025-11-03\"}\n");
    }

    @Test
    void companiesOfOnesOwnAreRead() throws IOException {
        Path mine = Files.writeString(
                folder.resolve("mine.csv"),
                "id,name,country,kind,parent,tickers,aliases,context,fiscal,members\nquux,Quuxwerke,DE\n");
        for (String command : new String[] {"tag", "ledger"}) {
            Ran ran = Ran.outlay(command, "--companies", mine.toString(), article.toString());
            assertEquals(0, ran.exitCode(), ran.err());
            assertTrue(ran.out().contains("{\"id\":\"quux\",\"name\":\"Quuxwerke\",\"country\":\"DE\""), ran.out());
        }
    }

    @Test
    void aMistakeNamesFileAndLine() throws IOException {
        Path bad = Files.writeString(
                folder.resolve("bad.csv"),
                "id,name,country,kind,parent,tickers,aliases,context,fiscal,members\nquux,Quuxwerke,XX\n");
        Ran ran = Ran.outlay("tag", "--companies", bad.toString(), article.toString());
        assertEquals(1, ran.exitCode());
        assertTrue(ran.err().contains("bad.csv:2: country 'XX'"), ran.err());
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Ran ran = Ran.outlay("tag", "--companies", "no-such.csv", article.toString());
        assertEquals(1, ran.exitCode());
        assertEquals("outlay: cannot read companies from no-such.csv: there is no such file\n", ran.err());
    }
}

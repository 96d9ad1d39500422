package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {
    @TempDir
    Path folder;

    @Test
    void columnsNamesTheColumnsOfATable() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "id,Story\na1,Meta will spend.\n");
        Ran read = Ran.outlay("read", "--columns", "body=Story", table.toString());
        assertEquals("", read.err());
        assertEquals(
                "{\"id\":\"a1\",\"body\":\"Meta will spend.\"}",
                read.out().strip().replaceAll(",\"[a-zA-Z]+\":null", ""));
    }

    @Test
    void aWrongMappingIsBadUsage() {
        Ran read = Ran.outlay("read", "--columns", "colour=Red", "t.csv");
        assertEquals(2, read.exitCode());
        assertEquals(
                "outlay: Invalid value for option '--columns': 'colour=Red' is not FIELD=COLUMN, with FIELD one of id, url,"
                        + " title, body, publishedAt, fetchedAt, source, language; see 'outlay read --help'",
                read.err().strip());
    }
}

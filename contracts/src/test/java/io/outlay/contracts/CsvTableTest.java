package io.outlay.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void readsCellsListsQuotesAndCommentsAndLetsTrailingCellsOut() throws IOException {
        List<CsvTable.Row> rows =
                read("# what it is\nid,name,tags\n\na,\"Smith, Jones & \"\"Co\"\"\", x ; y;\nb,Plain\n");
        assertEquals(2, rows.size());
        assertEquals("Smith, Jones & \"Co\"", rows.get(0).get("name"));
        assertEquals(List.of("x", "y"), rows.get(0).list("tags"));
        assertEquals(List.of(), rows.get(1).list("tags"));
        assertEquals(5, rows.get(1).line());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        assertEquals("a", read("\uFEFFid,name\na,b\n").get(0).get("id"));
    }

    @Test
    void errorsNameTheTableAndTheLine() throws IOException {
        var row = read("id,name\na\n").get(0);
        assertEquals("t.csv:2: column 'name' is empty; fill it in", messageOf(() -> row.need("name")));
        assertEquals("t.csv: the header has no column 'kind'; add it", messageOf(() -> row.get("kind")));
        assertEquals(
                "t.csv:2: has 3 cells where the header names 2; put a cell that holds a comma in double quotes",
                messageOf(() -> read("id,name\na,b,c\n")));
        assertEquals(
                "t.csv:2: a double quote is not closed; close it on the same line",
                messageOf(() -> read("id,name\na,\"b\n")));
    }

    private static String messageOf(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }

    private static List<CsvTable.Row> read(String text) throws IOException {
        return CsvTable.read("t.csv", new StringReader(text)).rows();
    }
}

package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.Json;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row of evidence as it stands in the store: who says it in its head, what is said behind. */
class EvidenceRowTest {
    private final EvidenceRow one = row("a1", "https://www.harbour-post.example:8080/a1", "Harbour Post", "b1", "b2");

    @Test
    void whatIsShownIsReadWithoutTheBands() {
        EvidenceRow read = EvidenceRow.ofText(one.text());
        assertEquals(one.evidence(), read.evidence());
        assertEquals(one.key(), read.key());
        assertEquals(List.of(), read.bands());
    }

    @Test
    void sourcesAreCountedByTheHeadAsByTheRow() {
        EvidenceRow sameSite = row("a2", "http://harbour-post.example/other", "somebody");
        EvidenceRow copy = row("a3", "https://north-wire.example/a3", "north", "b2", "b3");
        EvidenceRow other = row("a4", null, "north");
        for (List<EvidenceRow> rows : List.of(List.of(one, sameSite), List.of(one, copy))) {
            assertEquals(1, IndependentSources.count(sources(rows)), () -> "one source: " + rows);
        }
        assertEquals(2, IndependentSources.count(sources(List.of(one, sameSite, copy, other))));
    }

    private static List<Source> sources(List<EvidenceRow> rows) {
        List<Source> stored = rows.stream()
                .map(row -> Source.of(
                        row.key().substring(EvidenceRow.prefix("meta", "f1").length()), row.text()))
                .toList();
        assertEquals(
                IndependentSources.count(rows.stream().map(Source::of).toList()), IndependentSources.count(stored));
        return stored;
    }

    /** A band or a site is another's text: whatever it has in it, the row is read again. */
    @Test
    void noTextOfAnothersBreaksTheHead() {
        EvidenceRow odd = row("a5", null, "a\tsite\nof two lines", "b 1", "b\n2", "\t");
        assertEquals(odd.evidence(), EvidenceRow.ofText(odd.text()).evidence());
        assertEquals(1, IndependentSources.count(sources(List.of(odd, row("a6", null, "a\tsite\nof two lines")))));
    }

    /** As release 0.1.0 wrote them. */
    @Test
    void rowsOfJsonAloneAreReadToo() {
        String json = Json.string(one);
        assertEquals(one, EvidenceRow.ofText(json));
        Source read = Source.of(one.rank(), json);
        assertEquals(1, IndependentSources.count(List.of(read, Source.of(one))));
        assertTrue(read.signs() == 4, "article, two bands, site");
    }

    private static EvidenceRow row(String article, String url, String source, String... bands) {
        CommitmentEvidence evidence = new CommitmentEvidence(
                article,
                url,
                "A title",
                source,
                LocalDate.parse("2025-01-24"),
                0.9,
                "It will spend.",
                0,
                0,
                14,
                null,
                null,
                3,
                8,
                null,
                null,
                "test");
        return new EvidenceRow("meta", "f1", "meta", evidence, List.of(bands));
    }
}

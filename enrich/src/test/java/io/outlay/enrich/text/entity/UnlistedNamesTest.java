package io.outlay.enrich.text.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnlistedNamesTest {
    private static final EntityScanner SCANNER = EntityScanner.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quarkfield, an Australian data-centre builder, will spend A$7 billion. | quarkfield | AU",
                "Last week Norrsken Compute, a Swedish start-up, leased the halls. | norrsken-compute | SE",
                "Swedish startup Vintergatan will build there. | vintergatan | SE",
                "The lease went to Brontel Corp. in March. | brontel | *",
                "Sumeru Data Holdings plans ten halls. | sumeru-data | *",
                "Éclair Énergie, a French utility, joins. | eclair-energie | FR",
                "Novarro has announced a €2 billion campus near Madrid. | novarro | *",
                "In May, Brightloom said it would invest $300 million in halls. | brightloom | *",
                "KLM Data Center 02 intends to build there. | klm-data-center | *",
                "VoltHQ pledged 300 million euros. | volthq | *",
            })
    void readsTheNameItsIdAndItsCountry(String text, String id, String country) {
        FoundEntity found = first(text);
        assertNotNull(found);
        assertNotNull(found.payer());
        assertEquals(id, found.payer().id());
        assertEquals(country, found.payer().country());
        assertTrue(!found.payer().listed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft will spend more in Texas.",
                "But in March the company said no.",
                "The CEO and the CFO of the EU fund left on Friday.",
                "nobody is named here at all",
                "Lena Moss will invest $3 billion. Then Moss plans to build more.",
                "Hyperscalers will spend more. Management expects to spend less.",
                "The billionaire Okoro will invest $720 million in halls.",
                "Spring has announced itself, 3 weeks early.",
                ""
            })
    void givesNothingWhenAllNamesAreKnownOrNone(String text) {
        assertNull(first(text));
    }

    @Test
    void anyNameGivesAnIdThatCanBePartOfAKey() {
        for (String name : List.of("Zürich Läb", "O'Neil & Sons", "株式会社", "S.p.A. Società", "A/B", "…")) {
            assertTrue(Ids.isId(Slugs.of(name)), name);
        }
        assertEquals("credit-lyonnais-s.a", Slugs.of("Crédit Lyonnais S.A."));
    }

    private static @Nullable FoundEntity first(String text) {
        return SCANNER.scan(text).stream()
                .filter(entity -> entity.company() != null && !entity.company().listed())
                .findFirst()
                .orElse(null);
    }
}

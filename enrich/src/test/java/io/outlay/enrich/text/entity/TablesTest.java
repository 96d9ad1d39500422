package io.outlay.enrich.text.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Countries;
import io.outlay.contracts.Ids;
import java.io.IOException;
import java.io.StringReader;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold of {@code companies.csv} and {@code places.csv}, and how a file with rows of a user's own is read. */
class TablesTest {
    private static final CompanyTable COMPANIES = CompanyTable.standard();
    private static final PlaceTable PLACES = PlaceTable.standard();
    private static final String HEADER = "id,name,country,kind,parent,tickers,aliases,context,fiscal,members\n";

    @Test
    void everyIdCanBePartOfAKey() {
        COMPANIES.all().forEach(company -> assertTrue(Ids.isId(company.id()), company.id()));
        PLACES.all().forEach(place -> assertTrue(Ids.isId(place.id()), place.id()));
    }

    @Test
    void knowsAtLeastFifteenHundredPayersAndSuppliers() {
        long listed = COMPANIES.all().stream()
                .filter(c -> c.kind() != EntityKind.MEDIA && c.kind() != EntityKind.GOVERNMENT)
                .count();
        assertTrue(listed >= 1500, "rows: " + listed);
    }

    @Test
    void noNameStandsTwiceUnlessContextTellsItApart() {
        Map<String, List<String>> sureOwners = new HashMap<>();
        for (Company company : COMPANIES.all()) {
            for (Alias alias : company.aliases()) {
                if (alias.trust() == Alias.Trust.SURE) {
                    sureOwners
                            .computeIfAbsent(alias.text(), a -> new ArrayList<>())
                            .add(company.id());
                }
            }
        }
        sureOwners.values().removeIf(owners -> owners.size() < 2);
        assertEquals(Map.of(), sureOwners);
    }

    @Test
    void noPlaceNameStandsTwiceUnlessContextTellsItApart() {
        Map<String, List<String>> sureOwners = new HashMap<>();
        for (Place place : PLACES.all()) {
            for (Alias alias : place.aliases()) {
                if (alias.trust() == Alias.Trust.SURE) {
                    sureOwners
                            .computeIfAbsent(alias.text(), a -> new ArrayList<>())
                            .add(place.id());
                }
            }
        }
        sureOwners.values().removeIf(owners -> owners.size() < 2);
        assertEquals(Map.of(), sureOwners);
    }

    @Test
    void everyCountryIsAPlaceOfItsOwn() {
        long unnamed = Countries.standard().all().stream()
                .filter(country -> PLACES.find(country.code().toLowerCase(java.util.Locale.ROOT)) == null)
                .map(io.outlay.contracts.Country::code)
                .filter(code -> !UNINHABITED_OR_TINY.contains(code))
                .peek(System.err::println)
                .count();
        assertEquals(0, unnamed);
    }

    /** Territories that no news of data centres names; their words would only mislead. */
    private static final List<String> UNINHABITED_OR_TINY = List.of(
            "BV", "CC", "GS", "HM", "IO", "MF", "NF", "NU", "PM", "PN", "SH", "SJ", "SX", "TF", "TK", "UM", "VC", "WF");

    @ParameterizedTest
    @CsvSource({
        "aws, amazon",
        "instagram, meta",
        "azure, microsoft",
        "google-cloud, alphabet",
        "github, microsoft",
        "vision-fund, *",
        "microsoft, microsoft"
    })
    void subsidiariesResolveToWhoPays(String id, String payer) {
        Company company = COMPANIES.find(id);
        if (payer.equals("*")) {
            assertEquals(null, company);
            return;
        }
        assertNotNull(company);
        assertEquals(payer, COMPANIES.payerOf(company).id());
    }

    @ParameterizedTest
    @CsvSource({"microsoft, --06-30", "oracle, --05-31", "nvidia, --01-31", "softbank, --03-31", "amazon, --12-31"})
    void fiscalYears(String id, String end) {
        Company company = COMPANIES.find(id);
        assertNotNull(company);
        assertEquals(MonthDay.parse(end), company.fiscalYearEnd());
    }

    @Test
    void aPlaceInsideAnotherIsCompatibleWithIt() {
        assertTrue(PLACES.compatible("us-tx-abilene", "us-tx"));
        assertTrue(PLACES.compatible("us", "us-tx-abilene"));
        assertTrue(PLACES.liesIn("jp-osaka", "jp"));
        assertTrue(!PLACES.compatible("us-tx-abilene", "us-wi"));
        assertTrue(!PLACES.liesIn("us-tx", "us-tx-abilene"));
    }

    @Test
    void aUsersRowsAreAddedWithoutABuild() throws IOException {
        String file = rows("acme,Acme Compute,NO,,,ACM,Acme??,fjord\nopenai,OpenAI,US\n");
        CompanyTable table = COMPANIES.plus("mine.csv", new StringReader(file));
        var scanner = new EntityScanner(table, PLACES);
        List<FoundEntity> found = scanner.scan("In the fjord Acme builds halls, Acme Compute said.");
        assertEquals(2, found.size());
        assertTrue(
                found.stream().allMatch(e -> e.payer() != null && e.payer().id().equals("acme")));
        assertEquals(COMPANIES.all().size() + 1, table.all().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme,Acme,NO | :2: id 'Acme' must match [a-z0-9.-]+",
                "acme,Acme,XX | :2: country 'XX' of acme is no ISO code",
                "acme,Acme,NO,firm | :2: kind 'firm' of acme must be company",
                "acme,Acme,NO,,acme-parent | :2: parent 'acme-parent' of acme is no id of the table",
                "acme,Acme,NO,consortium,,,,,,nobody | :2: member 'nobody' of acme is no id of the table",
                "acme,Acme,NO,,,,,,31-12 | :2: fiscal year end '31-12' must be MM-DD",
                "acme,,NO | :2: column 'name' is empty",
                "acme,Acme,NO,,,,,,,,,,, | :2: has 14 cells where the header names 10",
                "acme,\"Acme,NO | :2: a double quote is not closed",
                "acme,Acme,NO,,acme | :2: the parents of acme go round in a ring"
            })
    void aBadRowIsNamedByFileAndLine(String row, String message) {
        String file = rows(row + "\n");
        var error =
                assertThrows(IllegalArgumentException.class, () -> COMPANIES.plus("mine.csv", new StringReader(file)));
        assertTrue(error.getMessage().startsWith("mine.csv:"), error.getMessage());
        assertTrue(error.getMessage().contains(message.strip()), error.getMessage());
    }

    @Test
    void aRowThatStandsTwiceIsAnError() {
        String file = rows("acme,Acme,NO\nacme,Acme Again,SE\n");
        var error =
                assertThrows(IllegalArgumentException.class, () -> COMPANIES.plus("mine.csv", new StringReader(file)));
        assertTrue(error.getMessage().contains(":3: id acme stands in line 2 too"), error.getMessage());
    }

    private static String rows(String rows) {
        return HEADER + rows;
    }
}

package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code explain}, {@code review}, {@code correct} and {@code totals} over what {@code outlay ledger} prints: no Kafka. */
class ExplainCommandTest {
    private static final String SLIP =
            """
            {"id":"b-1","url":"https://a.example/1","body":"Meta expects capital expenditures of $60 billion to $65 billion in 2025 for AI data centers.","publishedAt":"2025-01-24","source":"A"}
            {"id":"b-2","url":"https://b.example/2","body":"Meta expects capital expenditures of $6.5 billion in 2025 for AI data centers.","publishedAt":"2025-03-01","source":"B"}
            {"id":"b-3","url":"https://c.example/3","body":"Alibaba will invest 380 billion yuan ($53 billion) in AI infrastructure over the next three years.","publishedAt":"2025-02-24","source":"C"}
            {"id":"b-4","url":"https://d.example/4","body":"Microsoft will invest 900 billion Iranian rials (IRR) in AI data centers in Iran over the next two years.","publishedAt":"2025-02-25","source":"D"}
            """;

    @TempDir
    private static Path folder;

    private static String ledger = "";

    @BeforeAll
    static void aLedgerIsPrinted() throws IOException {
        ledger = printed(Files.writeString(folder.resolve("articles.ndjson"), SLIP));
    }

    private static String printed(Path articles, String... more) throws IOException {
        Ran ran = Ran.outlay(Stream.concat(Stream.of("ledger", articles.toString()), Stream.of(more))
                .toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        return Files.writeString(Files.createTempFile(folder, "ledger", ".ndjson"), ran.out())
                .toString();
    }

    private static JsonNode json(String... args) {
        Ran ran = Ran.outlay(args);
        assertEquals(0, ran.exitCode(), ran.err());
        return Json.read(ran.out().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Meta, meta",
        "meta, meta",
        "Facebook, meta",
        "Instagram, meta",
        "China, CN",
        "cn, CN",
        "PRC, CN",
        "United States, US",
        "Alibaba Cloud, alibaba"
    })
    void peopleWriteNamesAsTheyLike(String written, String id) {
        assertEquals(
                id,
                json("explain", written, ledger, "--format", "json")
                        .at("/subject/id")
                        .asText());
    }

    @Test
    void fromTheTotalToTheSentence() {
        List<String> lines = Ran.outlay("explain", "China", ledger, "--basis", "headquarters")
                .out()
                .lines()
                .toList();
        int total = lines.indexOf("COMMITMENT by payers from China, all time, in US dollars");
        String commitment = json("explain", "alibaba", ledger, "--format", "json")
                .at("/commitments/0/id")
                .asText();
        assertEquals(
                List.of(
                        "           LOW        HEADLINE            HIGH  LINE              WHAT",
                        "52,234,538,577  52,234,538,577  52,234,538,577  " + commitment
                                + "  Alibaba, 2025-2028, live, official",
                        "52,234,538,577  52,234,538,577  52,234,538,577  total"),
                lines.subList(total + 1, total + 4));
        String text = String.join("\n", lines);
        assertTrue(
                text.contains("CNY 380,000,000,000 = USD 52,234,538,577 at 7.27488 CNY per dollar (2025-02, "), text);
        assertTrue(text.contains("\"Alibaba will invest 380 billion yuan"), text);
        assertTrue(text.contains("characters 0-98 of b-3, C, 2025-02-24; rule "), text);
    }

    @Test
    void theFirstDigitsOfAnIdWillDoAndEachFigureFindsItsCommitment() {
        JsonNode meta = json("explain", "Meta", ledger, "--measure", "guidance", "--format", "json");
        for (JsonNode c : meta.get("commitments")) {
            for (JsonNode figure : c.get("figures")) {
                assertEquals(
                        c.get("id").asText(),
                        json("explain", figure.asText().substring(0, 8), ledger, "--format", "json")
                                .at("/subject/id")
                                .asText());
            }
        }
    }

    @Test
    void whatIsNotFoundIsOneLineWithWhatComesNearest() {
        assertEquals(
                new Ran(1, "", "outlay: nothing is known of 'Metta'; did you mean Meta (meta)?\n"),
                Ran.outlay("explain", "Metta", ledger));
        assertEquals(
                new Ran(1, "", "outlay: nothing is known of 'ali'; did you mean Alibaba (alibaba)?\n"),
                Ran.outlay("explain", "ali", ledger));
        assertEquals(1, Ran.outlay("explain", "Nvidia", ledger).exitCode());
        assertEquals(2, Ran.outlay("explain").exitCode());
        assertEquals(
                2,
                Ran.outlay("explain", "Meta", ledger, "--measure", "GUIDENCE").exitCode());
        Ran noLedger =
                Ran.outlay("explain", "Meta", folder.resolve("articles.ndjson").toString());
        assertEquals(1, noLedger.exitCode());
        assertTrue(noLedger.err().contains("articles.ndjson:1: this is no line of 'outlay ledger'"), noLedger.err());
    }

    /** What {@code review} tells to type is typed, and the doubt is gone. */
    @Test
    void theReviewsCorrectionsSettleWhatIsInDoubt() throws IOException {
        JsonNode item = json("review", ledger, "--doubt", "DISPUTED", "--format", "json");
        assertEquals("Meta", item.get("payerName").asText());
        assertEquals(3, item.get("commands").size());
        for (JsonNode command : item.get("commands")) {
            Ran corrected = Ran.outlay((command.asText().replace("outlay ", "") + " --ledger " + ledger).split(" "));
            assertEquals(0, corrected.exitCode(), corrected.err());
            Path corrections =
                    Files.writeString(Files.createTempFile(folder, "corrections", ".ndjson"), corrected.out());
            String after = printed(folder.resolve("articles.ndjson"), "--corrections", corrections.toString());
            String inDoubt = Ran.outlay("review", after, "--doubt", "DISPUTED", "--format", "csv")
                    .out();
            assertFalse(
                    inDoubt.contains("\n" + item.get("commitment").asText() + ","), command.asText() + "\n" + inDoubt);
        }
    }

    static Stream<List<String>> whatIsRefused() {
        return Stream.of(
                List.of("amount=lots", "'lots' is no amount"),
                List.of("amount=1.5", "is no whole number of units"),
                List.of("amount=70bn/60bn/80bn", "low ≤ headline ≤ high must hold"),
                List.of("currency=YUAN", "'YUAN' is no currency"),
                List.of("measure=CAPEX", "it is one of [GUIDANCE, COMMITMENT, PURCHASE, PUBLIC, EQUITY, ACTUAL, MEMO]"),
                List.of("status=certain", "it is one of [RUMOUR, REPORTED, LETTER_OF_INTENT, OFFICIAL]"),
                List.of("period=soon", "a period key is FY2026"),
                List.of("day=2025-02-30", "a day is YYYY-MM-DD"),
                List.of("destination=Atlantis", "'Atlantis' is no country"),
                List.of("site=nowhere", "'nowhere' is no place"),
                List.of("colour=red", "no field 'colour' can be set"),
                List.of("red", "'red' is no FIELD=VALUE"));
    }

    @ParameterizedTest
    @MethodSource("whatIsRefused")
    void badValuesAreRefusedWithWhatTheFieldTakes(List<String> fieldAndComplaint) {
        Ran refused = Ran.outlay(
                "correct", "set", "0", fieldAndComplaint.get(0), "--author=a", "--reason=r", "--bootstrap=127.0.0.1:1");
        assertEquals(2, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains(fieldAndComplaint.get(1)), refused.err());
        assertEquals(1, refused.err().lines().count());
    }

    @Test
    void aCorrectionNeedsAuthorReasonAndSomethingToHit() {
        assertEquals(2, Ran.outlay("correct").exitCode());
        assertEquals(2, Ran.outlay("correct", "reject", "7e1e", "--author=a").exitCode());
        Ran nothing = Ran.outlay("correct", "reject", "ffffffff", "--author=a", "--reason=r", "--ledger", ledger);
        assertEquals(1, nothing.exitCode());
        assertTrue(nothing.err().contains("hits nothing; nothing was written"), nothing.err());
    }

    @Test
    void valuesAreReadAsPeopleWriteThem() {
        String id = json("explain", "alibaba", ledger, "--format", "json")
                .at("/commitments/0/id")
                .asText();
        List<JsonNode> set = Ran.outlay(
                        "correct",
                        "set",
                        id.substring(0, 7),
                        "amount=50bn/0.06tn/70,000,000,000",
                        "currency=usd",
                        "status=letter of intent",
                        "destination=France;sa",
                        "site=Texas",
                        "counterparty=AWS",
                        "--author=Ann",
                        "--reason=read it",
                        "--ledger",
                        ledger)
                .out()
                .lines()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .toList();
        assertEquals(
                List.of("50000000000/60000000000/70000000000", "USD", "LETTER_OF_INTENT", "FR;SA", "us-tx", "amazon"),
                set.stream().map(c -> c.get("value").asText()).toList());
        assertTrue(
                set.stream().allMatch(c -> c.at("/target/commitment").asText().equals(id)), set.toString());
        List<String> moments = set.stream().map(c -> c.get("at").asText()).toList();
        assertEquals(moments.stream().sorted().distinct().toList(), moments, "each later than the one before");
    }

    @Test
    void whatHasNoRateIsListedWithItsNativeAmount() {
        JsonNode one = json("totals", ledger, "--unconverted", "--format", "json");
        assertEquals("IRR", one.get("currency").asText());
        assertEquals(900_000_000_000L, one.get("headline").asLong());
        assertFalse(Ran.outlay("totals", ledger, "--of", "Microsoft").out().contains("900"));
    }

    @Test
    void totalsOfOneCompanyOrCountryOfTheLedger() {
        assertEquals(
                List.of("ANNOUNCED", "GUIDANCE"),
                Ran.outlay("totals", ledger, "--of", "facebook", "--window", "all", "--format", "json")
                        .out()
                        .lines()
                        .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class)
                                .get("measure")
                                .asText())
                        .toList());
        assertTrue(Ran.outlay("totals", ledger, "--of", "CN").out().contains("China"));
    }
}

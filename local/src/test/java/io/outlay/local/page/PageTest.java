package io.outlay.local.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import io.outlay.ingest.Readers;
import io.outlay.ingest.source.Sighting;
import io.outlay.local.page.Browser.Screen;
import io.outlay.local.road.BrokerFaults;
import io.outlay.local.road.Demo;
import io.outlay.local.road.Feeding;
import io.outlay.local.road.ListedSource;
import io.outlay.local.road.Ports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * The page in a real Chromium over the whole road: a broker, all services, the sample articles. Each view is used as a person would use
 * it; what it looks like is kept in {@code target/screenshots}. Tests that send an article or a correction come last.
 */
@ExtendWith(BrokerFaults.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageTest {
    private static final List<String> VIEWS =
            List.of("now", "companies", "countries", "time", "commitments", "live", "review");

    /** An article that is not true, with a title and a source that would run a script if they were taken for markup. */
    private static final String HOSTILE =
            """
            {"id":"hostile","url":"https://lantern.example/hostile","publishedAt":"2026-04-29",
             "title":"<img src=x onerror=window.broken=1><b>Alphabet</b>","source":"<script>window.broken=2</script>",
             "body":"Alphabet now expects capital expenditures of $1.2 trillion in 2026 for AI data centres, up from $185 billion, it said."}
            """;

    private static final String NORWAY =
            """
            {"id":"norway","url":"https://lantern.example/norway","publishedAt":"2026-04-29","title":"Oracle builds in Norway","source":"The Lantern",
             "body":"Oracle will invest $4 billion in AI data centres in Norway over the next three years, the company said."}
            """;

    private static final String SWEDEN =
            """
            {"id":"sweden","url":"https://lantern.example/sweden","publishedAt":"2026-04-29","title":"Microsoft builds in Sweden","source":"The Lantern",
             "body":"Microsoft will invest $3 billion in AI data centres in Sweden over the next three years, the company said."}
            """;

    private static int port;
    private static Demo demo;
    private static Browser browser;

    @BeforeAll
    static void openThePageOnTheRoad(@TempDir Path folder) throws Exception {
        Browser.assumeThere();
        port = Ports.anyFree();
        demo = Demo.start(port);
        demo.tell(look -> {});
        browser = Browser.start("http://localhost:" + port, folder);
        browser.until(
                "the page has read everything",
                () -> api("/api/status").path("health").path("state").asText().equals("LIVE")
                        && api("/api/totals?limit=1").path("matching").asInt() > 0);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @BeforeEach
    void light() {
        browser.screen(Screen.LIGHT);
    }

    @AfterEach
    void thereIsNoComplaint(TestInfo test) {
        browser.assertNoComplaint(test.getDisplayName());
    }

    @Test
    @Order(1)
    void everyViewOnEveryScreenIsWholeAndOpenToEveryone() throws Exception {
        for (Screen screen : Screen.values()) {
            browser.screen(screen);
            for (String view : VIEWS) {
                look("/?view=" + view, view, screen);
            }
            look("/?view=companies&company=meta&window=365d", "company", screen);
            look("/?view=countries&by=destination&measure=commitment", "destinations", screen);
            look("/?view=commitment&id=" + commitment("meta", "guidance"), "commitment", screen);
        }
    }

    private static void look(String address, String name, Screen screen) throws IOException {
        String where = name + "-" + screen.name().toLowerCase(Locale.ROOT);
        browser.open(address);
        browser.keepPicture(where);
        assertEquals(List.of(), browser.barriers(), where);
        assertEquals(
                false,
                browser.run("return document.documentElement.scrollWidth > innerWidth"),
                where + " is wider than its screen");
        browser.assertNoComplaint(where);
    }

    @Test
    @Order(2)
    void theHeadlineIsTheSumAndFollowsItsSwitches() throws Exception {
        browser.open("/");
        JsonNode sum = api("/api/totals").path("sum");
        assertEquals(inWords(sum.path("headlineUsd").asLong()), browser.text("#headline"));
        assertEquals(
                inWords(sum.path("lowUsd").asLong()) + " – "
                        + inWords(sum.path("highUsd").asLong()),
                browser.text("#band"));
        browser.choose("365 days");
        assertEquals("/?window=365d", browser.address());
        assertTrue(browser.text("#headline").startsWith("+$"), browser.text("#headline"));
        assertTrue(browser.text("#before").contains("against it"), browser.text("#before"));
        browser.choose("Purchases");
        assertEquals("/?measure=purchase&window=365d", browser.address());
        assertTrue(browser.text(".head p").contains("Contracts for cloud capacity"), browser.text(".head p"));
        browser.back();
        browser.back();
        assertEquals("/", browser.address());
        assertEquals(inWords(sum.path("headlineUsd").asLong()), browser.text("#headline"));
    }

    @Test
    @Order(2)
    void theSliderGoesBackToAnyDay() throws Exception {
        browser.open("/");
        String today = browser.text("#headline");
        browser.one("#asof").sendKeys(Keys.HOME);
        browser.until("the headline is an earlier one", () -> !browser.text("#headline")
                .equals(today));
        browser.settle();
        String day = browser.address().replace("/?asOf=", "");
        assertEquals(api("/api/status").path("firstDay").asText(), day);
        JsonNode then = api("/api/totals?asOf=" + day).path("sum");
        browser.until("it is that day's", () -> browser.text("#headline")
                .equals(inWords(then.path("headlineUsd").asLong())));
        browser.one("#asof").sendKeys(Keys.END);
        browser.until("it is today's again", () -> browser.text("#headline").equals(today));
        assertEquals("/", browser.address());
    }

    @Test
    @Order(2)
    void filtersCombineAndAnAddressThatIsPassedOnShowsTheSame() {
        browser.open("/?view=countries&measure=commitment&by=destination");
        browser.run(
                "document.querySelector('path[data-code=\"IN\"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        browser.until("the map filters", () -> browser.text(".chip").equals("Spent in: India"));
        browser.choose("Companies");
        browser.settle();
        List<String> names = texts(".bars td.name");
        assertTrue(names.contains("Microsoft") && names.contains("Reliance Industries"), names.toString());
        assertFalse(names.contains("Apple"), names.toString());
        browser.choose("Microsoft");
        assertEquals("Microsoft", browser.text("h1"));
        String address = browser.address();
        String figure = browser.text("#headline");
        browser.open("/");
        browser.open(address);
        assertEquals("Microsoft", browser.text("h1"));
        assertEquals(figure, browser.text("#headline"));
        assertEquals(2, browser.all(".chip").size());
        browser.click(".chip");
        assertEquals("By company", browser.text("h1"));
    }

    @Test
    @Order(2)
    void timeIsToldByStepAndStrand() {
        browser.open("/?view=time");
        int months = browser.all("details tbody tr").size();
        browser.choose("Weeks");
        assertTrue(browser.all("details tbody tr").size() > months, "weeks are more than months");
        browser.choose("Net change");
        browser.choose("Headquarters");
        assertEquals("/?view=time&step=week&split=headquarters&show=net", browser.address());
        assertTrue(browser.text(".legend").contains("United States"), browser.text(".legend"));
        assertFalse(browser.all(".marker").isEmpty(), "revisions are marked");
    }

    @Test
    @Order(2)
    void aCommitmentShowsTheSentenceWithItsWordsMarked() {
        browser.open("/?view=commitments");
        browser.one("#search").sendKeys("meta 2025");
        browser.until("the search narrows", () -> browser.address().contains("q=meta+2025"));
        browser.settle();
        browser.until("guidance is found", () -> texts(".commitments td").contains("Guidance CY2025"));
        assertEquals("search", browser.run("return document.activeElement.id"), "who types goes on typing");
        browser.open("/?view=commitment&id=" + commitment("meta", "guidance"));
        assertTrue(texts("mark.payer").contains("Meta"), texts("mark.payer").toString());
        assertTrue(texts("mark.amount").stream().anyMatch(text -> text.contains("billion")));
        assertTrue(browser.one(".quote footer a").getDomProperty("href").startsWith("https://"));
        assertTrue(browser.all(".steps > li").size() >= 2, "revisions are steps");
        assertFalse(browser.all(".chart circle").isEmpty(), "revisions are drawn");
    }

    @Test
    @Order(2)
    void everythingIsReachedByKeyboard() {
        browser.open("/");
        browser.press(Keys.TAB);
        assertEquals("To the content", browser.run("return document.activeElement.textContent"));
        for (int i = 0; i < 4; i++) {
            browser.press(Keys.TAB);
        }
        assertEquals("Countries", browser.run("return document.activeElement.textContent"));
        browser.press(Keys.ENTER);
        browser.settle();
        assertEquals("By country", browser.text("h1"));
        assertEquals("H1", browser.run("return document.activeElement.tagName"), "a new view is read from its heading");
    }

    @Test
    @Order(2)
    void tablesAndChartsAreFilesWithTheirProvenance() throws Exception {
        browser.open("/?view=time");
        for (String format : List.of("CSV", "JSON", "SVG", "PNG")) {
            browser.click(".saves summary");
            browser.choose(format);
        }
        String csv = Files.readString(download(".csv"));
        assertTrue(csv.startsWith("# Outlay, announced AI spending as of 2026-04-29"), csv);
        assertTrue(csv.contains("\r\nday,Apple,Stargate,"), csv);
        JsonNode json = Json.mapper().readTree(Files.readString(download(".json")));
        assertTrue(json.path("provenance").asText().startsWith("Outlay"), json.toString());
        assertTrue(json.path("rows").size() > 10);
        String svg = Files.readString(download(".svg"));
        assertTrue(svg.contains("Outlay, announced AI spending as of 2026-04-29") && svg.contains("fill=\"rgb("), svg);
        byte[] png = Files.readAllBytes(download(".png"));
        assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
        assertTrue(png.length > 5_000, "an empty picture");
    }

    @Test
    @Order(3)
    void anArticleThatComesInShowsOnTheOpenPage() throws Exception {
        browser.open("/?view=live");
        assertTrue(browser.text("#live-state").contains("quiet"), browser.text("#live-state"));
        browser.run("window.sameDocument = true");
        send(NORWAY);
        browser.until("the news is there", () -> texts(".news li").stream()
                .anyMatch(text -> text.contains("Oracle") && text.contains("Norway") && text.contains("+$4.00")));
        assertEquals(true, browser.run("return window.sameDocument"), "without loading the page anew");
        browser.keepPicture("live-with-news");
    }

    @Test
    @Order(4)
    void whatComesFromOutsideIsTextAndNothingElse() throws Exception {
        send(HOSTILE);
        browser.until("it is disputed", () -> inDoubt("alphabet").isPresent());
        String id = inDoubt("alphabet").orElseThrow();
        browser.open("/?view=commitment&id=" + id);
        String footer = browser.text(".quote footer");
        assertTrue(footer.contains("<img src=x onerror=window.broken=1><b>Alphabet</b>"), footer);
        assertTrue(footer.contains("<script>window.broken=2</script>"), footer);
        for (String address : List.of(
                "/?view=review",
                "/?view=live",
                "/?view=commitments&q=%3Cimg%20src%3Dx%20onerror%3Dwindow.broken%3D3%3E",
                "/?view=commitment&id=%3Cimg%20src=x%20onerror=window.broken=4%3E",
                "/?view=companies&company=%22%3E%3Cimg%20src=x%20onerror=window.broken=5%3E",
                "/?view=%3Cscript%3E&measure=%3Cscript%3E&window=javascript:1")) {
            browser.open(address);
            assertEquals(0, browser.all("main img, main script").size(), address);
            assertEquals(true, browser.run("return window.broken === undefined"), address);
        }
        browser.open("/?view=review");
        browser.click("#review-" + id + " summary");
        assertTrue(browser.text(".quote footer").contains("<img src=x"), browser.text(".quote footer"));
        assertEquals(0, browser.all("main img").size());
        // An id and a company that cannot be are refused by the API, which Chromium reports; nothing else may be.
        browser.forgetRefusals();
    }

    @Test
    @Order(5)
    void anAnalystsWordMovesTheTotals() throws Exception {
        String doubtful = inDoubt("alphabet").orElseThrow();
        browser.open("/?view=review");
        String before = browser.text("#headline");
        browser.click("#review-" + doubtful + " summary");
        browser.choose("Reject");
        browser.one("input[name=author]").sendKeys("Ada");
        browser.one("input[name=reason]").sendKeys("<i>a hoax</i>");
        browser.keepPicture("review-reject");
        browser.click("form button[type=submit]");
        browser.until("it is in doubt no more", () -> browser.all("#review-" + doubtful)
                .isEmpty());
        assertEquals(before, browser.text("#headline"), "what was disputed counted nothing");
        assertEquals(doubtful, firstCommitment("state=rejected"));
        browser.open("/?view=commitment&id=" + doubtful);
        String said = browser.text("section[aria-label=Corrections]");
        assertTrue(said.contains("Reject by Ada: <i>a hoax</i>"), said);

        browser.open("/");
        String headline = browser.text("#headline");
        String apple = commitment("apple", "commitment");
        browser.open("/?view=commitment&id=" + apple);
        browser.choose("Reject");
        browser.one("input[name=reason]").sendKeys("to see the totals move");
        browser.click("form button[type=submit]");
        browser.until("it is rejected", () -> browser.text("main").contains("rejected"));
        browser.choose("Now");
        browser.until("the total is less", () -> !browser.text("#headline").equals(headline));
        assertNotEquals(headline, browser.text("#headline"));
    }

    @Test
    @Order(6)
    void anEditedAmountAndAMergeMoveTheTotals() throws Exception {
        String norway = firstCommitment("company=oracle&destination=NO");
        browser.open("/?view=commitment&id=" + norway);
        browser.choose("Edit");
        browser.one("input[name=value]").sendKeys("6000000000");
        browser.one("input[name=reason]").sendKeys("the contract says six");
        browser.keepPicture("commitment-edit");
        browser.click("form button[type=submit]");
        browser.until("the value is the analyst's", () -> browser.text("main").contains("$6.00"));

        String other = firstCommitment("company=oracle&destination=DE");
        String whole = "/api/totals?by=company&company=oracle&measure=commitment&window=all";
        String before = api(whole).path("totals").toString();
        browser.choose("Merge");
        browser.one("input[name=to]").sendKeys(other);
        browser.one("input[name=reason]").sendKeys("one announcement");
        browser.click("form button[type=submit]");
        browser.until(
                "one is left of the two",
                () -> api("/api/commitments/" + norway)
                                .path("commitment")
                                .path("figures")
                                .size()
                        > 1);
        browser.until(
                "the total follows", () -> !api(whole).path("totals").toString().equals(before));
    }

    /** A page that was being shown anew once swept away the form that its reader had opened while the answers were on their way. */
    @Test
    @Order(7)
    void newsDoesNotTakeTheFormFromOneWhoJustBeganToWrite() throws Exception {
        browser.open("/?view=commitment&id=" + firstCommitment("company=oracle"));
        browser.run(
                """
                const ask = window.fetch;
                window.fetch = async (...request) => {
                  const answer = await ask(...request);
                  if (String(request[0]).includes('/api/commitments/')) await new Promise(go => { window.letGo = go; });
                  return answer;
                };
                """);
        send(SWEDEN);
        browser.until("the page is being shown anew", () -> browser.run("return !!window.letGo")
                .equals(true));
        browser.one("[data-act=edit]").click();
        browser.one("input[name=value]").sendKeys("7");
        browser.run("window.letGo()");
        browser.settle();
        assertEquals("7", browser.one("input[name=value]").getDomProperty("value"));
    }

    private static void send(String article) throws Exception {
        byte[] line = article.replace("\n", "").getBytes(StandardCharsets.UTF_8);
        try (Stream<Sighting> found = new Readers(new ByteArrayInputStream(line)).read(Readers.STANDARD_INPUT)) {
            var source = new ListedSource("page-test-" + article.hashCode(), found.toList());
            Feeding.feed(source, demo.bootstrap(), Clock.systemUTC(), Feeding.unheard());
        }
    }

    private static Path download(String end) throws IOException {
        browser.until("a file " + end, () -> named(end).findFirst().isPresent());
        return named(end).findFirst().orElseThrow();
    }

    private static Stream<Path> named(String end) {
        String[] names = browser.downloads.toFile().list();
        return Stream.of(names == null ? new String[0] : names)
                .filter(name -> name.startsWith("outlay-") && name.endsWith(end))
                .map(browser.downloads::resolve);
    }

    /** The id of the company's commitment that waits for an analyst's word. */
    private static Optional<String> inDoubt(String company) {
        return StreamSupport.stream(api("/api/review").path("items").spliterator(), false)
                .map(item -> item.path("commitment"))
                .filter(commitment -> commitment.path("payer").asText().equals(company))
                .map(commitment -> commitment.path("id").asText())
                .findFirst();
    }

    private static String commitment(String company, String measure) {
        return firstCommitment("company=" + company + "&measure=" + measure);
    }

    private static String firstCommitment(String filter) {
        return api("/api/commitments?" + filter)
                .path("commitments")
                .path(0)
                .path("id")
                .asText();
    }

    private static List<String> texts(String css) {
        Object texts = browser.run(
                "return [...document.querySelectorAll(arguments[0])].map(element => element.innerText)", css);
        return ((List<?>) texts)
                .stream().map(text -> text.toString().replace('\u00a0', ' ')).toList();
    }

    /** As the page writes it: 2.42 tn, 217 bn. */
    private static String inWords(long usd) {
        double size = usd >= 1_000_000_000_000L ? usd / 1e12 : usd / 1e9;
        String pattern = size >= 100 ? "$%.0f %s" : size >= 10 ? "$%.1f %s" : "$%.2f %s";
        return String.format(Locale.ROOT, pattern, size, usd >= 1_000_000_000_000L ? "tn" : "bn");
    }

    private static JsonNode api(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                    .build();
            return Json.mapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

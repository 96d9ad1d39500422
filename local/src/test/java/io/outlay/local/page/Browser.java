package io.outlay.local.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium of this machine, used as a person uses it. What it complains of (errors, breaches of the page's policy) is kept. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of(System.getProperty("outlay.chromium", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of(System.getProperty("outlay.chromedriver", "/usr/bin/chromedriver"));
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Screens that people have. */
    enum Screen {
        LIGHT(1280, 900, "light"),
        DARK(1280, 900, "dark"),
        PHONE(390, 844, "light");

        final int width;
        final int height;
        final String scheme;

        Screen(int width, int height, String scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    private final ChromeDriver driver;
    private final String base;
    final Path downloads;

    private Browser(ChromeDriver driver, String base, Path downloads) {
        this.driver = driver;
        this.base = base;
        this.downloads = downloads;
    }

    /** Skips the test, by name, where there is no Chromium with its driver. */
    static void assumeThere() {
        for (Path needed : List.of(CHROMIUM, DRIVER)) {
            assumeTrue(
                    Files.isExecutable(needed),
                    "not run: " + needed + " is not there; 'apt-get install chromium chromium-driver' brings it");
        }
    }

    /** @param folder for the browser's profile and what is downloaded */
    static Browser start(String base, Path folder) throws IOException {
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--user-data-dir=" + Files.createDirectories(folder.resolve("profile")));
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options), base, downloads);
    }

    void screen(Screen screen) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        screen.width,
                        "height",
                        screen.height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        screen == Screen.PHONE));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", screen.scheme))));
    }

    /** Opens an address of the page, and waits until its view is there. */
    void open(String address) {
        driver.get(base + address);
        settle();
    }

    /** Waits until the view that was asked for is shown. */
    void settle() {
        until(
                "a view is shown",
                () -> !all("main h1").isEmpty() && all("main[aria-busy]").isEmpty());
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl()).substring(base.length());
    }

    void back() {
        driver.navigate().back();
        settle();
    }

    WebElement one(String css) {
        until("there is " + css, () -> !all(css).isEmpty());
        return all(css).get(0);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What it says, also when a newer one takes its place meanwhile. */
    String text(String css) {
        while (true) {
            try {
                return one(css).getText().replace('\u00a0', ' ');
            } catch (StaleElementReferenceException e) {
                // looked for again
            }
        }
    }

    void click(String css) {
        until("a click on " + css, () -> {
            one(css).click();
            return true;
        });
        settle();
    }

    /** Clicks what is called so: a link, a button, the words of a switch. */
    void choose(String name) {
        String quoted = "'" + name + "'";
        until("a click on " + quoted, () -> {
            driver.findElement(By.xpath("//a[normalize-space()=" + quoted + "]|//button[normalize-space()=" + quoted
                            + "]|//label[normalize-space()=" + quoted + "]|//summary[normalize-space()=" + quoted
                            + "]"))
                    .click();
            return true;
        });
        settle();
    }

    /** Presses keys wherever the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void until(String what, Condition condition) {
        try {
            new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                    .ignoring(WebDriverException.class)
                    .until(any -> condition.holds());
        } catch (TimeoutException e) {
            fail("not within " + PATIENCE.toSeconds() + " s: " + what + "; the page says: " + text("body"), e);
        }
    }

    /** Something that a page comes to; elements that are replaced meanwhile are looked for again. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws StaleElementReferenceException;
    }

    /** Keeps what is seen, the whole length of it, as a file among the build's output. */
    void keepPicture(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Object height = run("return Math.min(document.documentElement.scrollHeight, 3000)");
        Object width = run("return innerWidth");
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        String data = picture.getOrDefault("data", "").toString();
        Files.write(folder.resolve(name + ".png"), OutputType.BYTES.convertFromBase64Png(data));
    }

    /** What a person with an aid would stumble over: axe's serious and critical findings, a line each. */
    @SuppressWarnings("unchecked") // as the script returns it
    List<String> barriers() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/io/outlay/local/page/axe.min.js")) {
            run(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>)
                driver.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations"
                                + ".filter(found => ['serious', 'critical'].includes(found.impact))"
                                + ".map(found => found.id + ': ' + found.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '))));");
    }

    /** Takes the browser's word on answers of 400 and 404 off the list; anything else stays a complaint. */
    void forgetRefusals() {
        List<String> others = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (!entry.getMessage().contains("the server responded with a status of 4")) {
                others.add(entry.getMessage());
            }
        }
        assertEquals(List.of(), others);
    }

    void assertNoComplaint(String where) {
        List<String> complaints = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            complaints.add(entry.getLevel() + " " + entry.getMessage());
        }
        assertEquals(List.of(), complaints, where);
    }

    @Override
    public void close() {
        driver.quit();
    }
}

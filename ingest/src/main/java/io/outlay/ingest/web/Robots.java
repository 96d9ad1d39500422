package io.outlay.ingest.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What sites allow robots to fetch (RFC 9309): {@code robots.txt} of each site, asked once a day. Without one everything is
 * allowed; while a server cannot say, nothing is.
 */
public final class Robots {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_AFTER_FAILURE = Duration.ofMinutes(10);
    private static final int MAX_SITES = 10_000;

    /** Sites are asked for their rules side by side, but each by one thread. */
    private static final int LOCKS = 64;

    private record Known(BaseRobotRules rules, Instant until) {}

    private final WebClient client;
    private final Clock clock;
    private final String robotName;
    private final List<Object> locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toList();
    private final Map<String, Known> sites = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_SITES;
        }
    };

    public Robots(WebClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.robotName = client.userAgent().replaceFirst("[/ ].*", "").toLowerCase(Locale.ROOT);
    }

    /**
     * How long the site wants to rest between two of our questions.
     *
     * @throws FetchException if the page's site does not allow it, or cannot say
     */
    Duration check(URI page) throws FetchException {
        BaseRobotRules rules = rules(page);
        if (!rules.isAllowed(page.toString())) {
            throw new FetchException("the site's robots.txt does not allow " + page + ", or cannot be had");
        }
        long delayMs = rules.getCrawlDelay();
        return delayMs == BaseRobotRules.UNSET_CRAWL_DELAY ? Duration.ZERO : Duration.ofMillis(Math.max(0, delayMs));
    }

    public boolean allows(URI page) {
        return rules(page).isAllowed(page.toString());
    }

    private BaseRobotRules rules(URI page) {
        String site = page.getScheme() + "://" + page.getRawAuthority();
        synchronized (locks.get(Math.floorMod(site.hashCode(), LOCKS))) {
            Known known = known(site);
            if (known == null || clock.instant().isAfter(known.until())) {
                known = ask(site);
                synchronized (sites) {
                    sites.put(site, known);
                }
            }
            return known.rules();
        }
    }

    private @Nullable Known known(String site) {
        synchronized (sites) {
            return sites.get(site);
        }
    }

    private Known ask(String site) {
        URI address = URI.create(site + "/robots.txt");
        try {
            Fetched answer = client.get(address, Validators.NONE);
            if (answer.status() == 200) {
                BaseRobotRules rules = new SimpleRobotRulesParser()
                        .parseContent(address.toString(), answer.body(), "text/plain", List.of(robotName));
                return new Known(rules, clock.instant().plus(KEPT));
            }
            if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 429) {
                return new Known(
                        new SimpleRobotRules(RobotRulesMode.ALLOW_ALL),
                        clock.instant().plus(KEPT));
            }
        } catch (FetchException cannotSay) {
            return nothing();
        }
        return nothing();
    }

    private Known nothing() {
        return new Known(
                new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), clock.instant().plus(KEPT_AFTER_FAILURE));
    }
}

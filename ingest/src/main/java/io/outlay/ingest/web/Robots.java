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

/**
 * What sites allow robots to fetch (RFC 9309): {@code robots.txt} of each site, asked once a day. Without one everything is
 * allowed; while a server cannot say, nothing is.
 */
public final class Robots {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_AFTER_FAILURE = Duration.ofMinutes(10);
    private static final int MAX_SITES = 10_000;

    private record Known(BaseRobotRules rules, Instant until) {}

    private final WebClient client;
    private final Clock clock;
    private final String robotName;
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

    /** @throws FetchException if the page's site does not allow it, or cannot say */
    void check(URI page) throws FetchException {
        if (!allows(page)) {
            throw new FetchException("the site's robots.txt does not allow " + page + ", or cannot be had");
        }
    }

    public synchronized boolean allows(URI page) {
        String site = page.getScheme() + "://" + page.getRawAuthority();
        Known known = sites.get(site);
        if (known == null || clock.instant().isAfter(known.until())) {
            known = ask(site);
            sites.put(site, known);
        }
        return known.rules().isAllowed(page.toString());
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
        } catch (FetchException e) {
            return new Known(
                    new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
                    clock.instant().plus(KEPT_AFTER_FAILURE));
        }
        return new Known(
                new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), clock.instant().plus(KEPT_AFTER_FAILURE));
    }
}

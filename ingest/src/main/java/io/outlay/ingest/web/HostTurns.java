package io.outlay.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One question at a time to a host, and a rest between two: as long as its last answer took, so that nobody ever takes more than
 * half of a server's time, and longer where the site asks for it.
 */
final class HostTurns {
    private static final int MAX_HOSTS = 10_000;
    private static final Duration LONGEST_OWN_REST = Duration.ofSeconds(10);

    private static final class Host {
        private final ReentrantLock busy = new ReentrantLock(true);
        private long freeAt = System.nanoTime();
    }

    private final Map<String, Host> hosts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Host> eldest) {
            return size() > MAX_HOSTS && !eldest.getValue().busy.isLocked();
        }
    };

    /** A host's answer to one question; closing it begins the host's rest. */
    static final class Turn implements AutoCloseable {
        private final Host host;
        private final Duration rest;
        private final long began = System.nanoTime();

        private Turn(Host host, Duration rest) {
            this.host = host;
            this.rest = rest;
        }

        @Override
        public void close() {
            long now = System.nanoTime();
            long own = Math.min(now - began, LONGEST_OWN_REST.toNanos());
            host.freeAt = now + Math.max(own, rest.toNanos());
            host.busy.unlock();
        }
    }

    /**
     * Waits for the host of an address to be free.
     *
     * @param rest how long the host is to rest afterwards, at least
     * @param patience how long to wait
     * @throws BusyHostException if it is not free by then
     */
    Turn take(URI address, Duration rest, Duration patience) throws FetchException {
        Host host;
        synchronized (hosts) {
            host = hosts.computeIfAbsent(String.valueOf(address.getAuthority()), name -> new Host());
        }
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (!host.busy.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new BusyHostException(address);
            }
            if (host.freeAt - end > 0) {
                host.busy.unlock();
                throw new BusyHostException(address);
            }
            rest(host);
            return new Turn(host, rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException("interrupted while waiting for " + address, e);
        }
    }

    private static void rest(Host host) throws InterruptedException {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, host.freeAt - System.nanoTime()));
        } catch (InterruptedException e) {
            host.busy.unlock();
            throw e;
        }
    }

    /** The host has not been free for as long as the caller would wait; nothing was asked. */
    static final class BusyHostException extends FetchException {
        BusyHostException(URI address) {
            super(address.getAuthority() + " still answers others, or rests; asked again later");
        }
    }
}

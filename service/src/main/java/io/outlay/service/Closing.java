package io.outlay.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes things in the opposite order of their opening; a failure of one does not keep the others from being closed. */
final class Closing {
    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private record Opened(String name, AutoCloseable thing) {}

    private final Deque<Opened> opened = new ArrayDeque<>();

    void add(String name, AutoCloseable thing) {
        opened.push(new Opened(name, thing));
    }

    /** @return what went wrong */
    List<Exception> run() {
        List<Exception> problems = new ArrayList<>();
        while (!opened.isEmpty()) {
            Opened next = opened.pop();
            try {
                next.thing().close();
            } catch (Exception e) {
                log.warn("the {} could not be closed cleanly", next.name(), e);
                problems.add(e);
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return problems;
    }
}

/**
 * How any of our processes runs, whatever it is about. Begin with {@link io.outlay.service.Service}: a name, settings, and a
 * function that makes a topology.
 *
 * <pre>
 *  Service ── ServiceRunner.main ──► a process: exit code 0, 1 or 2, SIGTERM is a graceful stop
 *     │                   └ start ─► RunningService, of which one JVM may hold several
 *     │
 *     ├ Setting, Settings     defaults &lt; file &lt; environment &lt; command line, all mistakes at once
 *     ├ StreamsSettings       Kafka's settings made from ours: exactly once, names fixed, any security setting passed through
 *     ├ TopicAdmin            makes and checks the topics of the catalogue
 *     ├ DeadLetters           puts aside what cannot be used; DeadLetterHandlers for what no node expects
 *     ├ HealthServer          /health/live and /health/ready, which knows about restoring
 *     └ Logs                  one line each on standard error, as text or JSON
 * </pre>
 *
 * <p>Nothing here knows the domain; what it needs of the contracts is the catalogue of topics and how JSON is written.
 */
@NullMarked
package io.outlay.service;

import org.jspecify.annotations.NullMarked;

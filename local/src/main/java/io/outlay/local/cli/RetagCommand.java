package io.outlay.local.cli;

import io.outlay.enrich.text.Tagger;
import io.outlay.local.ops.Retag;
import io.outlay.local.road.TopicReader;
import java.io.PrintWriter;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outlay retag}: all articles once more, by the rules and tables of today. */
@Command(
        name = "retag",
        description = {
            "Has enrich read all articles again, after its rules or tables changed. What differs is written, what an article",
            "no longer says is taken back; stores are kept. Stop enrich, retag, start the new enrich; --status says what is left."
        },
        mixinStandardHelpOptions = true)
public final class RetagCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--status", description = "Only say which rules tagged how many articles.")
    private boolean status;

    @Option(names = "--force", description = "Rewind even if no article is left to be tagged.")
    private boolean force;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> client = kafka.client();
        String current = Tagger.standard().rulesVersion();
        Retag.State state = Retag.state(new TopicReader(client));
        state.byRules()
                .forEach((rules, articles) -> out.println(
                        articles + " articles by rules " + rules + (rules.equals(current) ? " (these)" : "")));
        if (state.untagged() > 0) {
            out.println(state.untagged() + " articles without tags: not read yet, or among the dead letters");
        }
        long left = state.left(current);
        out.println(left + " of " + state.articles() + " left for rules " + current);
        if (status || left == 0 && !force) {
            return;
        }
        try (Admin admin = Admin.create(client)) {
            Retag.rewind(admin);
        }
        out.println("rewound: start the new enrich, it reads all articles again");
    }
}

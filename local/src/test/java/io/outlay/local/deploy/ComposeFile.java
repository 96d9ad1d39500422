package io.outlay.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml says of its services, as Compose reads it when no variable is set outside. */
final class ComposeFile implements Deployment {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");

    private final JsonNode services;

    private ComposeFile(JsonNode services) {
        this.services = services;
    }

    static ComposeFile read(Path file) throws IOException {
        Matcher variables = VARIABLE.matcher(Files.readString(file));
        String text = variables.replaceAll(found -> Matcher.quoteReplacement(found.group(2)));
        // Not Jackson's YAML: it leaves anchors and merge keys as they are.
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new ComposeFile(new ObjectMapper().valueToTree(tree).path("services"));
    }

    /** The services that run our image and no profile has to be named for. */
    List<String> ours() {
        List<String> names = new ArrayList<>();
        services.fieldNames().forEachRemaining(name -> {
            JsonNode service = services.get(name);
            if (service.path("image").asText().startsWith("outlay:") && !service.has("profiles")) {
                names.add(name);
            }
        });
        return names;
    }

    @Override
    public List<String> command(String service) {
        List<String> words = new ArrayList<>();
        services.get(service).path("command").forEach(word -> words.add(word.asText()));
        return words;
    }

    @Override
    public Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        services.get(service).path("environment").properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            // A variable that is set to nothing is an empty text to Compose.
            environment.put(entry.getKey(), value.isNull() ? "" : value.asText());
        });
        return environment;
    }

    JsonNode service(String name) {
        return services.get(name);
    }
}

package io.outlay.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart as Helm itself renders it, by way of the library of it that Maven Central has for this kind of machine. */
final class HelmChart implements Deployment {
    static final Path FOLDER = Path.of("../deploy/helm/outlay");

    private static final String RELEASE = "ledger";

    private final List<JsonNode> objects;

    private HelmChart(List<JsonNode> objects) {
        this.objects = objects;
    }

    static boolean canBeRendered() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** @param values that differ from the chart's own, {@code services.enrich.replicas} → {@code 3} */
    static HelmChart rendered(Map<String, String> values) {
        TemplateCommand template = new Helm(FOLDER).template().withName(RELEASE);
        values.forEach(template::set);
        List<JsonNode> objects = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(template.call())) {
            if (document != null) {
                objects.add(new ObjectMapper().valueToTree(document));
            }
        }
        return new HelmChart(objects);
    }

    List<JsonNode> objects() {
        return objects;
    }

    /** Those of a kind, by the part of Outlay that they are for. */
    Map<String, JsonNode> ofKind(String kind) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode object : objects) {
            if (object.path("kind").asText().equals(kind)) {
                found.put(
                        object.at("/metadata/labels/app.kubernetes.io~1component")
                                .asText(),
                        object);
            }
        }
        return found;
    }

    /** The one container of a service, or of the job that makes the topics. */
    JsonNode container(String name) {
        JsonNode owner = ofKind("StatefulSet").getOrDefault(name, ofKind("Job").get(name));
        return owner.at("/spec/template/spec/containers/0");
    }

    @Override
    public List<String> command(String name) {
        List<String> words = new ArrayList<>();
        container(name).path("args").forEach(word -> words.add(word.asText()));
        return words;
    }

    @Override
    public Map<String, String> environment(String name) {
        Map<String, String> environment = new LinkedHashMap<>();
        container(name)
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return environment;
    }
}

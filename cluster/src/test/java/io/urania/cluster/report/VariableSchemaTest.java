package io.urania.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.variable.registry.Variables;
import io.urania.inventory.problem.Findings;
import io.urania.inventory.text.SourceFiles;
import io.urania.inventory.value.Value;
import io.urania.inventory.vault.Vault;
import io.urania.inventory.yaml.YamlReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VariableSchemaTest {
    private static final String SCHEMA = VariableSchema.json().toString();
    private static final Schema VALIDATOR = registry().getSchema(SCHEMA, InputFormat.JSON);

    @TempDir
    private Path directory;

    static List<Path> filesOfTheArticle() throws IOException {
        try (Stream<Path> files = Files.walk(RepositoryRoot.resolve("examples/article/group_vars"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("filesOfTheArticle")
    void theArticlesVariablesAreValid(Path file) {
        assertThat(mistakes(file)).isEmpty();
    }

    @Test
    void theSchemaIsAValidSchemaOfItsDraft() throws IOException {
        Schema ofSchemas = registry().getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(ofSchemas.validate(SCHEMA, InputFormat.JSON)).isEmpty();
        assertThat(URI.create(VariableSchema.json().get("$schema").getAsString()))
                .hasHost("json-schema.org");
    }

    @Test
    void everyNameOfTheRegistryIsDescribed() {
        for (String name : Variables.names()) {
            JsonObject property = VariableSchema.json();
            for (String key : name.split("\\.", -1)) {
                property = property.getAsJsonObject("properties").getAsJsonObject(key);
            }
            assertThat(property.keySet()).as(name).contains("title", "description");
        }
    }

    @Test
    void whatKubernetesNoLongerHasIsDeprecated() {
        JsonObject properties = VariableSchema.json().getAsJsonObject("properties");

        assertThat(properties
                        .getAsJsonObject("kube_basic_auth")
                        .get("deprecated")
                        .getAsBoolean())
                .isTrue();
        assertThat(properties.getAsJsonObject("kube_version").has("deprecated")).isFalse();
    }

    @Test
    void everyDefaultAndEveryExampleIsValidItself() throws IOException {
        JsonObject properties = VariableSchema.json().getAsJsonObject("properties");
        for (String name : properties.keySet()) {
            JsonObject property = properties.getAsJsonObject(name);
            JsonObject file = new JsonObject();
            if (property.has("default")) {
                file.add(name, property.get("default"));
                assertThat(VALIDATOR.validate(file.toString(), InputFormat.JSON))
                        .as(name)
                        .isEmpty();
            }
            if (property.has("examples") && !property.getAsJsonArray("examples").isEmpty()) {
                file.add(name, property.getAsJsonArray("examples").get(0));
                assertThat(VALIDATOR.validate(file.toString(), InputFormat.JSON))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kube_version: latest",
                "kube_network_plugin: flanel",
                "kube_apiserver_port: 70000",
                "kube_apiserver_port: many",
                "metrics_server_enabled: maybe",
                "metrics_server_enabled: 2",
                "kube_pods_subnet: 10.0.0.0",
                "loadbalancer_apiserver: {address: example.com}",
                "loadbalancer_apiserver: [1]",
                "authorization_modes: [Nod]",
                "event_ttl_duration: soon",
                "etcd_data_dir: relative/path",
                "etcd_memory_limit: much",
                "kube_encrypt_secret_data: perhaps",
                "ansible_become_user: admin",
                "node_labels: [a, b]",
                "node_labels: {a: [b]}"
            })
    void aWrongValueIsFound(String line) throws IOException {
        assertThat(mistakes(write(line))).as(line).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kube_version: 1.36.3",
                "kube_version: '{{ wanted }}'",
                "kube_apiserver_port: '6443'",
                "kube_apiserver_port: '{{ port }}'",
                "metrics_server_enabled: 'Yes'",
                "metrics_server_enabled: on",
                "metrics_server_enabled: 1",
                "metrics_server_enabled:",
                "loadbalancer_apiserver: '{{ balancer }}'",
                "loadbalancer_apiserver: {address: fd00::1, port: '{{ port }}'}",
                "authorization_modes: '[Node, RBAC]'",
                "authorization_modes: Node",
                "etcd_memory_limit: 0",
                "kube_encrypt_secret_data: true",
                "my_own_variable: [1, {a: b}]"
            })
    void whatUraniaReadsIsValid(String line) throws IOException {
        assertThat(mistakes(write(line))).as(line).isEmpty();
    }

    private Path write(String line) throws IOException {
        return Files.writeString(directory.resolve("all.yaml"), line + "\n");
    }

    private static List<Error> mistakes(Path file) {
        Findings findings = new Findings();
        Object plain = new SourceFiles(Vault.closed(), findings)
                .read(file)
                .flatMap(new YamlReader(findings)::read)
                .map(Value::plain)
                .orElseThrow();
        String json = new GsonBuilder().serializeNulls().create().toJson(plain);
        return VALIDATOR.validate(json, InputFormat.JSON);
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }
}

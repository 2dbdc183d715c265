package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The article's inventory, as it stands in {@code examples/article}. What {@code article.json} expects was rendered by ansible-core
 * 2.19.14 from the article's own files; {@code INVENTORY_DIR} stands for their folder.
 */
class ArticleInventoryTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "article");
    private static final String RANDOM = "kubeadm_certificate_key";

    @TempDir
    private Path folder;

    private Inventory inventory;

    @BeforeEach
    void copyTheExampleSinceItsPasswordIsMadeBesideIt() throws Exception {
        copy(EXAMPLE, folder);
        inventory = Inventory.load(InventoryRequest.of(List.of(folder)).in(folder.resolve("elsewhere")));
    }

    @Test
    void itsGroupsHoldTheHostsThatAnsibleFinds() throws IOException {
        Map<String, List<String>> groups = new TreeMap<>();
        inventory
                .groups()
                .forEach(group -> groups.put(
                        group, inventory.hosts(group).stream().sorted().toList()));

        assertThat(groups).isEqualTo(Goldens.plain(expected().get("groups")));
    }

    @Test
    void itsVariablesHaveTheValuesThatAnsibleRenders() throws Exception {
        JsonObject expected = expected();
        for (String host : inventory.hosts()) {
            JsonObject values = expected.getAsJsonObject("everyHost").deepCopy();
            expected.getAsJsonObject("hosts").getAsJsonObject(host).asMap().forEach(values::add);

            assertThat(rendered(inventory.variables(host))).as(host).isEqualTo(Goldens.plain(values));
        }
    }

    @Test
    void itsCertificateKeyIsOneForAllHostsAndIsKept() throws Exception {
        TreeSet<Object> keys = new TreeSet<>();
        for (String host : inventory.hosts()) {
            keys.add(inventory.variables(host).value(RANDOM).orElseThrow().plain());
        }

        assertThat(keys).singleElement().asString().matches("[0-9a-f]{64}");
        Path kept = folder.resolve("credentials/kubeadm_certificate_key.creds");
        assertThat(kept).doesNotExist();
        inventory.newPasswords().keep();
        assertThat(kept).content().isEqualToIgnoringCase(keys.first() + "\n");
    }

    @Test
    void nothingInItIsWorthAWarning() {
        assertThat(inventory.warnings()).isEmpty();
    }

    private Map<String, @Nullable Object> rendered(HostVariables variables) throws InventoryException {
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (String name : variables.names()) {
            if (!name.equals(RANDOM)) {
                Object value = variables.value(name).orElseThrow().plain();
                values.put(
                        name, value instanceof String text ? text.replace(folder.toString(), "INVENTORY_DIR") : value);
            }
        }
        return values;
    }

    private static JsonObject expected() throws IOException {
        return Goldens.read("article.json").getAsJsonObject();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path target = to.resolve(from.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}

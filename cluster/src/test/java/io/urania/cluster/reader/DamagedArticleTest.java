package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.reader.source.NameLookup;
import io.urania.cluster.value.Address;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The article's inventory with odd values, and with lines gone, doubled and in another order: it leads to a cluster or to problems with
 * a place, and nothing else. {@code -Durania.mutants=10000} makes so many of them; {@code -Durania.seed} makes others.
 */
class DamagedArticleTest {
    private static final int MUTANTS = Integer.getInteger("urania.mutants", 1000) / 4;
    private static final long SEED = Long.getLong("urania.seed", 20_261_125);
    private static final List<String> ODD = List.of(
            "",
            "~",
            "''",
            "[]",
            "{}",
            "[[]]",
            "{a: {b: c}}",
            "0",
            "-1",
            "1e400",
            "99999999999999999999",
            "0.5",
            ".nan",
            "yes",
            "'yes'",
            "'no '",
            "2026-11-25",
            "10.0.0.0/8",
            "'10.0.0.0/33'",
            "fd00::/64",
            "'::'",
            "300.1.1.1",
            "v1",
            "v1.99.99",
            "'1.36'",
            "1.36",
            "'{{ nothing }}'",
            "'{{ groups }}'",
            "'{{ 1 / 0 }}'",
            "'{{ hostvars }}'",
            "!unsafe '{{ x }}'",
            "!vault '$ANSIBLE_VAULT;1.1;AES256'",
            "\"a\\0b\"",
            "\"\\n\\n\"",
            "'../../etc'",
            "\"it's\"",
            "'$(reboot)'",
            "['', ~, {}]",
            "{'': ''}",
            "{~: ~}",
            "\u00fc",
            "'" + "x".repeat(5000) + "'");

    @TempDir
    private Path folder;

    @Test
    void readsOrRefusesWhateverTheArticleBecomes() throws IOException {
        Map<Path, List<String>> article = article();
        List<String> known = new ArrayList<>();
        NameLookup names = name -> {
            if (!known.contains(name)) {
                known.add(name);
            }
            return List.of(new Address("192.168.7." + (1 + known.indexOf(name) % 250)));
        };
        ClusterSpecReader reader = new ClusterSpecReader(VersionTable.standard(), names);
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Path hosts = damaged(article, new Random(SEED + i)).resolve("hosts.yaml");
            try {
                refused += isCluster(reader, hosts) ? 0 : 1;
            } catch (RuntimeException | StackOverflowError | AssertionError defect) {
                throw new AssertionError("mutant " + (SEED + i), defect);
            }
        }
        assertThat(refused).isBetween(1, MUTANTS - 1);
    }

    private static boolean isCluster(ClusterSpecReader reader, Path hosts) {
        try {
            ClusterReading reading = reader.read(ClusterInventory.load(List.of(hosts)));
            reading.problems().forEach(DamagedArticleTest::hasPlace);
            boolean wrong = reading.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
            assertThat(reading.spec().isPresent()).isNotEqualTo(wrong);
            return !wrong;
        } catch (InventoryException refused) {
            refused.problems().forEach(DamagedArticleTest::hasPlace);
            return false;
        }
    }

    /** A group, a host or a variable that is missing is in no line. */
    private static void hasPlace(Problem problem) {
        assertThat(problem.position() != null || problem.what().matches("(?s).*(?:group|host|is not set).*"))
                .as(problem.toString())
                .isTrue();
    }

    private Path damaged(Map<Path, List<String>> article, Random random) throws IOException {
        List<Path> names = new ArrayList<>(article.keySet());
        Path damaged = names.get(random.nextInt(names.size()));
        for (Map.Entry<Path, List<String>> file : article.entrySet()) {
            List<String> lines = new ArrayList<>(file.getValue());
            for (int i = random.nextInt(3); file.getKey().equals(damaged) && i >= 0 && !lines.isEmpty(); i--) {
                damage(lines, random);
            }
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, lines);
        }
        return folder;
    }

    private static void damage(List<String> lines, Random random) {
        int index = random.nextInt(lines.size());
        String line = lines.get(index);
        int colon = line.indexOf(": ");
        switch (colon < 0 || line.strip().startsWith("#") ? random.nextInt(3) : 3 + random.nextInt(5)) {
            case 0 -> lines.remove(index);
            case 1 -> lines.add(index, line);
            case 2 -> lines.set(index, lines.set(random.nextInt(lines.size()), line));
            case 3 -> lines.set(index, line.substring(0, colon + 1));
            default -> lines.set(index, line.substring(0, colon + 2) + ODD.get(random.nextInt(ODD.size())));
        }
    }

    private static Map<Path, List<String>> article() throws IOException {
        Path example = RepositoryRoot.resolve("examples/article");
        Map<Path, List<String>> article = new TreeMap<>();
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                article.put(example.relativize(file), Files.readAllLines(file));
            }
        }
        return article;
    }
}

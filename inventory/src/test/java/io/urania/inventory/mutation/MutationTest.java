package io.urania.inventory.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.inventory.HostVariables;
import io.urania.inventory.Inventory;
import io.urania.inventory.InventoryRequest;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.vault.Vault;
import io.urania.inventory.vault.VaultPassword;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damaged inventories are read or refused, and nothing else. {@code -Durania.mutants=10000} makes so many of them; {@code -Durania.seed}
 * makes others.
 */
class MutationTest {
    private static final int MUTANTS = Integer.getInteger("urania.mutants", 1000);
    private static final long SEED = Long.getLong("urania.seed", 20_261_125);

    /** What {@code token} and {@code password} in the sample are encrypted with. */
    private static final Vault VAULT = new Vault(List.of(new VaultPassword("default", "open-sesame")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "examples/article, hosts.yaml, 40",
        "inventory/src/test/resources/io/urania/inventory/mutation/rack, hosts.ini, 25",
        "inventory/src/test/resources/io/urania/inventory/mutation/lists, hosts.json, 15",
        "inventory/src/test/resources/io/urania/inventory/mutation/folder, '', 20"
    })
    void readsOrRefusesWhateverItIsGiven(String sample, String source, int share) {
        Mutants mutants = new Mutants(Path.of("..").resolve(sample), folder.resolve("mutant"));
        assertThat(isRead(mutants.path(source))).isTrue();
        int refused = 0;
        int count = MUTANTS * share / 100;
        for (int i = 0; i < count; i++) {
            byte[] damaged = mutants.make(SEED + i);
            try {
                refused += isRead(mutants.path(source)) ? 0 : 1;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError defect) {
                throw new AssertionError(
                        "mutant " + (SEED + i) + " of " + sample + ":\n"
                                + new String(damaged, StandardCharsets.ISO_8859_1),
                        defect);
            }
        }
        System.out.printf("%s: %d mutants, %d with errors%n", sample, count, refused);
        assertThat(refused).isBetween(1, count - 1);
    }

    /** Whether it is without an error, every template of it rendered. */
    private boolean isRead(Path source) {
        try {
            Inventory inventory = Inventory.load(InventoryRequest.of(List.of(source))
                    .in(folder.resolve("elsewhere"))
                    .with(VAULT));
            inventory.warnings().forEach(MutationTest::hasPlace);
            inventory.listing(false).json();
            inventory.listing(true).json();
            inventory.listing(false).yaml();
            inventory.listing(true).graph("all", true);
            boolean good = true;
            for (String host : inventory.hosts().stream().limit(20).toList()) {
                HostVariables variables = inventory.variables(host);
                for (String name : variables.names()) {
                    good &= isRendered(variables, name);
                }
            }
            return good;
        } catch (InventoryException refused) {
            refused.problems().forEach(MutationTest::hasPlace);
            return false;
        }
    }

    private static boolean isRendered(HostVariables variables, String name) {
        try {
            return variables.value(name).isPresent();
        } catch (InventoryException refused) {
            refused.problems().forEach(MutationTest::hasPlace);
            return false;
        }
    }

    private static void hasPlace(Problem problem) {
        assertThat(problem.what()).isNotBlank();
        assertThat(problem.position() != null || problem.toString().contains("hosts"))
                .as(problem.toString())
                .isTrue();
    }
}

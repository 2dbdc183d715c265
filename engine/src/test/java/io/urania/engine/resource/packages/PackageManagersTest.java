package io.urania.engine.resource.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.UpgradeScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PackageManagersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | true  | by one;answer of one
            true  | false | by one;answer of one
            false | true  | by two;answer of two
            false | false | ''
            """)
    void theFirstOneThatIsThereAnswers(String one, String two, String said) throws Exception {
        String script = PackageManagers.asking(
                List.of(new Fake("one", one), new Fake("two", two)), manager -> manager.installed(new TreeSet<>()));

        Process shell = new ProcessBuilder("sh", "-e", "-c", script).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(output.strip().replace('\n', ';')).isEqualTo(said);
    }

    @Test
    void whatNobodyHasAnsweredIsUnknown() {
        assertThat(PackageProbe.INSTANCE.parse("socat installed\n", new TreeSet<>(List.of("socat"))))
                .isEmpty();
        assertThat(PackageManagerProbe.QUESTION.probe().parse("all\n", new TreeSet<>(List.of(""))))
                .isEmpty();
    }

    @Test
    void namesAreDifferent() {
        assertThat(PackageManagers.ALL).extracting(PackageManager::name).doesNotHaveDuplicates();
    }

    /** One of which nothing but its presence counts. */
    private record Fake(String name, String presence) implements PackageManager {

        @Override
        public String installed(SortedSet<String> names) {
            return "echo answer of " + name + "\n";
        }

        @Override
        public String lock() {
            return name;
        }

        @Override
        public String holders() {
            return ":";
        }

        @Override
        public String interruption() {
            return "";
        }

        @Override
        public Operation installation(
                SortedSet<String> names, PackageProxies proxies, RetryPolicy patience, Duration lockPatience) {
            return Operation.of(":");
        }

        @Override
        public String waiting() {
            return "";
        }

        @Override
        public Operation upgrade(
                UpgradeScope scope, PackageProxies proxies, RetryPolicy patience, Duration lockPatience) {
            return Operation.of(":");
        }

        @Override
        public String program() {
            return name;
        }

        @Override
        public String toInstall(Collection<String> names) {
            return name;
        }

        @Override
        public boolean installsHeld() {
            return true;
        }

        @Override
        public String toRelease(Collection<String> names) {
            return name;
        }

        @Override
        public String toUpgrade() {
            return name;
        }

        @Override
        public boolean hasSecurityUpdates() {
            return true;
        }

        @Override
        public String toClean() {
            return name;
        }

        @Override
        public String toFinish() {
            return name;
        }

        @Override
        public String toFindOwner(String path) {
            return name;
        }

        @Override
        public List<String> directories() {
            return List.of();
        }
    }
}

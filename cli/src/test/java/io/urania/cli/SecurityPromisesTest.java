package io.urania.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md promises nothing without a class that keeps it: each row names one, and each one named is there. */
final class SecurityPromisesTest {

    /** Tests run in the directory of their module. */
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern CLASS = Pattern.compile("`(\\w+(?:Test|Contract))`");

    @Test
    void everyPromiseNamesTestsThatThereAre() throws IOException {
        List<String> rows = promises();
        Set<String> classes = testClasses();

        assertThat(rows).hasSizeGreaterThan(15).allSatisfy(row -> {
            List<String> named =
                    CLASS.matcher(row).results().map(found -> found.group(1)).toList();
            assertThat(named).as(row).isNotEmpty();
            assertThat(classes).as(row).containsAll(named);
        });
    }

    /** The rows of the tables of promises, without their heads. */
    private static List<String> promises() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/security.md"));
        String promised =
                page.substring(page.indexOf("## What Urania promises"), page.indexOf("## What it does not promise"));
        return promised.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Promise"))
                .toList();
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityPromisesTest::files)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.urania.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefectLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @Test
    void onlyTheUserMayReadIt() throws IOException {
        Path file = log("new/state/urania/defects.log");

        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(file.getParent())).isEqualTo("rwx------");
        assertThat(file)
                .content()
                .startsWith("2026-01-01T00:00:00Z urania plan -e token=…\n")
                .contains("strange");
    }

    @Test
    void oneThatOthersCouldReadIsRepairedAndWrittenOn() throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(home.resolve("urania")).resolve("defects.log"), "before\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwxr-x"));

        log("urania/defects.log");

        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(file.getParent())).isEqualTo("rwx------");
        assertThat(file).content().startsWith("before\n2026").contains("strange");
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path target = Files.writeString(home.resolve("authorized_keys"), "precious");
        Path place = Files.createDirectories(home.resolve("urania"));
        Files.createSymbolicLink(place.resolve("defects.log"), target);
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve("linked"), elsewhere);

        assertThatThrownBy(() -> log("urania/defects.log")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> log("linked/defects.log")).isInstanceOf(IOException.class);

        assertThat(target).hasContent("precious");
        assertThat(elsewhere).isEmptyDirectory();
    }

    private Path log(String file) throws IOException {
        return new DefectLog(home.resolve(file), CLOCK)
                .add(List.of("plan", "-e", "token=swordfish"), new IllegalStateException("strange"));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

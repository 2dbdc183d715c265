package io.urania.lab.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptConfigurationTest {
    @TempDir
    Path apt;

    @Test
    void takesTheFirstDebianArchiveOfOneLineFiles() throws IOException {
        write("sources.list", """
                # deb http://commented.example/debian bookworm main
                deb-src http://source.example/debian bookworm main
                deb cdrom:[Debian]/ bookworm main
                deb [arch=amd64 signed-by=/k.gpg] https://mirror.example/debian/ bookworm main contrib # ours
                deb http://second.example/debian bookworm main
                deb http://security.example/debian-security bookworm-security main
                """);

        assertThat(AptConfiguration.read(apt).mirror()).contains("https://mirror.example/debian");
        assertThat(AptConfiguration.read(apt).sourcesList("bookworm")).isEqualTo("""
                        deb https://mirror.example/debian bookworm main
                        deb https://mirror.example/debian bookworm-updates main
                        deb http://security.example/debian-security bookworm-security main
                        """);
    }

    @Test
    void takesTheFirstDebianArchiveOfParagraphs() throws IOException {
        write("sources.list.d/a-vendor.sources", """
                Types: deb
                URIs: https://vendor.example/packages
                Suites: nodistro
                Components: main
                """);
        write("sources.list.d/cloud.list", "deb https://cloud.example/apt cloud-sdk-bookworm main\n");
        write("sources.list.d/debian.sources", """
                Types: deb
                Enabled: no
                URIs: http://disabled.example/debian
                Suites: trixie
                Components: main

                Types: deb deb-src
                # a comment
                URIs: http://mirror.example/debian
                Suites: trixie
                 trixie-updates
                Components: main
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
                """);

        assertThat(AptConfiguration.read(apt).mirror()).contains("http://mirror.example/debian");
        assertThat(AptConfiguration.read(apt).sourcesList("bookworm")).doesNotContain("security");
    }

    @Test
    void aMachineWithoutDebianSourcesHasNoMirror() throws IOException {
        write("sources.list", "deb http://archive.example/ubuntu noble main\n");

        assertThat(AptConfiguration.read(apt).mirror()).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Path file = apt.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

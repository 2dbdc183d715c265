package io.urania.artifacts.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfFileTest {
    @TempDir
    private Path directory;

    @Test
    void namesTheLoaderAndTheLibrariesOfAProgram() throws IOException {
        ElfFile java = ElfFile.read(Path.of("/proc/self/exe"));
        assertThat(java.interpreter())
                .hasValueSatisfying(path -> assertThat(path).startsWith("/lib"));
        assertThat(java.needed()).anyMatch(name -> name.startsWith("libc.so"));
    }

    @Test
    void saysWhichFileIsNoProgram() throws IOException {
        Path script = Files.writeString(directory.resolve("script"), "#!/bin/sh\n");
        assertThatThrownBy(() -> ElfFile.read(script)).hasMessageContaining("script is not an ELF file");
    }
}

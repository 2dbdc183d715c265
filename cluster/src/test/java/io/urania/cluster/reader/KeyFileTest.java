package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path directory;

    @Test
    void aNameThatNoFileCanHaveIsToldAsAnyOther() {
        assertThat(new KeyFile("/x\ud800").wrong())
                .hasValueSatisfying(why -> assertThat(why).contains("characters"));
        assertThat(new KeyFile("/x\u0000").wrong())
                .hasValueSatisfying(why -> assertThat(why).contains("characters"));
    }

    @Test
    void aFileIsRegularOrNotThereYet() throws Exception {
        Path key = Files.writeString(directory.resolve("key"), "");

        assertThat(new KeyFile(key.toString()).wrong()).isEmpty();
        assertThat(new KeyFile(directory.resolve("none").toString()).wrong()).isEmpty();
        assertThat(new KeyFile(directory.toString()).wrong()).contains("does not point to a regular file");
    }
}

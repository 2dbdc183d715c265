package io.urania.artifacts.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.http.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedTextsTest {
    private static final byte[] TEXT = "kind: Namespace\n".getBytes(UTF_8);
    private static final String SUM = Sha256.of(TEXT);

    @TempDir
    private Path directory;

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String text() throws ArtifactException, InterruptedException {
        return new CheckedTexts(directory.resolve("texts")).text(server.uri("/plugin.yaml"), SUM);
    }

    @Test
    void fetchesATextOnce() throws Exception {
        server.put("/plugin.yaml", TEXT);

        assertThat(text()).isEqualTo("kind: Namespace\n");
        assertThat(text()).isEqualTo("kind: Namespace\n");

        assertThat(server.asked()).hasSize(1);
        assertThat(directory.resolve("texts")).isDirectoryContaining("glob:**/" + SUM);
    }

    @Test
    void refusesAnotherText() {
        server.put("/plugin.yaml", "kind: Secret\n".getBytes(UTF_8));

        assertThatThrownBy(this::text)
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("does not match the checksum in the inventory")
                .hasMessageContaining("instead of " + SUM);
        assertThat(directory.resolve("texts")).doesNotExist();
    }

    @Test
    void fetchesAgainWhatWasDamaged() throws Exception {
        server.put("/plugin.yaml", TEXT);
        text();
        Files.writeString(directory.resolve("texts").resolve(SUM), "kind: Secret\n");

        assertThat(text()).isEqualTo("kind: Namespace\n");
    }

    @Test
    void refusesWhatIsNoText() {
        byte[] latin = {'#', ' ', (byte) 0xe9, '\n'};
        server.put("/plugin.yaml", latin);

        assertThatThrownBy(() -> new CheckedTexts(directory).text(server.uri("/plugin.yaml"), Sha256.of(latin)))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("is not a text in UTF-8");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThatThrownBy(this::text)
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("cannot fetch " + server.uri("/plugin.yaml"));
    }
}

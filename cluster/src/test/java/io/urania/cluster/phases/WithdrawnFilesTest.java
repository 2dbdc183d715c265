package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.plan.Task;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.file.WithdrawnFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one task takes from a host, no other one puts there, whichever phase it is of. */
final class WithdrawnFilesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ArticleRack.ARTICLES_OWN,
                ArticleRack.NEWEST,
                ArticleRack.NEWEST + ArticleRack.ETCD_BY_KUBEADM,
                ArticleRack.NEWEST + "resolvconf_mode: host_resolvconf\nnameservers: [10.0.0.53]\n"
                        + "kubernetes_audit: true\nkube_encrypt_secret_data: true\nauto_renew_certificates: true\n"
            })
    void whatIsWrittenAnywhereIsWanted(String variables) {
        List<Task> tasks = ArticleRack.of(directory, variables).tasks();
        List<Task> withdrawing = tasks.stream()
                .filter(task -> task.work() instanceof WithdrawnFiles)
                .toList();

        assertThat(withdrawing).isNotEmpty();
        for (Task task : withdrawing) {
            WithdrawnFiles files = (WithdrawnFiles) task.work();
            assertThat(files.wanted())
                    .containsAll(tasks.stream()
                            .filter(other -> other.id().host().equals(task.id().host()))
                            .filter(other -> other.work() instanceof TextFile)
                            .map(other -> ((TextFile) other.work()).path())
                            .filter(path -> path.startsWith(files.directory() + "/"))
                            .toList());
        }
    }
}

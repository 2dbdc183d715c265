package io.urania.cluster.reader.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.reader.ClusterReading;
import io.urania.cluster.reader.RackFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories of hosts that are two things at once. */
final class DirectoryRulesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "etcd_data_dir: /var/lib/containerd           | containerd_storage_dir /var/lib/containerd and etcd_data_dir /var/lib/containerd",
                "etcd_data_dir: /var/lib/containerd/etcd      | containerd_storage_dir /var/lib/containerd and etcd_data_dir /var/lib/containerd/etcd",
                "containerd_storage_dir: /var/lib/etcd/images | containerd_storage_dir /var/lib/etcd/images and etcd_data_dir /var/lib/etcd",
                "containerd_storage_dir: /var/lib/docker      | containerd_storage_dir /var/lib/docker and /var/lib/docker, with Docker's data,",
                "etcd_data_dir: /var/lib/docker/etcd          | etcd_data_dir /var/lib/docker/etcd and /var/lib/docker, with Docker's data,",
                "etcd_data_dir: /opt/cni                      | cni_bin_dir /opt/cni/bin and etcd_data_dir /opt/cni",
                "etcd_events_data_dir: /var/lib/etcd/events   | etcd_events_data_dir /var/lib/etcd/events and etcd_data_dir /var/lib/etcd",
                "etcd_data_dir: /var/lib/etcd-events          | etcd_events_data_dir /var/lib/etcd-events and etcd_data_dir /var/lib/etcd-events",
                "bin_dir: /opt/cni/bin                        | cni_bin_dir /opt/cni/bin and bin_dir /opt/cni/bin",
                "bin_dir: /var/lib/etcd/bin                   | bin_dir /var/lib/etcd/bin and etcd_data_dir /var/lib/etcd",
                "containerd_state_dir: /var/lib/etcd/run      | containerd_state_dir /var/lib/etcd/run and etcd_data_dir /var/lib/etcd",
            })
    void directoriesThatLieInEachOtherAreRefused(String line, String what) {
        ClusterReading reading = new RackFiles(directory).withVariables(line);

        assertThat(reading.spec()).isEmpty();
        assertThat(reading.errors()).anySatisfy(problem -> {
            assertThat(problem.what()).startsWith(what);
            assertThat(problem.position()).isNotNull();
        });
    }

    @Test
    void bothLinesAreNamed() {
        ClusterReading reading = new RackFiles(directory)
                .withVariables("etcd_data_dir: /srv/data\ncontainerd_storage_dir: /srv/data/images");

        assertThat(reading.errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("all.yaml:6:1: containerd_storage_dir /srv/data/images and etcd_data_dir /srv/data (")
                        .contains("all.yaml:5:1) overlap"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "etcd_data_dir: /var/lib/containerd-etcd",
                "etcd_data_dir: /srv/data/etcd\ncontainerd_storage_dir: /srv/data/containerd",
                "bin_dir: /opt/bin",
                "kube_cert_dir: /etc/kubernetes/pki"
            })
    void directoriesBesideEachOtherAreTaken(String lines) {
        assertThat(new RackFiles(directory).withVariables(lines).errors()).isEmpty();
    }
}

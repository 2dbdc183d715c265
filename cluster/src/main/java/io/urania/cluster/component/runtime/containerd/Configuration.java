package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.format.TomlDocument;
import io.urania.cluster.phase.CgroupDriverChoice;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.CgroupDriver;
import io.urania.engine.fact.Facts;
import io.urania.engine.system.SystemProbe;
import java.util.List;

/**
 * containerd's config.toml: format 3 for containerd 2, format 2 for containerd 1 (containerd docs/cri/config.md).
 *
 * @param spec what the inventory asks for
 * @param node whose file it is
 * @param format 2 or 3
 * @param sandboxImage reference of the pause image
 * @param registries directory of the registries' files
 * @param cniPrograms directory of CNI plugins
 */
record Configuration(
        ContainerdSpec spec, NodeSpec node, int format, String sandboxImage, String registries, String cniPrograms) {

    private static final String CNI_LISTS = "/etc/cni/net.d";

    /** The file's text for a host. */
    String text(Facts facts) {
        TomlDocument document = new TomlDocument();
        document.set(Table.TOP.in(format), "version", format)
                .set(Table.TOP.in(format), "root", spec.storageDirectory())
                .set(Table.TOP.in(format), "state", spec.stateDirectory())
                .set(Table.GRPC.in(format), "max_recv_message_size", spec.maxReceiveMessageSize())
                .set(Table.GRPC.in(format), "max_send_message_size", spec.maxSendMessageSize())
                .set(Table.DEBUG.in(format), "level", spec.debugLevel())
                .set(Table.METRICS.in(format), "address", spec.metricsAddress())
                .set(Table.METRICS.in(format), "grpc_histogram", spec.grpcHistogram());
        images(document);
        document.set(Table.RUNTIME.in(format), "max_container_log_line_size", spec.maxContainerLogLineSize())
                .set(Table.RUNTIME.in(format), "restrict_oom_score_adj", restrictsOomScore(facts));
        networks(document);
        spec.runtimes().forEach(runtime -> runtime.write(document, format, systemdCgroup(facts)));
        spec.fields().forEach((field, value) -> document.set(field.table().in(format), field.key(), value));
        return document.text();
    }

    private void images(TomlDocument document) {
        if (format == 3) {
            document.set(Table.IMAGES.in(format, "pinned_images"), "sandbox", sandboxImage);
        } else {
            document.set(Table.IMAGES.in(format), "sandbox_image", sandboxImage);
        }
        document.set(Table.IMAGES.in(format, "registry"), "config_path", registries);
    }

    private void networks(TomlDocument document) {
        List<String> networks = Table.RUNTIME.in(format, "cni");
        if (format == 3) {
            document.set(networks, "bin_dirs", List.of(cniPrograms));
        } else {
            document.set(networks, "bin_dir", cniPrograms);
        }
        document.set(networks, "conf_dir", CNI_LISTS);
    }

    /** A host whose root may not lower oom_score_adj could start no container otherwise. */
    private static boolean restrictsOomScore(Facts facts) {
        return !facts.answer(SystemProbe.QUESTION).mayLowerOomScore();
    }

    private boolean systemdCgroup(Facts facts) {
        return CgroupDriverChoice.of(node.kubelet(), facts) == CgroupDriver.SYSTEMD;
    }
}

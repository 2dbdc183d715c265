package io.urania.cluster.phases.runtime;

import io.urania.cluster.format.Toml;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.phase.CgroupDriverChoice;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.spec.ContainerdSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.CgroupDriver;
import io.urania.engine.fact.Facts;
import io.urania.engine.system.SystemProbe;

/**
 * containerd's config.toml: format 3 for containerd 2, format 2 for containerd 1 (containerd docs/cri/config.md).
 *
 * @param spec what the inventory asks for
 * @param node whose file it is
 * @param format 2 or 3
 * @param sandboxImage reference of the pause image
 * @param registries directory of the registries' files
 */
record ContainerdConfiguration(ContainerdSpec spec, NodeSpec node, int format, String sandboxImage, String registries) {

    static ContainerdConfiguration of(Deployment deployment, NodeSpec node, String registries) {
        int format = ContainerdGeneration.of(deployment.versions().containerd()).configurationFormat();
        return new ContainerdConfiguration(
                deployment.spec().containerd(),
                node,
                format,
                deployment.artifacts().reference(BaseImages.PAUSE),
                registries);
    }

    /** The file's text for a host. */
    String text(Facts facts) {
        return common() + (format == 3 ? format3(facts) : format2(facts));
    }

    private String common() {
        return """
                version = %d
                root = %s
                state = %s

                [grpc]
                  max_recv_message_size = %d
                  max_send_message_size = %d

                [debug]
                  level = %s

                [metrics]
                  address = %s
                  grpc_histogram = %b

                """.formatted(
                        format,
                        Toml.quoted(spec.storageDirectory()),
                        Toml.quoted(spec.stateDirectory()),
                        spec.maxReceiveMessageSize(),
                        spec.maxSendMessageSize(),
                        Toml.quoted(spec.debugLevel()),
                        Toml.quoted(spec.metricsAddress()),
                        spec.grpcHistogram());
    }

    private String format3(Facts facts) {
        return """
                [plugins.'io.containerd.cri.v1.images'.pinned_images]
                  sandbox = %s

                [plugins.'io.containerd.cri.v1.images'.registry]
                  config_path = %s

                [plugins.'io.containerd.cri.v1.runtime']
                  max_container_log_line_size = %d
                  restrict_oom_score_adj = %b

                [plugins.'io.containerd.cri.v1.runtime'.cni]
                  bin_dirs = [%s]
                  conf_dir = "/etc/cni/net.d"

                [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
                  runtime_type = "io.containerd.runc.v2"

                [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
                  SystemdCgroup = %b
                """.formatted(
                        Toml.quoted(sandboxImage),
                        Toml.quoted(registries),
                        spec.maxContainerLogLineSize(),
                        restrictsOomScore(facts),
                        Toml.quoted(HostArtifacts.CNI_PROGRAMS),
                        systemdCgroup(facts));
    }

    private String format2(Facts facts) {
        return """
                [plugins."io.containerd.grpc.v1.cri"]
                  sandbox_image = %s
                  max_container_log_line_size = %d
                  restrict_oom_score_adj = %b

                [plugins."io.containerd.grpc.v1.cri".cni]
                  bin_dir = %s
                  conf_dir = "/etc/cni/net.d"

                [plugins."io.containerd.grpc.v1.cri".registry]
                  config_path = %s

                [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
                  runtime_type = "io.containerd.runc.v2"

                [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
                  SystemdCgroup = %b
                """.formatted(
                        Toml.quoted(sandboxImage),
                        spec.maxContainerLogLineSize(),
                        restrictsOomScore(facts),
                        Toml.quoted(HostArtifacts.CNI_PROGRAMS),
                        Toml.quoted(registries),
                        systemdCgroup(facts));
    }

    /** A host whose root may not lower oom_score_adj could start no container otherwise. */
    private static boolean restrictsOomScore(Facts facts) {
        return !facts.answer(SystemProbe.QUESTION).mayLowerOomScore();
    }

    private boolean systemdCgroup(Facts facts) {
        return CgroupDriverChoice.of(node.kubelet(), facts) == CgroupDriver.SYSTEMD;
    }
}

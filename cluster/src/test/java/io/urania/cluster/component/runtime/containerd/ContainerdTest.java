package io.urania.cluster.component.runtime.containerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.version.PackageOrigin;
import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.reader.RackFiles;
import io.urania.engine.fact.Facts;
import io.urania.engine.system.SystemFact.Cgroups;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

class ContainerdTest {
    private static final String CONFIGURATION = "/etc/containerd/config.toml";

    private static final String SETTINGS = """
            containerd_oom_score: -500
            containerd_debug_address: /run/containerd/debug.sock
            containerd_debug_format: json
            containerd_enable_unprivileged_ports: true
            containerd_enable_selinux: false
            containerd_snapshotter: native
            containerd_image_pull_progress_timeout: 10m
            nri_enabled: false
            containerd_tracing_enabled: true
            containerd_tracing_endpoint: collector.example.com:4317
            containerd_tracing_sampling_ratio: 0.5
            containerd_base_runtime_spec_rlimit_nofile: 65535
            containerd_default_base_runtime_spec_patch: {linux: {seccomp: {defaultAction: SCMP_ACT_ALLOW}}}
            containerd_base_runtime_specs: {kata-base.json: {ociVersion: 1.1.0}}
            containerd_default_runtime: kata
            containerd_additional_runtimes:
            - name: kata
              type: io.containerd.kata.v2
              base_runtime_spec: kata-base.json
              options: {ConfigPath: "/etc/kata/'own'.toml", Privileged: "true"}
            containerd_extra_args: |
              disabled_plugins = ["io.containerd.internal.v1.opt"]
              [proxy_plugins.stargz]
              type = "snapshot"
            containerd_extra_runtime_args: {device_ownership_from_security_context: true, drain_exec_sync_io_timeout: 5s}
            """;

    @TempDir
    Path directory;

    @Test
    void configuresContainerd1InFormat2() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.ARTICLES_OWN);

        Golden.verify(getClass(), "config-format-2.toml", rack.file("erato", CONFIGURATION, rackHost(Cgroups.V1)));
    }

    @Test
    void configuresContainerd2InFormat3() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        Golden.verify(getClass(), "config-format-3.toml", rack.file("erato", CONFIGURATION, rackHost(Cgroups.V1)));
    }

    @ParameterizedTest
    @CsvSource({"v1.19.5, settings-format-2.toml", "v1.36.3, settings-format-3.toml"})
    void hasTheSettingsOfTheInventory(String kubernetes, String golden) {
        ArticleRack rack =
                ArticleRack.of(directory, "kube_version: " + kubernetes + "\nkube_proxy_mode: iptables\n" + SETTINGS);

        String configuration = rack.file("erato", CONFIGURATION, rackHost(Cgroups.V2));

        Golden.verify(getClass(), golden, configuration);
        assertThat(new TomlMapper().readTree(configuration)).isNotEmpty();
    }

    @Test
    void containersBeginWithTheInventorysLimits() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + SETTINGS);

        JsonNode specification =
                new JsonMapper().readTree(rack.file("erato", "/etc/containerd/cri-base.json", rackHost(Cgroups.V2)));

        assertThat(specification.at("/process/rlimits/0/type").asString()).isEqualTo("RLIMIT_NOFILE");
        assertThat(specification.at("/process/rlimits/0/hard").toString()).isEqualTo("65535");
        assertThat(specification.at("/process/capabilities/bounding")).hasSize(14);
        assertThat(specification.at("/linux/seccomp/defaultAction").asString()).isEqualTo("SCMP_ACT_ALLOW");
        assertThat(rack.file("erato", "/etc/containerd/kata-base.json", rackHost(Cgroups.V2)))
                .contains("\"ociVersion\": \"1.1.0\"");
    }

    @Test
    void theUnitHasTheInventorysLimitsAndSlice() {
        ArticleRack rack = ArticleRack.of(
                directory,
                ArticleRack.NEWEST
                        + "containerd_limit_open_file_num: 1048576\ncontainerd_limit_core: 1K\n"
                        + "kube_reserved: true\nkube_reserved_cgroups_for_service_slice: kube.slice\n");

        assertThat(rack.file("erato", "/etc/systemd/system/containerd.service", rackHost(Cgroups.V2)))
                .contains("LimitNOFILE=1048576\n", "LimitCORE=1K\n", "Slice=kube.slice\n");
        assertThat(rack.file("erato", "/etc/systemd/system/kubelet.service", rackHost(Cgroups.V2)))
                .contains("Slice=kube.slice\n", "mkdir -p /sys/fs/cgroup/$$hierarchy/kube.slice;");
        assertThat(rack.file("erato", "/etc/kubernetes/kubelet.yaml", rackHost(Cgroups.V2)))
                .contains("kubeReservedCgroup: /kube.slice\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "containerd_default_runtime: kata | containerd has only runc",
                "containerd_additional_runtimes: [{name: Kata}] | RuntimeClasses have names",
                "containerd_additional_runtimes: [{name: kata, type: kata}] | a type is the name of a shim",
                "containerd_additional_runtimes: [{name: runc, type: io.containerd.runc.v2}] | each runtime has a name of its own",
                "containerd_additional_runtimes: [{name: kata, type: io.containerd.kata.v2, base_runtime_spec: a.json}] | no such file",
                "containerd_base_runtime_specs: {config.toml: {}} | names of files that end with .json",
                "containerd_extra_runtime_args: {cni: x} | Urania writes this table itself",
                "containerd_default_base_runtime_spec_patch: {hostname: x} | pods of the host's network, such as flannel's, would rename the host",
                "containerd_extra_args: '[plugins.x]' | Urania writes it itself",
                "containerd_extra_args: 'proxy_plugins = 5' | containerd would not start, or would not know it",
                "containerd_extra_args: 'unknown = 5' | containerd would not start, or would not know it",
                "containerd_default_base_runtime_spec_patch: {x: .nan} | files of programs have no such numbers",
                "containerd_extra_args: '[x' | it accepts texts, numbers, truth, lists and tables as a TOML file has them",
            })
    void whatContainerdWouldNotStartWithIsRefused(String variable, String why) {
        assertThat(new RackFiles(directory).withVariables(variable).errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).contains(why));
    }

    @ParameterizedTest
    @CsvSource({"v1.19.5", "v1.36.3"})
    void restrictsTheScoreOnlyWhereTheHostMayNotLowerIt(String kubernetes) {
        ArticleRack rack = ArticleRack.of(directory, "kube_version: " + kubernetes + "\nkube_proxy_mode: iptables\n");

        assertThat(rack.file("erato", CONFIGURATION, rackHost(Cgroups.V2))).contains("restrict_oom_score_adj = true");
        assertThat(rack.file("erato", CONFIGURATION, Systems.facts(Systems.raspberryPi(4))))
                .contains("restrict_oom_score_adj = false");
    }

    @ParameterizedTest
    @CsvSource({"cgroupfs, false", "systemd, true"})
    void agreesWithTheKubeletOnControlGroups(String driver, boolean systemd) {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + "kubelet_cgroup_driver: " + driver + "\n");

        assertThat(rack.file("erato", CONFIGURATION, rackHost(Cgroups.V2))).contains("SystemdCgroup = " + systemd);
        assertThat(rack.file("erato", "/etc/kubernetes/kubelet.yaml", rackHost(Cgroups.V2)))
                .contains("cgroupDriver: " + driver);
    }

    @ParameterizedTest
    @CsvSource({
        "docker.io, docker.io.toml",
        "katello, katello.toml",
        "registry.registry.svc.cluster.local:5000, registry-in-the-cluster.toml",
    })
    void namesTheMirrorOfEveryRegistryOfTheArticle(String registry, String golden) {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        String path = "/etc/containerd/certs.d/" + registry + "/hosts.toml";

        Golden.verify(getClass(), golden, rack.file("pandore", path, rackHost(Cgroups.V2)));
    }

    @Test
    void placesItsUnit() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        Golden.verify(
                getClass(),
                "containerd.service",
                rack.file("erato", "/etc/systemd/system/containerd.service", rackHost(Cgroups.V2)));
    }

    @Test
    void leavesUnitAndProgramsOfTheDistributionsContainerdAlone() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.ARTICLES_OWN);

        assertThat(rack.deployment().versions().containerd().origin()).isEqualTo(PackageOrigin.DEBIAN);
        assertThat(rack.tasks())
                .extracting(task -> task.id().name())
                .contains("packages for containers", "program /usr/local/bin/crictl")
                .doesNotContain(
                        "file /etc/systemd/system/containerd.service",
                        "program /usr/local/bin/containerd",
                        "program /usr/local/bin/ctr");
    }

    private static Facts rackHost(Cgroups cgroups) {
        return Systems.facts(Systems.rackHost(cgroups));
    }
}

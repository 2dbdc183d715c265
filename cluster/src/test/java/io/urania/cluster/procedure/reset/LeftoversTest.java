package io.urania.cluster.procedure.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.manifest.AppliedManifest;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.etcd.EtcdSettings;
import io.urania.cluster.phases.etcd.WithdrawnEtcd;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.plan.Task;
import io.urania.engine.resource.account.Account;
import io.urania.engine.resource.account.FormerUsers;
import io.urania.engine.resource.account.HostName;
import io.urania.engine.resource.account.RootPassword;
import io.urania.engine.resource.account.SystemUser;
import io.urania.engine.resource.account.TimeZone;
import io.urania.engine.resource.address.StaticAddress;
import io.urania.engine.resource.boot.FirmwareSettings;
import io.urania.engine.resource.boot.KernelArguments;
import io.urania.engine.resource.file.AbsentFile;
import io.urania.engine.resource.file.Directory;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextBlock;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.file.WithdrawnFiles;
import io.urania.engine.resource.image.ContainerImage;
import io.urania.engine.resource.kernel.KernelModules;
import io.urania.engine.resource.kernel.SwapOff;
import io.urania.engine.resource.kernel.Sysctls;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.resource.packetfilter.PacketFilterChoice;
import io.urania.engine.resource.resolver.HostResolver;
import io.urania.engine.resource.resolver.ResolverBack;
import io.urania.engine.resource.service.AbsentUnit;
import io.urania.engine.resource.service.Service;
import io.urania.engine.resource.service.ServicesOff;
import io.urania.engine.resource.service.ShutdownDelay;
import io.urania.engine.resource.sshd.Sshd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a host: all that phases can put on one is something that a reset takes away, or that stays on purpose. */
class LeftoversTest {

    private static final Pattern HOST_PATH = Pattern.compile("hostPath:\\s+(?:type: \\w+\\s+)?path: (\\S+)");

    /** Directories of every system that pods only read, or in which they make nothing. */
    private static final Set<String> OF_THE_SYSTEM = Set.of("/lib/modules");

    /** Tasks that run programs of others. They write where Kubernetes' documentation says ("kubeadm init", "Directories"). */
    private static final Set<String> OF_KUBEADM = Set.of(
            "kubeadm init",
            "kubeadm join",
            "admit nodes",
            "admit no more nodes",
            "control plane pods",
            "etcd pod",
            "marks",
            "objects");

    /** They put nothing anywhere. */
    private static final Set<String> RESTARTS = Set.of("restart", "drain", "uncordoning");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ArticleRack.ARTICLES_OWN,
                ArticleRack.NEWEST,
                ArticleRack.NEWEST + "helm_enabled: true\nhttp_proxy: http://user:secret@10.0.0.9:3128\n",
                ArticleRack.NEWEST + "etcd_events_cluster_enabled: true\n",
                ArticleRack.NEWEST + ArticleRack.ETCD_BY_KUBEADM,
                ArticleRack.NEWEST + ArticleRack.ETCD_BY_KUBEADM + "etcd_data_dir: /srv/own-etcd\n",
                ArticleRack.NEWEST + "etcd_events_cluster_enabled: true\netcd_events_data_dir: /srv/own-events\n",
                ArticleRack.ARTICLES_OWN + "http_proxy: http://10.0.0.9:3128\n",
                ArticleRack.NEWEST + "ntp_enabled: true\nntp_manage_config: true\nntp_timezone: Etc/UTC\n"
                        + "ntp_force_sync_immediately: true\n",
                ArticleRack.NEWEST + "ntp_enabled: true\nntp_manage_config: true\nntp_package: systemd-timesyncd\n",
                ArticleRack.NEWEST
                        + "sshd_permit_root_login: prohibit-password\nhost_users: [{name: clio, admin: true}]\n"
                        + "root_password_hash: '!'\n",
                ArticleRack.NEWEST + "resolvconf_mode: host_resolvconf\nnameservers: [10.0.0.53]\n",
                ArticleRack.NEWEST
                        + "etcd_data_dir: /srv/own-etcd\nbin_dir: /opt/own/bin\nauto_renew_certificates: true\n"
                        + "containerd_storage_dir: /srv/own-containerd\ncontainerd_state_dir: /run/containerd-own\n"
                        + "kube_cert_dir: /etc/kubernetes/own-pki\nenable_nodelocaldns: false\n",
            })
    void whatPhasesPutOnAHostIsTakenOrStaysOnPurpose(String variables) {
        ArticleRack rack = ArticleRack.of(directory, variables);
        LeftBehind left = new LeftBehind(rack.spec());
        List<String> forgotten = new ArrayList<>();
        for (Task task : rack.tasks()) {
            List<Leftover> leftovers = leftovers(left, rack.spec(), task.id().host());
            made(rack.spec(), task).stream()
                    .filter(thing -> leftovers.stream().noneMatch(leftover -> isAbout(leftover, thing)))
                    .forEach(thing -> forgotten.add(thing + " of " + task.id()));
        }

        assertThat(forgotten).isEmpty();
    }

    /** What no task names: kube-proxy's interface is only there in mode ipvs, and chains only in packet filters. */
    @Test
    void interfacesAndChainsOfPodsAreTakenToo() {
        List<Leftover> onNodes =
                new LeftBehind(ArticleRack.of(directory, ArticleRack.NEWEST).spec()).on(Place.NODES);

        assertThat(onNodes)
                .contains(
                        new Leftover.Interface("cni0"),
                        new Leftover.Interface("kube-ipvs0"),
                        new Leftover.Rules("KUBE-"),
                        new Leftover.Rules("CNI-"))
                .containsAll(NetworkPlugins.ALL.stream()
                        .flatMap(plugin -> plugin.links().stream())
                        .map(Leftover.Interface::new)
                        .toList());
    }

    private static List<Leftover> leftovers(LeftBehind left, ClusterSpec spec, String host) {
        return Stream.of(Place.values())
                .filter(place -> Place.hosts(List.of(place), spec).stream()
                        .anyMatch(one -> one.name().equals(host)))
                .flatMap(place -> left.on(place).stream())
                .toList();
    }

    /** What a task puts on its host, as a path or as people call it. */
    private static Set<String> made(ClusterSpec spec, Task task) {
        if (RESTARTS.contains(task.id().name().replaceFirst(" of .*", ""))) {
            return Set.of();
        }
        return switch (task.work()) {
            case TextFile file -> Set.of(file.path());
            case EtcdSettings settings -> Set.of(settings.path());
            case Program program -> Set.of(program.path());
            case TextBlock block -> Set.of(block.path());
            case Directory own -> Set.of(own.path());
            case Service service -> Set.of(service.unit());
            case Packages packages -> Set.of(packages.name());
            case SystemUser user -> Set.of("user " + user.user());
            case HostName _ -> Set.of("/etc/hostname");
            case Account _ -> Set.of("accounts of people");
            case FormerUsers _ -> Set.of();
            case RootPassword _ -> Set.of("root's password");
            case ServicesOff _ -> Set.of("services that are off");
            case PacketFilterChoice _ -> Set.of("the choice of iptables");
            case StaticAddress _ -> Set.of("the static address");
            case Sshd _ -> Set.of("settings of the SSH server");
            case TimeZone _ -> Set.of(TimeZone.LINK);
            case HostResolver _ -> Set.copyOf(ResolverBack.files());
            case KernelArguments arguments -> Set.of(arguments.name());
            case FirmwareSettings settings -> Set.of(settings.name());
            case KernelModules _ -> Set.of(KernelModules.FILE);
            case Sysctls _ -> Set.of(Sysctls.FILE);
            case ShutdownDelay _ -> Set.of(ShutdownDelay.FILE);
            case SwapOff _ -> Set.of("swap");
            case ContainerImage _ -> Set.of(spec.runtime().storageDirectory());
            case AppliedManifest applied -> hostPaths(applied.manifest().text());
            case AbsentFile _, AbsentUnit _, WithdrawnEtcd _, WithdrawnFiles _ -> Set.of();
            default -> {
                assertThat(OF_KUBEADM)
                        .as(task.id().toString())
                        .contains(task.id().name().replaceFirst(" of .*", ""));
                yield Set.of(
                        "/etc/kubernetes/admin.conf",
                        "/var/lib/kubelet/config.yaml",
                        "/run/urania/kubeadm-init.yaml",
                        spec.paths().certificates());
            }
        };
    }

    private static Set<String> hostPaths(String manifest) {
        Set<String> paths = new TreeSet<>();
        HOST_PATH.matcher(manifest).results().forEach(match -> paths.add(match.group(1)));
        paths.removeAll(OF_THE_SYSTEM);
        return paths;
    }

    private static boolean isAbout(Leftover leftover, String thing) {
        return switch (leftover) {
            case Leftover.Unit(String name) -> thing.equals(name);
            case Leftover.Removed(String path) -> isIn(thing, path);
            case Leftover.Emptied(String path) -> isIn(thing, path);
            case Leftover.Written(String path) -> isIn(thing, path);
            case Leftover.Kept kept -> thing.equals(kept.what());
            case Leftover.Own own -> own.what().equals(thing) || own.script().contains(thing);
            case Leftover.Interface _, Leftover.Processes _, Leftover.Mounts _, Leftover.Rules _, Leftover.Cleared _ ->
                false;
        };
    }

    private static boolean isIn(String thing, String path) {
        return thing.equals(path) || thing.startsWith(path + "/");
    }
}

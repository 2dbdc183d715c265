package io.urania.cli.init;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.version.KubeProxyMode;
import io.urania.artifacts.version.Standing;
import io.urania.artifacts.version.VersionTable;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.text.Count;
import io.urania.inventory.problem.Suggestion;
import java.util.List;
import java.util.stream.Stream;

/** What the answers of an {@link Interview} mean, and what to propose. */
public final class DraftSettings {
    private DraftSettings() {}

    /** Three outlive the loss of one; with fewer than four hosts nothing would be left for pods. */
    public static int proposedControlPlane(int hosts) {
        return hosts >= 4 ? 3 : 1;
    }

    /** How many of the hosts are the control plane: an odd number, because etcd runs there too. */
    public static int controlPlane(String text, int hosts) throws Refusal {
        if (!text.matches("[1-9]\\d?") || Integer.parseInt(text) > hosts || Integer.parseInt(text) % 2 == 0) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "'" + text + "' control plane nodes of " + Count.of(hosts, "host")
                            + " are not possible: use an odd number such as 1 or 3, because etcd runs there too and decides by"
                            + " majority");
        }
        return Integer.parseInt(text);
    }

    /** A name that may log in, in quotes or commands of no meaning. */
    public static String user(String text) throws Refusal {
        if (!text.matches("[A-Za-z_][-A-Za-z0-9_.]{0,31}")) {
            throw new Refusal(ExitCode.USAGE, "'" + text + "' is not a login name; use one such as pi");
        }
        return text;
    }

    public static String proposedKubernetes() {
        return VersionTable.standard().defaultVersion().toString();
    }

    /** Whether kube-proxy of a known version has mode ipvs, and will keep it. */
    static boolean hasIpvs(String kubernetes) throws Refusal {
        try {
            return VersionTable.standard()
                            .entry(KubernetesVersion.parse(kubernetes))
                            .kubeProxyModes()
                            .get(KubeProxyMode.IPVS)
                    == Standing.STABLE;
        } catch (ArtifactException unknown) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(unknown.getMessage()));
        }
    }

    /** A version that the version table knows. */
    public static String kubernetes(String text) throws Refusal {
        VersionTable table = VersionTable.standard();
        try {
            KubernetesVersion version = KubernetesVersion.parse(text);
            table.entry(version);
            return version.toString();
        } catch (ArtifactException unknown) {
            List<String> known = table.versionsWithGoSources().stream()
                    .map(KubernetesVersion::toString)
                    .toList();
            throw new Refusal(
                    ExitCode.USAGE,
                    unknown.what() + "; "
                            + Suggestion.misspelt(text, known)
                                    .map(meant -> "did you mean " + meant + "?")
                                    .orElse(unknown.remedy()));
        }
    }

    /** The host with HAProxy: one of the hosts by its name, or another one. */
    public static DraftHost balancer(String text, List<DraftHost> hosts) throws Refusal {
        for (DraftHost host : hosts) {
            if (host.name().equals(text)) {
                return host;
            }
        }
        if (text.contains("=")) {
            DraftHost balancer = DraftHost.parse(text, hosts.size() + 1);
            DraftHost.requireDistinct(
                    Stream.concat(hosts.stream(), Stream.of(balancer)).toList());
            return balancer;
        }
        throw new Refusal(
                ExitCode.USAGE,
                "there is no host '" + text + "' for the load balancer; "
                        + Suggestion.didYouMean(
                                text,
                                hosts.stream().map(DraftHost::name).toList(),
                                "use one of the hosts, or another one as in balancer=192.168.1.10"));
    }
}

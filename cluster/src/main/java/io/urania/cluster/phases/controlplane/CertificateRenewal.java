package io.urania.cluster.phases.controlplane;

import io.urania.cluster.format.Line;
import io.urania.cluster.format.SystemdUnit;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.apiserver.ControlPlaneGate;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.AbsentUnit;
import io.urania.engine.resource.service.Service;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A timer on each control plane host that renews kubeadm's certificates before they expire, and restarts what has read them (kubeadm
 * documentation, "Certificate Management"). Its units and its script have the names that Kubespray gives them, whose place they take.
 */
record CertificateRenewal(Deployment deployment, NodeSpec node) {

    static final String TIMER = "k8s-certs-renew.timer";

    /** The script, in the directory of programs. */
    static final String SCRIPT = "k8s-certs-renew.sh";

    static final String TIMER_FILE = "/etc/systemd/system/" + TIMER;
    static final String SERVICE_FILE = "/etc/systemd/system/k8s-certs-renew.service";

    /** Where systemd notes when a timer with {@code Persistent=} ran last (systemd.timer(5)). */
    private static final String LAST_RUN = "/var/lib/systemd/timers/stamp-" + TIMER;

    private static final int LAST_VERSION_OF_ALPHA = 19;

    /** What it leaves on a host; also where it was switched off and nothing has been applied since. */
    static List<Leftover> leftovers(ClusterSpec spec) {
        return List.of(
                new Leftover.Unit(TIMER),
                new Leftover.Removed(LAST_RUN),
                new Leftover.Written(TIMER_FILE),
                new Leftover.Written(SERVICE_FILE),
                new Leftover.Written(script(spec)));
    }

    private static String script(ClusterSpec spec) {
        return spec.paths().programs() + "/" + SCRIPT;
    }

    /** Declares the timer, or that there is none of Urania's; it starts when the pods run whose certificates it renews. */
    void declare(TaskId pods, Tasks all) {
        ClusterSpec spec = deployment.spec();
        Tasks tasks = all.because(ApiServerVariables.RENEWAL, ApiServerVariables.RENEWAL_CALENDAR);
        spec.kubeadm()
                .renewal()
                .ifPresentOrElse(
                        calendar -> {
                            TaskId script = tasks.add(
                                    node.host(),
                                    new TextFile(script(spec), "755", "root", _ -> scriptText(calendar), ""));
                            TaskId service = tasks.add(node.host(), TextFile.of(SERVICE_FILE, serviceText()));
                            TaskId timer = tasks.add(node.host(), TextFile.of(TIMER_FILE, timerText(calendar)));
                            tasks.add(
                                    node.host(),
                                    Service.of(TIMER, List.of(SERVICE_FILE, TIMER_FILE), List.of())
                                            .restartMeaning("the next renewal is scheduled again"),
                                    pods,
                                    script,
                                    service,
                                    timer);
                        },
                        () -> tasks.add(
                                node.host(),
                                new AbsentUnit(TIMER, TIMER_FILE, List.of(SERVICE_FILE, script(spec), LAST_RUN))));
    }

    String serviceText() {
        return """
                [Unit]
                Description=Renew the certificates of the Kubernetes control plane
                Documentation=https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/
                After=kubelet.service

                [Service]
                Type=oneshot
                ExecStart=%s
                """.formatted(SystemdUnit.word(script(deployment.spec())));
    }

    /** The more hosts there are, the longer the time in which they take their turns, each at its own moment (systemd.timer(5)). */
    String timerText(String calendar) {
        return """
                [Unit]
                Description=Renew the certificates of the Kubernetes control plane

                [Timer]
                OnCalendar=%s
                RandomizedDelaySec=%dmin
                FixedRandomDelay=true
                Persistent=true

                [Install]
                WantedBy=timers.target
                """.formatted(
                        Line.of(calendar).replace("%", "%%"),
                        10 * deployment.spec().controlPlane().size());
    }

    String scriptText(String calendar) {
        String others = deployment.spec().controlPlane().stream()
                .filter(other -> !other.equals(node))
                .map(other -> ControlPlaneGate.server(deployment.spec(), other))
                .collect(Collectors.joining(" "));
        String etcd = switch (deployment.spec().etcd().deployment()) {
            case HOST -> "";
            case KUBEADM -> "    restart etcd\n";
        };
        return ResourceText.beside(CertificateRenewal.class, SCRIPT)
                .replace("    @etcd@\n", etcd)
                .replace("@programs@", Shell.quote(deployment.artifacts().programs()))
                .replace(
                        "@certs@",
                        deployment.spec().kubernetes().minor() <= LAST_VERSION_OF_ALPHA ? "alpha certs" : "certs")
                .replace("@configuration@", ControlPlanePods.CONFIGURATION)
                .replace("@own@", Shell.quote(ControlPlaneGate.server(deployment.spec(), node)))
                .replace("@others@", Shell.quote(others))
                .replace("@calendar@", Shell.quote(calendar));
    }
}

package io.urania.cli.rack;

import io.urania.cli.rack.ControllerProcess.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The moments of a deployment at which it is killed: where each step begins, and, of those steps that change things in several
 * places, where one place is changed and the next is not.
 */
final class Moments {

    private static final String MANIFESTS_WRITTEN = "[ -e /etc/kubernetes/manifests/kube-scheduler.yaml ]";
    private static final String CERTIFICATES_BEGUN = "[ -e /etc/kubernetes/ssl/ca.key ]";
    private static final String BOOTSTRAPPING =
            "[ -e /etc/kubernetes/bootstrap-kubelet.conf ] || [ -e /etc/kubernetes/kubelet.conf ]";
    private static final String BOOTSTRAPPED = "[ -e /etc/kubernetes/kubelet.conf ]";

    private static final String ETCD_STORES = "[ -d /var/lib/etcd/member/wal ]";
    private static final String KUBELET_CONFIGURED = "[ -e /var/lib/kubelet/config.yaml ]";
    private static final String ADMITTING =
            "kubectl get rolebinding kubeadm:bootstrap-signer-clusterinfo -n kube-public";
    private static final String VERIFYING = "kubectl get namespaces | grep urania-verification";

    private static final String ETCD = "start etcd";
    private static final String INITIALISATION = "initialise the cluster";
    private static final String CONTROL_PLANE = "join the control plane";
    private static final String WORKER = "join as worker";
    private static final String VERIFICATION = "check names, pods";

    /** Signs of a step's way, by the beginning of its title, in the order in which kubeadm and etcd come to them. */
    private static final Map<String, List<String>> SIGNS = Map.of(
            ETCD,
            List.of(ETCD_STORES),
            INITIALISATION,
            List.of(
                    CERTIFICATES_BEGUN,
                    "[ -e /etc/kubernetes/admin.conf ]",
                    MANIFESTS_WRITTEN,
                    KUBELET_CONFIGURED,
                    "kubectl get configmap kubeadm-config -n kube-system",
                    "kubectl get nodes -l node-role.kubernetes.io/control-plane -o name | grep .",
                    ADMITTING),
            CONTROL_PLANE,
            List.of(CERTIFICATES_BEGUN, MANIFESTS_WRITTEN, BOOTSTRAPPED));

    private Moments() {}

    /**
     * In the middle of the hardest steps. One of a step is enough: when a run is killed, its hosts come to the end of the steps
     * that they are at. So workers, which join together with the control plane hosts, are in the middle of that then.
     */
    static List<Moment> hard(List<Step> steps) {
        return List.of(
                new Moment(first(steps, ETCD), ETCD_STORES),
                new Moment(first(steps, INITIALISATION), KUBELET_CONFIGURED),
                new Moment(first(steps, CONTROL_PLANE), MANIFESTS_WRITTEN));
    }

    /** Those, and what a run may meet or not: nothing may be left to do for the one that would verify the cluster. */
    static List<Moment> few(List<Step> steps) {
        List<Moment> few = new ArrayList<>(
                List.of(Moment.begin(first(steps, "install /usr")), Moment.begin(first(steps, "import image"))));
        few.addAll(hard(steps));
        few.add(new Moment(first(steps, VERIFICATION), VERIFYING));
        return few;
    }

    /** When hosts lose their power, in the order of a deployment; those that are together lose it in the same run. */
    static List<List<Moment>> ofPowerCuts(List<Step> steps) {
        List<List<Moment>> cuts = new ArrayList<>();
        for (String title : List.of(ETCD, INITIALISATION)) {
            signs(title).forEach(sign -> cuts.add(List.of(new Moment(first(steps, title), sign))));
        }
        // Those begin together, and a run that loses one of both hosts goes on with the other.
        Step worker = first(steps, WORKER);
        Step controlPlane = first(steps, CONTROL_PLANE);
        cuts.add(List.of(new Moment(controlPlane, CERTIFICATES_BEGUN), new Moment(worker, BOOTSTRAPPING)));
        cuts.add(List.of(new Moment(controlPlane, MANIFESTS_WRITTEN)));
        cuts.add(List.of(new Moment(controlPlane, BOOTSTRAPPED)));
        return cuts;
    }

    private static List<String> signs(String title) {
        return Objects.requireNonNull(SIGNS.get(title), title);
    }

    private static Step first(List<Step> steps, String title) {
        return steps.stream()
                .filter(step -> step.title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    /**
     * As many as are asked for, if there are so many: inside of steps; where a step of each kind begins; where others begin,
     * spread over the deployment.
     */
    static Set<Moment> chosen(List<Step> steps, int count) {
        Set<Moment> chosen = new LinkedHashSet<>(hard(steps));
        chosen.add(new Moment(first(steps, VERIFICATION), VERIFYING));
        Map<String, Step> kinds = new LinkedHashMap<>();
        steps.forEach(step -> kinds.putIfAbsent(kind(step), step));
        kinds.values().forEach(step -> chosen.add(Moment.begin(step)));
        List<Moment> others = new ArrayList<>(steps.stream().map(Moment::begin).toList());
        others.removeAll(chosen);
        int more = Math.min(Math.max(count - chosen.size(), 0), others.size());
        for (int index = 0; index < more; index++) {
            chosen.add(others.get((int) ((long) index * others.size() / more)));
        }
        return new LinkedHashSet<>(List.copyOf(chosen).subList(0, Math.min(count, chosen.size())));
    }

    /** What a step does, without what it does it to. */
    static String kind(Step step) {
        return step.title().split(" ", 2)[0];
    }
}

package io.urania.cli.rack;

import io.urania.cli.rack.ControllerProcess.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private static final String VERIFICATION = "see names, pods";

    /** By the beginning of a step's title, in the order in which kubeadm and etcd come to them. */
    private static final Map<String, List<String>> INSIDE = inside();

    private Moments() {}

    private static Map<String, List<String>> inside() {
        Map<String, List<String>> inside = new LinkedHashMap<>();
        inside.put(ETCD, List.of(ETCD_STORES));
        inside.put(
                INITIALISATION,
                List.of(
                        CERTIFICATES_BEGUN,
                        "[ -e /etc/kubernetes/admin.conf ]",
                        MANIFESTS_WRITTEN,
                        KUBELET_CONFIGURED,
                        "kubectl get configmap kubeadm-config -n kube-system",
                        "kubectl get nodes -l node-role.kubernetes.io/control-plane -o name | grep .",
                        ADMITTING));
        inside.put(CONTROL_PLANE, List.of(CERTIFICATES_BEGUN, MANIFESTS_WRITTEN, BOOTSTRAPPING, BOOTSTRAPPED));
        inside.put(WORKER, List.of(BOOTSTRAPPING, BOOTSTRAPPED));
        inside.put(VERIFICATION, List.of(VERIFYING));
        return inside;
    }

    /** The worst ones of every kind of step that has such, few enough for every day. */
    static List<Moment> few(List<Step> steps) {
        return List.of(
                new Moment(first(steps, ETCD), ETCD_STORES),
                new Moment(first(steps, INITIALISATION), KUBELET_CONFIGURED),
                new Moment(first(steps, INITIALISATION), ADMITTING),
                new Moment(first(steps, CONTROL_PLANE), MANIFESTS_WRITTEN),
                new Moment(first(steps, WORKER), BOOTSTRAPPED),
                new Moment(first(steps, VERIFICATION), VERIFYING));
    }

    /** When hosts lose their power, one group after the other, each in a run of its own. */
    static List<List<Moment>> ofPowerCuts(List<Step> steps) {
        return List.of(
                List.of(new Moment(first(steps, ETCD), ETCD_STORES)),
                List.of(new Moment(first(steps, INITIALISATION), KUBELET_CONFIGURED)),
                // Those begin together, and a run that loses one of both hosts goes on with the other.
                List.of(
                        new Moment(first(steps, WORKER), BOOTSTRAPPING),
                        new Moment(first(steps, CONTROL_PLANE), MANIFESTS_WRITTEN)));
    }

    private static Step first(List<Step> steps, String title) {
        return steps.stream()
                .filter(step -> step.title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    /** Those inside of the first step of each of these kinds, each of which is reached in every deployment. */
    static List<Moment> inside(Collection<Step> steps) {
        List<Moment> moments = new ArrayList<>();
        INSIDE.forEach((title, signs) -> steps.stream()
                .filter(step -> step.title().startsWith(title))
                .findFirst()
                .ifPresent(step -> signs.forEach(sign -> moments.add(new Moment(step, sign)))));
        return moments;
    }

    /**
     * As many as are asked for, if there are so many: inside of steps; where a step of each kind begins; where others begin,
     * spread over the deployment.
     */
    static Set<Moment> chosen(List<Step> steps, int count) {
        Set<Moment> chosen = new LinkedHashSet<>(inside(steps));
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

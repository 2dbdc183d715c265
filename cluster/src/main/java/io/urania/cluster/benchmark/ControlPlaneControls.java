package io.urania.cluster.benchmark;

import static io.urania.cluster.benchmark.FlagControls.CONTROLLER_MANAGER;
import static io.urania.cluster.benchmark.FlagControls.SCHEDULER;

import io.urania.cluster.phase.Place;
import java.util.List;

/** Sections 1.3, 1.4 and 3: the controller manager, the scheduler, and who comes in. */
final class ControlPlaneControls {

    private static final Place PLACE = Place.CONTROL_PLANE;
    private static final String OURS = "run urania apply: it is always set";
    private static final String PEOPLE = "who gets which credentials is for people to judge";

    static final List<Control> ALL = List.of(
            Control.of(
                    "1.3.1",
                    "Ended pods are deleted",
                    PLACE,
                    CONTROLLER_MANAGER.isAtLeast(
                            "terminated-pod-gc-threshold", 1, "set kube_controller_terminated_pod_gc_threshold")),
            Control.of(
                    "1.3.2",
                    "No profiles",
                    PLACE,
                    CONTROLLER_MANAGER.is("profiling", "false", "set kube_profiling: false")),
            Control.of(
                    "1.3.3",
                    "Each controller has credentials of its own",
                    PLACE,
                    CONTROLLER_MANAGER.is("use-service-account-credentials", "true", OURS)),
            Control.of(
                    "1.3.4",
                    "A key that signs tokens of service accounts",
                    PLACE,
                    CONTROLLER_MANAGER.isSet("service-account-private-key-file", OURS)),
            Control.of(
                    "1.3.5", "Pods get the cluster's authority", PLACE, CONTROLLER_MANAGER.isSet("root-ca-file", OURS)),
            Control.of(
                    "1.3.6",
                    "Serving certificates of kubelets are renewed",
                    PLACE,
                    CONTROLLER_MANAGER.isNot(
                            "feature-gates",
                            "RotateKubeletServerCertificate=false",
                            "remove RotateKubeletServerCertificate from kube_controller_feature_gates")),
            Control.of(
                    "1.3.7",
                    "The controller manager listens on 127.0.0.1",
                    PLACE,
                    CONTROLLER_MANAGER.is(
                            "bind-address", "127.0.0.1", "set kube_controller_manager_bind_address: 127.0.0.1")),
            Control.of("1.4.1", "No profiles", PLACE, SCHEDULER.is("profiling", "false", "set kube_profiling: false")),
            Control.of(
                    "1.4.2",
                    "The scheduler listens on 127.0.0.1",
                    PLACE,
                    SCHEDULER.is("bind-address", "127.0.0.1", "set kube_scheduler_bind_address: 127.0.0.1")),
            Control.notApplicable("3.1.1", "People have no client certificates", PLACE, PEOPLE),
            Control.notApplicable("3.1.2", "People have no tokens of service accounts", PLACE, PEOPLE),
            Control.notApplicable("3.1.3", "People have no bootstrap tokens", PLACE, PEOPLE),
            Control.of(
                    "3.2.1",
                    "An audit policy",
                    PLACE,
                    FlagControls.API_SERVER.isSet("audit-policy-file", "set kubernetes_audit: true")),
            Control.of(
                    "3.2.2",
                    "The audit policy covers what matters",
                    PLACE,
                    (host, spec) -> spec.apiServer()
                                    .audit()
                                    .filter(audit -> audit.rules().isPresent())
                                    .isPresent()
                            ? new Verdict.NotApplicable("the rules are the inventory's own: people must judge them")
                            : Verdict.of(
                                    host.flag("kube-apiserver", "audit-policy-file")
                                            .isPresent(),
                                    "there is none",
                                    "set kubernetes_audit: true")));

    private ControlPlaneControls() {}
}

package io.urania.cluster.phases.host;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.List;
import java.util.Optional;

/**
 * A node that is away for its restart: its pods are moved before, and it is given pods again after. A label says that it is Urania who keeps pods
 * from it: a node that a person has cordoned stays so.
 */
record AbsentNode(ClusterSpec spec, NodeSpec node, HostRestart restart) {

    private static final String LABEL = "urania.io/restarting";

    /** kubectl has another word for it before (kubernetes/kubernetes#95076). */
    private static final int DELETE_EMPTYDIR_DATA = 20;

    Drain drain() {
        return new Drain(this);
    }

    Uncordon uncordon() {
        return new Uncordon(this);
    }

    private Operation operation(String script) {
        return Operation.of("""
                kubectl() { %s --kubeconfig=/etc/kubernetes/admin.conf "$@"; }
                node=%s
                label=%s
                scratch=%s
                """.formatted(
                                Shell.quote(spec.paths().programs() + "/kubectl"),
                                Shell.quote(node.name()),
                                LABEL,
                                spec.kubernetes().minor() >= DELETE_EMPTYDIR_DATA
                                        ? "--delete-emptydir-data"
                                        : "--delete-local-data")
                + ResourceText.beside(AbsentNode.class, script));
    }

    /** Pods of the node are moved to others. */
    record Drain(AbsentNode absent) implements Work {

        String name() {
            return "drain of " + absent.node.name();
        }

        @Override
        public List<Question<?>> questions() {
            return List.of(absent.restart.view().probe().question());
        }

        @Override
        public Optional<Difference> difference(Planning planning) {
            if (!absent.restart.takesAway(absent.node.name(), planning)) {
                return Optional.empty();
            }
            String name = absent.node.host().shortName();
            return Optional.of(Difference.of(
                            Action.RUN,
                            "drain " + name,
                            "runs pods",
                            "its pods are on other nodes",
                            absent.operation("drain.sh"))
                    .interrupting(List.of(new Interruption(
                            "pods of " + name, "they end, and others are started in their place on other nodes")))
                    .inTurn(absent.restart.gate().turn()));
        }
    }

    /** The node is Ready again, and gets pods. */
    record Uncordon(AbsentNode absent) implements Work {

        String name() {
            return "uncordoning of " + absent.node.name();
        }

        @Override
        public List<Question<?>> questions() {
            return List.of(absent.restart.view().probe().question());
        }

        /** A node that a run has left cordoned, which was cut off, is given pods too. */
        @Override
        public Optional<Difference> difference(Planning planning) {
            boolean isLeft = absent.restart
                    .view()
                    .node(planning.book(), absent.node.name())
                    .filter(fact -> fact.labels().containsKey(LABEL))
                    .isPresent();
            if (!isLeft && !absent.restart.takesAway(absent.node.name(), planning)) {
                return Optional.empty();
            }
            return Optional.of(Difference.of(
                            Action.RUN,
                            "uncordon " + absent.node.host().shortName(),
                            "gets no new pods",
                            "Ready, and gets pods",
                            absent.operation("uncordon.sh"))
                    .inTurn(absent.restart.gate().turn()));
        }
    }
}

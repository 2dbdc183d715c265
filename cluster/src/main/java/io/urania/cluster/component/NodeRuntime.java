package io.urania.cluster.component;

import io.urania.artifacts.version.VersionEntry;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeRuntimeSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.Variable;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.image.ImageStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What runs the containers of a node. */
public interface NodeRuntime {

    /** The value of {@code container_manager}, and what plans call it. */
    String word();

    /** The variables that only it reads; they become rows of the registry. */
    List<Variable<?>> variables();

    /** All variables that it reads, in the order in which they are told. */
    List<Variable<?>> reads();

    /** Those that name directories of hosts that nobody else may use. */
    List<Variable<String>> directories();

    /** Those that can open a door. */
    List<Variable<?>> doors();

    /** The doors that an inventory opens. */
    List<OpenDoor> openDoors(Source source);

    /** Its settings. */
    NodeRuntimeSpec read(Source source);

    /** The socket at which it serves the Container Runtime Interface: an absolute path. */
    String socket();

    /** Its unit, in systemd's words. */
    String unit();

    /** The main file of its configuration on hosts. */
    String configuration();

    /** The components of a bundle that it is of for that Kubernetes, by their names; none if it is a package of the system. */
    List<String> components(VersionEntry versions);

    /** How its images are listed and imported. */
    ImageStore images(ClusterDesign design);

    /**
     * Declares that it runs on a node, with a task for {@link #unit}.
     *
     * @param prepared the tasks after which a host can be worked on
     * @param surroundings further tasks after which it may start: what it reads besides its own files
     */
    void declare(
            Deployment deployment,
            NodeSpec node,
            Collection<TaskId> prepared,
            Collection<TaskId> surroundings,
            Tasks tasks);

    /** What it leaves on a node. */
    List<Leftover> leftovers(ClusterSpec spec);

    /** What people are told of its hosts: programs, packages, files, units. */
    Map<Topic, List<String>> details();
}

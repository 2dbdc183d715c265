package io.urania.cluster.phase;

import io.urania.cluster.manifest.AppliedManifest;
import io.urania.cluster.manifest.Manifest;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import java.util.List;

/** Declares manifests as tasks of the first control plane host. */
public record ClusterManifests(Deployment deployment) {

    /** The task after which a manifest's objects are in the cluster. */
    public TaskId task(Manifest manifest) {
        return new TaskId(deployment.spec().firstControlPlane().name(), AppliedManifest.task(manifest));
    }

    /** Declares that a manifest's objects are in the cluster. */
    public TaskId declare(Manifest manifest, List<TaskId> needs, Tasks tasks) {
        String kubectl = deployment.artifacts().programs() + "/kubectl";
        AppliedManifest applied =
                new AppliedManifest(manifest, deployment.versions().apply(), kubectl, deployment.view());
        return tasks.add(deployment.spec().firstControlPlane().host(), Lane.API, applied.name(), applied, needs);
    }
}

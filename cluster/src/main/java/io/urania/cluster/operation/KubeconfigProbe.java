package io.urania.cluster.operation;

import io.urania.cluster.value.Secret;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** The administrator's kubeconfig on a control plane host; empty where kubeadm has not made it. */
final class KubeconfigProbe implements Probe<Optional<Secret>> {

    /** The one question of this probe. */
    static final Question<Optional<Secret>> QUESTION = Question.about(new KubeconfigProbe());

    /** Where kubeadm puts it (kubeadm design document, "Generate kubeconfig files for control plane components"). */
    static final String PATH = "/etc/kubernetes/admin.conf";

    private KubeconfigProbe() {}

    @Override
    public String name() {
        return "kubeconfig";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return "[ ! -f %1$s ] || cat %1$s".formatted(PATH);
    }

    @Override
    public Map<String, Optional<Secret>> parse(String output, SortedSet<String> subjects) {
        return Map.of("", output.isBlank() ? Optional.empty() : Optional.of(Secret.of(output + "\n")));
    }
}

package io.urania.artifacts.component;

import io.urania.artifacts.KubernetesVersion;
import java.util.List;
import java.util.Optional;

/**
 * What is released and built together, in one version.
 *
 * @param name by which {@code build/NAME} says how it is built
 * @param versions as the project tags them, by minors
 * @param programs those that hosts get, by their names in a bundle: {@code kubelet}, {@code cni/bridge}
 * @param users the hosts that get them
 * @param publication where the project publishes them, if it does
 */
public record Project(
        String name, ByMinor versions, List<String> programs, Users users, Optional<Publication> publication) {

    private static final String KUBERNETES = "{kubernetes}";

    public Project {
        programs = List.copyOf(programs);
    }

    /** The version for a Kubernetes version; empty where hosts of that minor get it from elsewhere. */
    public Optional<String> version(KubernetesVersion kubernetes) {
        return versions.of(kubernetes).map(version -> version.replace(KUBERNETES, kubernetes.toString()));
    }

    /** The project's name of a program: {@code bridge} for {@code cni/bridge}. */
    public static String programOf(String nameInBundle) {
        return nameInBundle.substring(nameInBundle.lastIndexOf('/') + 1);
    }

    static String plain(String version) {
        return version.startsWith("v") ? version.substring(1) : version;
    }
}

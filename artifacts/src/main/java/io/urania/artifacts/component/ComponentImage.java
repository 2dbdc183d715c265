package io.urania.artifacts.component;

/**
 * An image of a component, for one Kubernetes version.
 *
 * @param reference the name by which pods ask for it: {@code registry.k8s.io/pause:3.10.2}
 * @param version of the program in it, as its project tags it
 * @param users the hosts that run it
 * @param isInRegistry whether the registry of its reference has it
 */
public record ComponentImage(
        ImageId id, String reference, String version, Users users, ImageRecipe recipe, boolean isInRegistry) {}

package io.urania.artifacts.component;

/**
 * A container image of a component, whatever its version is. Whoever runs the image has the constant.
 *
 * @param component the component's name: {@code kubernetes}
 * @param name the image's name in a bundle: {@code kube-apiserver}
 */
public record ImageId(String component, String name) {

    /** The image of a component that has one, which has the component's name. */
    public static ImageId of(String component) {
        return new ImageId(component, component);
    }

    @Override
    public String toString() {
        return name;
    }
}

package io.urania.artifacts.upstream;

/**
 * An image's name in full.
 *
 * @param registry host and perhaps port: {@code registry.k8s.io}
 * @param repository {@code coredns/coredns}
 * @param tag {@code v1.14.7}
 */
public record ImageReference(String registry, String repository, String tag) {
    /** Reads {@code registry/repository:tag}. */
    public static ImageReference parse(String text) {
        int slash = text.indexOf('/');
        int colon = text.lastIndexOf(':');
        if (slash < 1 || colon < slash) {
            throw new IllegalArgumentException("an image is named registry/repository:tag, not " + text);
        }
        return new ImageReference(
                text.substring(0, slash), text.substring(slash + 1, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return registry + "/" + repository + ":" + tag;
    }
}

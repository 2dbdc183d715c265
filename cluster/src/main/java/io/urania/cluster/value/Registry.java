package io.urania.cluster.value;

import java.util.List;

/**
 * Where the images of a registry are fetched.
 *
 * @param server URL of the registry itself, asked when no mirror answers
 * @param mirrors in the order in which they are asked
 */
public record Registry(String server, List<Mirror> mirrors) {
    private static final List<String> USUAL = List.of("pull", "resolve");

    public Registry {
        mirrors = List.copyOf(mirrors);
    }

    /** Several URLs, asked in their order. */
    public static Registry at(List<String> urls) {
        return at(urls, true);
    }

    /**
     * Several URLs, asked in their order.
     *
     * @param verified whether their certificates are checked
     */
    public static Registry at(List<String> urls, boolean verified) {
        return new Registry(
                urls.getLast(),
                urls.stream().map(url -> new Mirror(url, USUAL, verified)).toList());
    }

    /**
     * A server that has the registry's images.
     *
     * @param url with {@code http://} or {@code https://}
     * @param capabilities what it is asked for: {@code pull}, {@code resolve}, {@code push}
     * @param verified whether its certificate is checked
     */
    public record Mirror(String url, List<String> capabilities, boolean verified) {
        public Mirror {
            capabilities = List.copyOf(capabilities.isEmpty() ? USUAL : capabilities);
        }
    }
}

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
     * @param overridesPath whether the URL has the path of its API, and {@code /v2} is not added to it
     * @param authorities files on the nodes with certificates by which its own is checked
     * @param clients files on the nodes with certificates and keys that it is shown, in pairs
     */
    public record Mirror(
            String url,
            List<String> capabilities,
            boolean verified,
            boolean overridesPath,
            List<String> authorities,
            List<List<String>> clients) {
        public Mirror {
            capabilities = List.copyOf(capabilities.isEmpty() ? USUAL : capabilities);
            authorities = List.copyOf(authorities);
            clients = clients.stream().map(List::copyOf).toList();
        }

        /** A mirror that needs nothing special. */
        public Mirror(String url, List<String> capabilities, boolean verified) {
            this(url, capabilities, verified, false, List.of(), List.of());
        }
    }
}

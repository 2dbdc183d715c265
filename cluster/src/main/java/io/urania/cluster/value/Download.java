package io.urania.cluster.value;

import java.net.URI;

/**
 * A text that this machine fetches for a component, once.
 *
 * @param sha256 of what is at the address; anything else is refused
 */
public record Download(URI address, String sha256) {}

package io.urania.artifacts.upstream;

import java.net.URI;
import java.util.Optional;

/**
 * A program as its project publishes it.
 *
 * @param uri what to download
 * @param member the program's path in the downloaded archive; empty where the download is the program
 * @param sha256 the sum of the download, where it is known
 */
public record UpstreamFile(URI uri, Optional<String> member, Optional<String> sha256) {}

package io.urania.artifacts.upstream;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.download.DownloadFailed;
import io.urania.artifacts.download.Downloader;
import io.urania.artifacts.download.HttpReply;
import io.urania.artifacts.files.DirectoryTree;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.image.OciArchive;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pulls images with the OCI distribution API: an anonymous token where the registry wants one, the manifest of the right
 * platform, configuration and layers. Every part is checked against the digest that the part before it names.
 */
public final class OciRegistry {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final Downloader downloader;
    private final Function<String, URI> addresses;
    private final Map<String, String> tokens = new HashMap<>();

    /**
     * Pulls from registries.
     *
     * @param addresses the address of a registry, by its host's name: {@code https://registry.k8s.io}
     */
    public OciRegistry(Downloader downloader, Function<String, URI> addresses) {
        this.downloader = downloader;
        this.addresses = addresses;
    }

    /** Writes the image as an archive. Gives back the digest of its manifest. */
    public String pull(ImageReference image, Architecture architecture, Path destination)
            throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        Path parts = Files.createTempDirectory(destination.toAbsolutePath().getParent(), ".pull");
        try {
            return pull(image, architecture, parts, destination);
        } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
            throw new ArtifactException(
                    "the registry's response for " + image + " is not an image",
                    String.valueOf(e.getMessage()),
                    "check whether a proxy or a login page responds instead of the registry",
                    e);
        } finally {
            DirectoryTree.delete(parts);
        }
    }

    private String pull(ImageReference image, Architecture architecture, Path parts, Path destination)
            throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        byte[] manifest = downloader.bytes(get(image, "manifests/" + image.tag()));
        ImageIndex index = ImageIndex.parse(manifest);
        if (index.manifests() != null) {
            String digest = index.manifestFor(architecture)
                    .orElseThrow(() -> new ArtifactException(
                            "the image " + image + " does not exist for " + architecture,
                            "the registry's list of manifests has no linux/" + architecture,
                            "remove hosts with that architecture, or choose another version"))
                    .requiredDigest();
            manifest = downloader.bytes(get(image, "manifests/" + digest));
            check(image, digest, Sha256.of(manifest));
            index = ImageIndex.parse(manifest);
        }
        String configDigest =
                Objects.requireNonNull(index.config(), "no config").requiredDigest();
        byte[] config = downloader.bytes(get(image, "blobs/" + configDigest));
        check(image, configDigest, Sha256.of(config));
        List<Path> layers = new ArrayList<>();
        for (ImageIndex.Descriptor layer : Objects.requireNonNull(index.layers(), "no layers")) {
            String digest = layer.requiredDigest();
            Path file = parts.resolve(digest.replace(':', '-'));
            downloader.toFile(get(image, "blobs/" + digest), file, layer.limit());
            check(image, digest, Sha256.of(file));
            layers.add(file);
        }
        OciArchive.write(destination, image.toString(), config, layers);
        return "sha256:" + Sha256.of(manifest);
    }

    private HttpReply get(ImageReference image, String what)
            throws DownloadFailed, ArtifactException, InterruptedException {
        URI uri = addresses.apply(image.registry()).resolve("/v2/" + image.repository() + "/" + what);
        String scope = image.registry() + "/" + image.repository();
        HttpReply reply = downloader.get(uri, headers(scope));
        if (reply.status() == 401) {
            String challenge = reply.headers().firstValue("WWW-Authenticate").orElse("");
            downloader.bytes(reply);
            tokens.put(scope, token(uri, challenge));
            reply = downloader.get(uri, headers(scope));
        }
        return downloader.successful(reply);
    }

    private Map<String, String> headers(String scope) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", ImageIndex.ACCEPTED);
        String token = tokens.get(scope);
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    /** An anonymous token, as the challenge asks for (distribution specification, token authentication). */
    private String token(URI uri, String challenge) throws DownloadFailed, ArtifactException, InterruptedException {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2));
        }
        String realm = parameters.remove("realm");
        if (!challenge.startsWith("Bearer ") || realm == null) {
            throw new IllegalArgumentException(uri + " requires a login other than a token: " + challenge);
        }
        List<String> query = new ArrayList<>();
        if (uri.getScheme().equals("https") && !realm.startsWith("https://")) {
            throw new IllegalArgumentException(uri + " requests a token from " + realm + ", which is not https");
        }
        parameters.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        URI address = URI.create(realm + (realm.contains("?") ? "&" : "?") + String.join("&", query));
        byte[] answer = downloader.bytes(downloader.successful(downloader.get(address, Map.of())));
        JsonObject json = new Gson().fromJson(new String(answer, StandardCharsets.UTF_8), JsonObject.class);
        String field = json.has("token") ? "token" : "access_token";
        return Objects.requireNonNull(json.get(field), "no token").getAsString();
    }

    private static void check(ImageReference image, String digest, String found) throws ArtifactException {
        if (!digest.equals("sha256:" + found)) {
            throw new ArtifactException(
                    "a layer of image " + image + " does not match the registry's manifest",
                    "its digest is sha256:" + found + " instead of " + digest,
                    "try again; if it happens again, something between here and the registry modifies the files");
        }
    }
}

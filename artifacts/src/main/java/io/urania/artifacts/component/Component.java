package io.urania.artifacts.component;

import io.urania.artifacts.KubernetesVersion;
import java.util.List;
import java.util.Optional;

/**
 * Something that clusters have or may have, as far as bundles are concerned: programs for hosts, images for pods, or both. The resource
 * {@code components/NAME.yaml} says it:
 *
 * <pre>{@code
 * projects:                  # what is released together; an image's project may be one without programs for hosts
 *   NAME:
 *     version: v1.2.3        # as the project tags it; {kubernetes} is the cluster's own
 *     versions:              # in its place, where minors of Kubernetes differ: a range may be one minor, or end open
 *       "1.19 - 1.20": v1.0.0
 *       "1.21 -": v1.2.3
 *     programs: [a, cni/b]   # their names in a bundle; the last part is the project's
 *     hosts: control-plane   # which hosts get them; without it: every node
 *     published:             # where; {version}, {plain} (without the v), {arch} and {program} are filled in
 *       url: "https://example.com/{version}/a-{arch}.tar.gz"
 *       member: "bin/{program}"  # the program in an archive
 * images:
 *   NAME:
 *     project: NAME          # whose version is the image's; without it: the one of the component's name
 *     reference: "{registry}/a:{version}"  # {registry} is that of the minor, {plain} the version without the v
 *     references: {}         # in its place, by minors
 *     hosts: control-plane   # as above
 *     only-built: "yes"      # if no registry has it
 *     recipe:                # how it is built: the project's program at a path; project: NAME if that is another one,
 *                            # network-tools: "yes" if it changes packet filters
 *       {program: a, path: /a}
 * }</pre>
 *
 * <p>Minors that a range leaves out have nothing of the project. {@code build/PROJECT} says how a project is built from Go modules.
 *
 * @param name as the resource is called
 */
public record Component(String name, List<Project> projects, List<ImageRow> imageRows) {

    /** An image as the resource describes it. */
    record ImageRow(
            String name,
            Project project,
            ByMinor references,
            Users users,
            boolean isInRegistry,
            Project builtWith,
            String program,
            String path,
            boolean needsNetworkTools) {}

    public Component {
        projects = List.copyOf(projects);
        imageRows = List.copyOf(imageRows);
    }

    /** The project of that name, which the component must have. */
    public Project project(String wanted) {
        return projects.stream()
                .filter(project -> project.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no project " + wanted));
    }

    /**
     * The images for a Kubernetes version.
     *
     * @param registry the one from which the minor's own images are named to come
     */
    public List<ComponentImage> images(KubernetesVersion kubernetes, String registry) {
        return imageRows.stream()
                .flatMap(row -> image(row, kubernetes, registry).stream())
                .toList();
    }

    private Optional<ComponentImage> image(ImageRow row, KubernetesVersion kubernetes, String registry) {
        Optional<String> version = row.project().version(kubernetes);
        Optional<String> template = row.references().of(kubernetes);
        Optional<String> built = row.builtWith().version(kubernetes);
        if (version.isEmpty() || template.isEmpty() || built.isEmpty()) {
            return Optional.empty();
        }
        String reference = template.get()
                .replace("{registry}", registry)
                .replace("{version}", version.get())
                .replace("{plain}", Project.plain(version.get()));
        return Optional.of(new ComponentImage(
                new ImageId(name, row.name()),
                reference,
                version.get(),
                row.users(),
                new ImageRecipe(
                        row.builtWith().name(), built.get(), row.program(), row.path(), row.needsNetworkTools()),
                row.isInRegistry()));
    }
}

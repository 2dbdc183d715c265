package io.urania.artifacts.component;

import io.urania.artifacts.component.Component.ImageRow;
import io.urania.artifacts.resource.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads a component's resource. A mistake in it is a mistake of ours: tests read every one. */
final class ComponentReader {
    private final String name;
    private final YamlNode root;
    private final List<Project> projects;

    private ComponentReader(String name, YamlNode root) {
        this.name = name;
        this.root = root;
        YamlNode node = root.node("projects");
        this.projects = node.names().stream()
                .map(project -> project(project, node.node(project)))
                .toList();
    }

    static Component read(String name, YamlNode root) {
        return new ComponentReader(name, root).component();
    }

    private Component component() {
        YamlNode images = root.node("images");
        return new Component(
                name,
                projects,
                images.names().stream()
                        .map(image -> image(image, images.node(image)))
                        .toList());
    }

    private static Project project(String project, YamlNode node) {
        return new Project(
                project,
                ByMinor.read(node, "version", "versions"),
                node.texts("programs"),
                users(node),
                node.names().contains("published")
                        ? Optional.of(publication(node.node("published")))
                        : Optional.empty());
    }

    private static Publication publication(YamlNode node) {
        return new Publication(node.text("url"), node.optionalText("member"));
    }

    private ImageRow image(String image, YamlNode node) {
        YamlNode recipe = node.node("recipe");
        String project = node.optionalText("project").orElse(name);
        return new ImageRow(
                image,
                named(project),
                ByMinor.read(node, "reference", "references"),
                users(node),
                !isYes(node, "only-built"),
                named(recipe.optionalText("project").orElse(project)),
                recipe.text("program"),
                recipe.text("path"),
                isYes(recipe, "network-tools"));
    }

    private Project named(String wanted) {
        return projects.stream()
                .filter(project -> project.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no project " + wanted));
    }

    private static boolean isYes(YamlNode node, String field) {
        return node.optionalText(field).filter("yes"::equals).isPresent();
    }

    private static Users users(YamlNode node) {
        Optional<String> hosts = node.optionalText("hosts");
        if (hosts.isEmpty()) {
            return Users.EVERY_NODE;
        }
        if (hosts.get().equals("control-plane")) {
            return Users.CONTROL_PLANE;
        }
        throw new IllegalStateException(hosts.get() + " is not a kind of host");
    }
}

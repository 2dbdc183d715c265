package io.urania.lab.inventory;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import io.urania.lab.layout.Subnet;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The article's inventory, which the program carries. */
public final class ArticleInventory {
    /** The name of the hosts file in the inventory's folder. */
    public static final String HOSTS_FILE = "hosts.yaml";

    private static final String CLUSTER_FILE = "group_vars/k8s-cluster/k8s-cluster.yaml";
    private static final String RESOURCE = "/io/urania/lab/examples/article";
    private static final String DOMAIN = ".friends.intra.example.com";

    private ArticleInventory() {}

    /** Every file, by its path below the inventory's folder, with its text. */
    public static SortedMap<String, String> files() throws IOException {
        URL url = ArticleInventory.class.getResource(RESOURCE);
        if (url == null) {
            throw new IOException("the program's own files are missing: " + RESOURCE);
        }
        URI uri;
        try {
            uri = url.toURI();
        } catch (URISyntaxException malformed) {
            throw new IOException("the program's own files have an invalid address: " + url, malformed);
        }
        if (!"jar".equals(uri.getScheme())) {
            return filesBelow(Path.of(uri));
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return filesBelow(jar.getPath(RESOURCE));
        }
    }

    /** The article's nodes in the order of its hosts file, with their addresses in a rack's network. */
    public static List<RackNode> nodes(RackNetwork network) throws IOException {
        Node root = root(HOSTS_FILE);
        List<String> names = keys(at(root, "all", "hosts"));
        List<RackNode> nodes = new ArrayList<>();
        for (Role role : Role.values()) {
            for (String name : keys(at(root, "all", "children", role.group(), "hosts"))) {
                nodes.add(new RackNode(name, network.node(names.indexOf(name)), role));
            }
        }
        nodes.sort((one, other) -> Integer.compare(names.indexOf(one.name()), names.indexOf(other.name())));
        return List.copyOf(nodes);
    }

    /** The balancer, which the article's inventory does not name: it stands outside the cluster. */
    public static RackNode balancer(RackNetwork network) {
        return new RackNode("balancer" + DOMAIN, network.balancer(), Role.LOAD_BALANCER);
    }

    /** The networks of services and pods, whose addresses mean something inside the cluster only. */
    public static List<Subnet> clusterNetworks() throws IOException {
        List<Subnet> networks = new ArrayList<>();
        for (NodeTuple variable : at(root(CLUSTER_FILE))) {
            if (List.of("kube_service_addresses", "kube_pods_subnet").contains(key(variable))
                    && variable.getValueNode() instanceof ScalarNode scalar) {
                networks.add(Subnet.parse(scalar.getValue()));
            }
        }
        return List.copyOf(networks);
    }

    private static Node root(String file) throws IOException {
        String text = files().get(file);
        if (text == null) {
            throw new IOException("the program's own file is missing: " + RESOURCE + "/" + file);
        }
        return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    }

    private static SortedMap<String, String> filesBelow(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static List<NodeTuple> at(Node node, String... path) {
        List<NodeTuple> tuples = node instanceof MappingNode mapping ? mapping.getValue() : List.of();
        for (String step : path) {
            tuples = tuples.stream()
                    .filter(tuple -> step.equals(key(tuple)))
                    .findFirst()
                    .map(NodeTuple::getValueNode)
                    .filter(MappingNode.class::isInstance)
                    .map(value -> ((MappingNode) value).getValue())
                    .orElse(List.of());
        }
        return tuples;
    }

    private static List<String> keys(List<NodeTuple> tuples) {
        return tuples.stream().map(ArticleInventory::key).toList();
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}

package io.urania.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.topology.Location;
import io.urania.cluster.topology.PlacedHost;
import io.urania.cluster.topology.Topology;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class RackDrawingTest {

    @Test
    void everyHostIsInItsRackWithNameAddressAndRoles() throws Exception {
        Document svg = parsed(List.of(
                host("clio.example.com", "10.0.0.1", "rack2", "row1", "infra"),
                host("pandore.example.com", "10.0.0.2", "rack1", "row1", "control plane", "etcd"),
                host("thalia.example.com", "10.0.0.3", "rack10", "row2", "worker")));

        assertThat(texts(svg, "text"))
                .containsSubsequence(
                        "home",
                        "3 hosts · Kubernetes v1.36.3",
                        "rack1",
                        "pandore",
                        "10.0.0.2",
                        "control plane",
                        "etcd",
                        "rack2",
                        "clio",
                        "10.0.0.1",
                        "infra",
                        "rack10",
                        "thalia",
                        "10.0.0.3",
                        "worker",
                        "row1",
                        "row2",
                        "control plane 1",
                        "etcd 1",
                        "infra 1",
                        "worker 1");
    }

    @Test
    void whoCannotSeeItIsToldTheSame() throws Exception {
        Document svg = parsed(List.of(host("pandore.example.com", "10.0.0.2", "rack1", "row1", "control plane")));

        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(texts(svg, "title"))
                .containsExactly("Racks of home", "pandore.example.com: control plane; 10.0.0.2; rack rack1, row row1");
        assertThat(texts(svg, "desc"))
                .containsExactly("1 host · Kubernetes v1.36.3. rack1: pandore.example.com (control plane).");
    }

    @Test
    void hostileNamesAreTextAndNothingElse() throws Exception {
        String hostile = "</text><script>alert(1)</script>&\"'\u0000\u001b\u202e\uFFFE";
        Document svg = parsed(List.of(host(hostile, hostile, hostile, hostile, hostile)));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(svg, "title").getLast()).startsWith("</text><script>alert(1)</script>&\"'\uFFFD\uFFFD\uFFFD");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(svg(List.of(host("a", "10.0.0.1", "r", "s", "etcd"))).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "href", "url(", "<style", "<image");
    }

    @Test
    void theSameHostsGiveTheSameDrawing() {
        List<PlacedHost> hosts = List.of(host("a", "10.0.0.1", "r", "s", "x", "y"), host("b", "10.0.0.2", "", "", "z"));

        assertThat(svg(hosts)).isEqualTo(svg(hosts)).contains("outside the racks");
    }

    @Test
    void hostsWithoutAnyLabelStandInColumns() throws Exception {
        List<PlacedHost> hosts = new ArrayList<>();
        IntStream.range(0, 13).forEach(number -> hosts.add(host("pi" + number, "10.0.0." + number, "", "", "worker")));

        assertThat(texts(parsed(hosts), "text").stream().filter("hosts"::equals))
                .hasSize(3);
    }

    @Test
    void aSecondHostInTheSamePlaceStandsBelowTheFirst() throws Exception {
        Document svg =
                parsed(List.of(host("a", "10.0.0.1", "r", "s", "worker"), host("b", "10.0.0.2", "r", "s", "worker")));
        NodeList cards = svg.getElementsByTagName("g");

        assertThat(cards.item(0).getAttributes().getNamedItem("transform").getNodeValue())
                .isNotEqualTo(
                        cards.item(1).getAttributes().getNamedItem("transform").getNodeValue());
    }

    @Test
    void coloursCanBeReadOnInk() {
        RoleColours colours = new RoleColours(List.of(host(
                "a",
                "10.0.0.1",
                "r",
                "s",
                "control plane",
                "etcd",
                "infra",
                "worker",
                "balancer",
                "a",
                "b",
                "c",
                "d",
                "e")));

        for (String role : colours.roles()) {
            assertThat(contrast(colours.of(role), RoleColours.INK)).as(role).isGreaterThan(7);
        }
    }

    /** WCAG 2.2, "contrast ratio". */
    private static double contrast(String light, String dark) {
        return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static List<String> texts(Document svg, String element) {
        NodeList found = svg.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static Document parsed(List<PlacedHost> hosts) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg(hosts).getBytes(StandardCharsets.UTF_8)));
    }

    private static String svg(List<PlacedHost> hosts) {
        return new RackDrawing(new Topology("home", Optional.of("v1.36.3"), hosts)).svg();
    }

    private static PlacedHost host(String name, String address, String rack, String row, String... roles) {
        return new PlacedHost(
                name,
                List.of(roles),
                Optional.of(address),
                new Location(
                        Optional.empty(),
                        Optional.of(rack).filter(text -> !text.isEmpty()),
                        Optional.of(row).filter(text -> !text.isEmpty())));
    }
}

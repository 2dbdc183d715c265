package io.urania.cluster.benchmark;

import io.urania.cluster.phase.Place;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The CIS Kubernetes Benchmark 1.12, sections 1 to 4. */
public final class CisBenchmark {

    /** The benchmark's own version. */
    public static final String VERSION = "1.12";

    /** In the benchmark's order. */
    public static final List<Control> CONTROLS = Stream.of(
                    ControlPlaneFileControls.ALL,
                    ApiServerControls.ALL,
                    ControlPlaneControls.ALL,
                    EtcdControls.ALL,
                    NodeControls.ALL)
            .flatMap(List::stream)
            .sorted(CisBenchmark::compare)
            .toList();

    private CisBenchmark() {}

    /** What every host must be asked. */
    public static Map<String, List<Question<?>>> questions(ClusterSpec spec) {
        Map<String, List<Question<?>>> questions = new LinkedHashMap<>();
        spec.hosts().forEach(host -> questions.put(host.name(), List.of(HostSecurityProbe.question(spec))));
        return questions;
    }

    /** The verdicts of all controls on the hosts that have answered. */
    public static List<Judged> judge(ClusterSpec spec, FactBook book) {
        Question<HostSecurity> question = HostSecurityProbe.question(spec);
        List<Judged> judged = new ArrayList<>();
        for (Control control : CONTROLS) {
            for (HostSpec host : Place.hosts(List.of(control.place()), spec)) {
                if (book.knows(host.name())) {
                    book.of(host.name())
                            .find(question)
                            .ifPresent(security -> judged.add(new Judged(
                                    control, host.name(), control.judge().apply(security, spec))));
                }
            }
        }
        return judged;
    }

    private static int compare(Control one, Control other) {
        List<Integer> first = numbers(one);
        List<Integer> second = numbers(other);
        for (int index = 0; index < Math.min(first.size(), second.size()); index++) {
            int order = first.get(index).compareTo(second.get(index));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.size(), second.size());
    }

    private static List<Integer> numbers(Control control) {
        return Stream.of(control.id().split("\\.", -1)).map(Integer::valueOf).toList();
    }
}

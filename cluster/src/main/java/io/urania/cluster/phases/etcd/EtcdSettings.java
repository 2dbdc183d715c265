package io.urania.cluster.phases.etcd;

import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdView;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member's settings. Whether it begins a new cluster is decided from what all hosts have of etcd: a member that begins one beside a
 * cluster that exists makes a second, empty one. Of a member that has data the word stays what it was, for etcd does not look at it
 * any more.
 *
 * @param view of the etcd that the settings are for
 * @param hasPeerAuthority whether members have an authority of their own for each other
 */
public record EtcdSettings(EtcdSpec etcd, EtcdSpec.Member member, EtcdView view, boolean hasPeerAuthority)
        implements Resource {

    @Override
    public String name() {
        return TextFile.of(path(), "").name();
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(TextFile.of(path(), "").questions());
        questions.add(view.question());
        return questions;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        return file(planning.book()).difference(planning);
    }

    /** The file as these facts want it. */
    public TextFile file(FactBook book) {
        return TextFile.of(path(), EtcdEnvironment.text(etcd, view.instance(), member, state(book), hasPeerAuthority));
    }

    /** Where the settings are. */
    public String path() {
        return view.instance().settings();
    }

    private String state(FactBook book) {
        Optional<String> kept = view.on(member.host(), book)
                .flatMap(EtcdFact::begun)
                .map(EtcdBeginning::state)
                .filter(List.of(EtcdBeginning.NEW, EtcdBeginning.EXISTING)::contains);
        return kept.orElseGet(() -> view.mayBegin(book) ? EtcdBeginning.NEW : EtcdBeginning.EXISTING);
    }
}

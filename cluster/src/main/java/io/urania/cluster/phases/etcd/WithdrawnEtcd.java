package io.urania.cluster.phases.etcd;

import io.urania.cluster.leftover.Removal;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.note.FileNote;
import io.urania.engine.note.FileNoteProbe;
import io.urania.engine.note.PuttingBack;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * An etcd that the inventory does not ask for any more goes, with its data, where Urania has put it. Its unit's file goes last: a removal that was
 * cut off is finished by another one.
 */
public record WithdrawnEtcd(EtcdInstance instance) implements Work {

    /** The task's name. */
    String name() {
        return "no " + instance.unit();
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(FileProbe.at(instance.unitFile()), FileNoteProbe.at(instance.unitFile()));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        boolean isThere = planning.facts().answer(FileProbe.at(instance.unitFile())) instanceof FileFact.Regular;
        // A host that was set up before there were notes never got one.
        boolean isOurs = planning.facts().answer(FileNoteProbe.at(instance.unitFile())) instanceof FileNote.Ours;
        if (!isThere || !isOurs) {
            return Optional.empty();
        }
        Difference removal = Difference.of(
                Action.REMOVE,
                "remove " + instance.name() + " and its data",
                "there",
                "absent",
                Operation.of(EtcdData.formerly()
                        + "former_data_of " + Shell.quote(instance.settings()) + "\n"
                        + Removal.script(EtcdMembers.leftovers(instance))
                        + PuttingBack.only(List.of(instance.settings(), instance.unitFile()))
                        + "systemctl daemon-reload\n"));
        return Optional.of(removal.interrupting(List.of(new Interruption(
                instance.unit(), "it is gone, with all that was stored in it; API servers do not use it any more"))));
    }
}
